"""What a page offers to be taken away, in its day, language and election."""

from collections.abc import Mapping
from urllib.parse import urlencode

from ui import address
from ui.language import gettext as _
from ui.visit import Visit

BRIEFING, SLIDES = "/unduh/taklimat.pdf", "/unduh/paparan.pptx"
WORKBOOK, CALENDAR = "/unduh/data.xlsx", "/kalender.ics"
OPEN_DATA, DESCRIPTION = "/api/v1", "/api/v1/openapi.json"
"""Addresses of what is offered; `exports` serves them."""


def line(visit: Visit, table: str, filters: Mapping[str, str] | None = None) -> str:
    """Return links in Markdown, to stand in a page's small print.

    Args:
        visit: What the page shows.
        table: Table of the open data that holds the rows of the page.
        filters: Parts of the address that choose among those rows.
    """
    day = {address.DAY: visit.day.isoformat()}
    spoken = {address.LANGUAGE: visit.language.value}
    of = {address.ELECTION: visit.election.code}
    rows = {**of, **day, **(filters or {}), "format": "csv"}
    offered: tuple[tuple[str, str, Mapping[str, str]], ...] = (
        (_("Briefing (PDF)"), BRIEFING, {**of, **day, **spoken}),
        (_("Slides (PPTX)"), SLIDES, {**of, **day, **spoken}),
        (_("Workbook (XLSX)"), WORKBOOK, {**of, **day, **spoken}),
        (_("Open data (CSV)"), f"{OPEN_DATA}/{table}", rows),
        (_("Interface for programs (OpenAPI)"), DESCRIPTION, {}),
        # A calendar goes on, so it names no day.
        (_("Calendar to subscribe to (ICS)"), CALENDAR, {**of, **spoken}),
    )
    links = (
        f"[{words}]({there}{'?' if parts else ''}{urlencode(parts)})"
        for words, there, parts in offered
    )
    return f":small[{_('Download')}: {' · '.join(links)}]"
