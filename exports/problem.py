"""Problem documents: what an address that cannot be answered is told (RFC 9457)."""

from http import HTTPStatus

from starlette.responses import JSONResponse

from exports.edition import Unanswerable
from ui.language import current
from ui.language import gettext as _

FRESH = {"Cache-Control": "no-store"}


def unanswerable(error: Unanswerable) -> JSONResponse:
    """Return the problem document of an address that asks for nothing we have."""
    unknown, meaningless = HTTPStatus.NOT_FOUND, HTTPStatus.UNPROCESSABLE_ENTITY
    status = unknown if error.is_unknown else meaningless
    detail = _("The address asked for {part} “{value}”, which does not exist here.")
    return problem(status, detail.format(part=error.part, value=error.value))


def away() -> JSONResponse:
    """Return the problem document while the database is away."""
    said = _("The database cannot be reached.")
    return problem(HTTPStatus.SERVICE_UNAVAILABLE, said, retry_after=5)


def problem(
    status: HTTPStatus, detail: str, retry_after: int | None = None
) -> JSONResponse:
    """Return a problem document.

    Args:
        status: Status of the answer.
        detail: What went wrong here, a sentence in the current language.
        retry_after: Seconds after which asking again makes sense; None for never.
    """
    wait = {} if retry_after is None else {"Retry-After": str(retry_after)}
    return JSONResponse(
        {"type": "about:blank", "title": status.phrase, "status": status}
        | {"detail": detail},
        status_code=status,
        headers={"Content-Language": current(), **FRESH, **wait},
        media_type="application/problem+json",
    )
