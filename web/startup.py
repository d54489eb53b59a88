"""What happens once, before the server answers its first visitor."""

import asyncio
import gc
import sys
from collections.abc import AsyncGenerator, Callable, Coroutine, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

import streamlit as st
import structlog
from sqlalchemy import URL
from sqlalchemy.exc import SQLAlchemyError
from streamlit.runtime.pages_manager import PagesManager

from data_access import database, sessions
from web import logs, theme
from web.ways_in import Ways, WaysUnusable, ways_in

log = structlog.stdlib.get_logger("web")

OF_PROVIDER = ("authlib", "httpx2", "joserfc")
"""Libraries that only an identity provider needs."""

Work: TypeAlias = Callable[[], Coroutine[None, None, None]]
"""What goes on beside the server for as long as it runs."""

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


def usable_ways(environ: Mapping[str, str], secrets: Mapping[str, object]) -> Ways:
    """Return how staff may sign in.

    Raises:
        SystemExit: Nobody could; the one line says why and shows no secret.
    """
    try:
        ways = ways_in(environ, secrets)
    except WaysUnusable as error:
        sys.exit(str(error))
    missing = [name for name in OF_PROVIDER if find_spec(name) is None]
    if ways.provider and missing:
        sys.exit(
            f"[auth] in .streamlit/secrets.toml needs {', '.join(missing)}; "
            "run: pip install -r requirements.txt"
        )
    return ways


def read_secrets() -> Mapping[str, object]:
    """Return what `.streamlit/secrets.toml` says; nothing where there is none.

    Raises:
        SystemExit: It cannot be read. Streamlit would go on without it, and staff
            would be let in by another way than the file says.
    """
    files = [Path(each) for each in st.get_option("secrets.files")]
    there = [each for each in files if each.exists()]
    try:
        return st.secrets.to_dict() if there else {}
    except (OSError, ValueError):
        sys.exit(f"{' or '.join(map(str, there))} cannot be read as TOML.")


def close_password_sessions(url: URL, ways: Ways, at: datetime) -> None:
    """End what passwords opened, where they let nobody in any more."""
    if not ways.takes_passwords:
        with database.writing(database.engine_for(url)).begin() as connection:
            sessions.end_password_sessions(connection, at)


def lifespan(warm: Callable[[], None], *beside: Work) -> Lifespan:
    """Return what Streamlit does before the first visitor: `warm`, then freeze.

    The collector never again walks what is frozen; without it, each visitor waited
    50 ms for that after every run of a page.

    Args:
        warm: Makes what the first visitor would wait for.
        beside: Begun after that, and ended with the server.
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
        works = [asyncio.create_task(work()) for work in beside]
        for each in works:
            each.add_done_callback(_tell_failure)
        yield
        for each in works:
            each.cancel()
        await asyncio.gather(*works, return_exceptions=True)

    return prepared


def _tell_failure(work: asyncio.Task[None]) -> None:
    """Tell the operator of a work beside the server that ended before it."""
    if not work.cancelled() and work.exception():
        log.error("ended early", exc_info=work.exception())


def _place(url: URL) -> str:
    if url.host is None:
        return str(url.database)
    return f"{url.host}:{url.port}" if url.port else url.host
