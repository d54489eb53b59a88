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

Lifespan: TypeAlias = Callable[[st.App], AbstractAsyncContextManager[None]]

MIGRATE = "The database is not up to date; run: python -m tasks migrate"


def usable_database(environ: Mapping[str, str]) -> URL:
    """Return the address of a database that answers and has today's tables.

    Raises:
        SystemExit: With one line for the operator, when there is none.
    """
    try:
        url = database.url_from(environ)
        with database.engine_for(url).connect() as connection:
            if database.schema_is_current(connection):
                return url
    except database.DatabaseUnusable as error:
        sys.exit(str(error))
    except SQLAlchemyError as error:
        sys.exit(f"The database at {url.render_as_string()} does not answer.")
    sys.exit(MIGRATE)


def lifespan(warm: Callable[[], None]) -> Lifespan:
    """Return what Streamlit does before the first visitor: `warm`, then freeze.

    Objects frozen here are never walked by the collector again, which otherwise costs
    a visitor some 50 ms after each run of a page.
    """

    @asynccontextmanager
    async def prepared(_: st.App) -> AsyncGenerator[None]:
        # Streamlit would serve each file of `pages/` by itself, without dashboard.py
        # and its access checks, until the first visitor has opened the root.
        PagesManager.uses_pages_directory = False
        warm()
        gc.collect()
        gc.freeze()
        yield

    return prepared
