"""How the addresses here answer when they cannot: with a problem document."""

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import TypeAlias

import structlog
from sqlalchemy.exc import DBAPIError
from starlette.requests import Request
from starlette.responses import Response

from data_access.database import DatabaseUnusable
from domain.bilingual import language_of
from exports import problem
from exports.edition import Unanswerable
from exports.workshop import NotMade
from ui import address, language
from ui.language import gettext as _

Answer: TypeAlias = Callable[[Request], Awaitable[Response]]

log = structlog.stdlib.get_logger("exports")


def answering(answer: Answer) -> Answer:
    """Return an endpoint that tells what went wrong in the language asked for."""

    async def endpoint(request: Request) -> Response:
        language.speak(language_of(request.query_params.get(address.LANGUAGE, "")))
        try:
            return await answer(request)
        except Unanswerable as error:
            return problem.unanswerable(error)
        except (DBAPIError, DatabaseUnusable) as error:
            log.warning("database away", cause=type(error).__name__)
            return problem.away()
        except NotMade:
            said = _("The document could not be made. Please try again.")
            return problem.problem(HTTPStatus.INTERNAL_SERVER_ERROR, said)

    return endpoint
