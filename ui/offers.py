"""The documents that a page offers, in its day, language and election."""

from urllib.parse import urlencode

from ui import address
from ui.language import gettext as _
from ui.visit import Visit

BRIEFING, SLIDES = "/unduh/taklimat.pdf", "/unduh/paparan.pptx"
WORKBOOK, CALENDAR = "/unduh/data.xlsx", "/kalender.ics"
"""Addresses of documents; `exports` serves them."""


def line(visit: Visit) -> str:
    """Return links to the documents in Markdown, to stand in a page's small print."""
    asked = {
        address.ELECTION: visit.election.code,
        address.DAY: visit.day.isoformat(),
        address.LANGUAGE: visit.language.value,
    }
    offered = (
        (_("Briefing (PDF)"), BRIEFING),
        (_("Slides (PPTX)"), SLIDES),
        (_("Workbook (XLSX)"), WORKBOOK),
        (_("Calendar (ICS)"), CALENDAR),
    )
    links = (f"[{words}]({there}?{urlencode(asked)})" for words, there in offered)
    return f":small[{_('Download')}: {' · '.join(links)}]"
