"""What every request passes on its way in, from the outside to Streamlit."""

from starlette.middleware import Middleware

from web.assets import Assets
from web.errors import ErrorPage
from web.first_answer import FirstAnswer
from web.front_page import FrontPage
from web.headers import SecurityHeaders
from web.logs import RequestLog
from web.page import Words


def stack(answer: FirstAnswer, words: Words) -> list[Middleware]:
    """Return what every request passes.

    Args:
        answer: Gives the first answer of the home page.
        words: Streamlit's own words in Indonesian.
    """
    # A first visit asks for a hundred scripts, styles and pictures: they leave at once,
    # without the headers of a page and without a line in the log.
    return [
        Middleware(Assets),
        Middleware(RequestLog),
        Middleware(SecurityHeaders),
        Middleware(ErrorPage),
        Middleware(FrontPage, answer=answer, words=words),
    ]
