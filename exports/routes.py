"""The addresses of everything that leaves the screen."""

import os

from starlette.routing import Route

import exports.api.routes
import exports.calendar_feed
from exports.briefing import BRIEFING
from exports.documents import Document
from exports.limits import Limit, per_minute
from exports.slides import SLIDES
from exports.workbook import DATA_WORKBOOK

DOCUMENTS: tuple[Document, ...] = (BRIEFING, SLIDES, DATA_WORKBOOK)
"""The documents, in the order in which a page offers them."""


def served() -> list[Route]:
    """Return the routes of every export."""
    limit = Limit(per_minute(os.environ))
    return [
        *(document.route(limit) for document in DOCUMENTS),
        exports.calendar_feed.served(limit),
        *exports.api.routes.served(limit),
    ]
