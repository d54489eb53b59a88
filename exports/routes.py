"""The addresses of everything that leaves the screen."""

from starlette.routing import Route

from exports.briefing import BRIEFING
from exports.documents import Document
from exports.slides import SLIDES

DOCUMENTS: tuple[Document, ...] = (BRIEFING, SLIDES)
"""The documents, in the order in which a page offers them."""


def served() -> list[Route]:
    """Return the routes of every export."""
    return [document.route() for document in DOCUMENTS]
