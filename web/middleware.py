"""What every request passes on its way in, from the outside to Streamlit."""

from starlette.middleware import Middleware

from web.assets import Assets
from web.errors import ErrorPage
from web.first_answer import FirstAnswer
from web.front_page import FrontPage
from web.headers import SecurityHeaders
from web.logs import RequestLog


def stack(answer: FirstAnswer) -> list[Middleware]:
    """Return what every request passes.

    Args:
        answer: Gives the first answer of the home page.
    """
    # A first visit asks for a hundred scripts, styles and pictures: they leave at once,
    # without the headers of a page and without a line in the log.
    return [
        Middleware(Assets),
        Middleware(RequestLog),
        Middleware(SecurityHeaders),
        Middleware(ErrorPage),
        Middleware(FrontPage, answer=answer),
    ]
