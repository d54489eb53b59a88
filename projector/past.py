"""Past shows: the sheets as a room once saw them."""

import structlog
from starlette.datastructures import QueryParams

from data_access.projections import KeptSheets, SheetsChanged, read_kept_sheets
from projector.show import Wish, wish_of
from ui import store
from ui.address import PAST
from ui.kept import kept

MOST_DIGITS = 9  # of a number that the database can hold

log = structlog.stdlib.get_logger("projector")


def asked(parameters: QueryParams) -> KeptSheets | None:
    """Return the past show that an address names, or None where there is none such.

    Raises:
        sqlalchemy.exc.DBAPIError: The database is away.
    """
    named = parameters.get(PAST, "")
    is_plain = named.isascii() and named.isdigit() and len(named) <= MOST_DIGITS
    return _find(store.revision(), int(named)) if is_plain else None


def wish(past: KeptSheets) -> Wish:
    """Return what a past show was asked for."""
    return wish_of(QueryParams(past.wish))


def mark(past: KeptSheets) -> str:
    """Return the mark of a past show, which never changes."""
    return f"{PAST}-{past.number}-{past.sha256[:16]}"


@kept
def _find(revision: int, number: int) -> KeptSheets | None:  # noqa: ARG001 - cache key
    with store.connect() as connection:
        try:
            return read_kept_sheets(connection, number)
        except SheetsChanged:
            log.exception("past show changed", number=number)
            return None
