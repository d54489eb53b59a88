"""What happens once, before the server answers its first visitor."""

import gc
import sys
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import TypeAlias

import streamlit as st
from sqlalchemy import URL
from sqlalchemy.exc import SQLAlchemyError
from streamlit.runtime.pages_manager import PagesManager

from data_access import database
from web import logs, theme

Lifespan: TypeAlias = Callable[[st.App], AbstractAsyncContextManager[None]]


def usable_database(environ: Mapping[str, str]) -> URL:
    """Return the address of a database that answers and has today's tables.

    Raises:
        SystemExit: There is none; the one line says so and shows no password.
    """
    try:
        url = database.url_from(environ)
        with database.engine_for(url).connect() as connection:
            current = database.schema_is_current(connection)
    except database.DatabaseUnusable as error:
        sys.exit(str(error))
    except SQLAlchemyError:
        sys.exit(f"The database at {_place(url)} does not answer.")
    if not current:
        sys.exit("The database is not up to date; run: python -m tasks migrate")
    return url


def lifespan(warm: Callable[[], None]) -> Lifespan:
    """Return what Streamlit does before the first visitor: `warm`, then freeze.

    The collector never again walks what is frozen; without it, each visitor waited
    50 ms for that after every run of a page.
    """

    @asynccontextmanager
    async def prepared(_: st.App) -> AsyncGenerator[None]:
        # Streamlit would run each file of `pages/` alone, without dashboard.py and
        # its access checks, until a first visitor has opened the root.
        PagesManager.uses_pages_directory = False
        theme.remember()
        warm()
        logs.take_over()
        gc.collect()
        gc.freeze()
        yield

    return prepared


def _place(url: URL) -> str:
    if url.host is None:
        return str(url.database)
    return f"{url.host}:{url.port}" if url.port else url.host
