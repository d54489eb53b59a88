"""The workbook of an election on a day, for staff and anybody who counts on."""

from collections.abc import Iterator

from exports import (
    workbook_assessment,
    workbook_integrity,
    workbook_journal,
    workbook_sheets,
    workbook_survey,
)
from exports.api.party_tables import Counted, counted_in
from exports.documents import Document, Parts
from exports.edition import Edition
from reports.book import Book, book_of
from reports.workbook import Cell
from ui.language import gettext as _
from ui.language import name

VIEW = "data"


def gather(edition: Edition, parts: Parts) -> Book:  # noqa: ARG001 - it has no parts
    """Return the workbook of an edition: public figures, in its language."""
    counted = counted_in(edition)
    return Book(
        title=name(edition.visit.election.name),
        cover_title=_("Cover"),
        cover=tuple(_cover(edition, counted)),
        sheets=(
            workbook_sheets.stages(edition),
            workbook_sheets.milestones(edition),
            *workbook_sheets.recaps(edition, counted),
            workbook_sheets.requirements(edition),
            *workbook_assessment.sheets(edition),
            *workbook_integrity.sheets(edition),
            *workbook_survey.sheets(edition),
            workbook_journal.journal(edition),
        ),
    )


def _cover(edition: Edition, counted: list[Counted]) -> Iterator[tuple[str, Cell]]:
    visit = edition.visit
    yield _("Election"), name(visit.election.name)
    yield _("Voting day"), visit.election.voting_day
    yield _("Day"), visit.day
    yield _("Data revision"), visit.revision
    yield _("Journal head"), edition.short_head
    yield _("Figures"), _("Public ones: MS, BMS and TMS once decided in plenary.")
    if any(total.is_simulated for total in edition.overview.totals.values()):
        yield _("Simulated"), _("Figures marked simulated are no official results.")
    yield (
        _("Journal"),
        _("The newest {count} writings; all of them stand in Riwayat.").format(
            count=workbook_journal.MOST_WRITINGS
        ),
    )
    for source in _sources(edition, counted):
        yield _("Source"), source


def _sources(edition: Edition, counted: list[Counted]) -> list[str]:
    """Return the sources of what the sheets hold, each once."""
    overview = edition.overview
    facts = [
        *(each.stage.provenance for each in overview.stages),
        *(each.milestone.provenance for each in overview.milestones),
        *(each.provenance for each in overview.requirements),
    ]
    named = {each.source for each in facts} | {each.source for each in counted}
    of_zone = (
        workbook_assessment.sources(edition)
        | workbook_integrity.sources(edition)
        | workbook_survey.sources(edition)
    )
    return sorted(named | of_zone)


DATA_WORKBOOK = Document(
    view=VIEW,
    extension="xlsx",
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    gather=gather,
    write=book_of,
)
