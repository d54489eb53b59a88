"""The sheets of a show, in the order that its address asks for."""

from collections.abc import Sequence
from dataclasses import dataclass

from projector.attention import attention_sheet
from projector.countdown import countdown_sheet
from projector.integrity import integrity_sheet, view_of
from projector.parties import parties_sheets
from projector.phases import phases_sheet
from projector.phones import phones_sheet
from projector.pledge import Pledged, pledge_sheet
from projector.sheet import Frame, Sheet, draw, silence
from projector.show import SheetName
from projector.stages import stages_sheet
from ui import store, wording
from ui.language import gettext as _
from ui.store import Overview
from ui.visit import Visit
from ui.words import OFFICE


@dataclass(frozen=True, slots=True, kw_only=True)
class Show:
    """The sheets of a show and what stands around them.

    Attributes:
        sheets: The sheets, in their order.
        frame: What stands around each.
    """

    sheets: tuple[Sheet, ...]
    frame: Frame


def show_of(
    names: Sequence[SheetName],
    visit: Visit | None,
    address: str,
    pledged: Pledged | None = None,
) -> Show:
    """Return the sheets of a show.

    Args:
        names: Sheets asked for.
        visit: What they show; None while the database has no election.
        address: Address of the same view for phones.
        pledged: The pledges up to now; None where no sheet shows them.
    """
    if visit is None:
        return _alone(_("No election is stored yet"))
    overview = store.overview(
        visit.revision, visit.election, visit.election.code, visit.day
    )
    found = tuple(
        sheet
        for name in names
        for sheet in (
            _pledges(pledged, overview)
            if name is SheetName.PLEDGE
            else _sheets(name, overview, visit, address)
        )
    )
    frame = Frame(office=OFFICE, as_of=visit.day, count=len(found))
    return Show(sheets=found, frame=frame)


def waiting() -> Show:
    """Return the sheet that stands until the database answers for the first time."""
    return _alone(_("Waiting for the figures"))


def drawn(show: Show) -> str:
    """Return the sheets as HTML, the first one shown."""
    each = enumerate(show.sheets)
    return "".join(draw(sheet, place, show.frame) for place, sheet in each)


def _alone(words: str) -> Show:
    frame = Frame(office=OFFICE, as_of=None, count=1)
    return Show(sheets=(silence("waiting", words, ""),), frame=frame)


def _pledges(pledged: Pledged | None, overview: Overview) -> list[Sheet]:
    return [pledge_sheet(pledged, overview.regencies)] if pledged else []


def _sheets(
    name: SheetName, overview: Overview, visit: Visit, address: str
) -> list[Sheet]:
    if name is SheetName.PHONES:
        return [phones_sheet(address)]
    if name is SheetName.INTEGRITY:
        return [integrity_sheet(view_of(visit))]
    if name is SheetName.COUNTDOWN:
        return [countdown_sheet(overview, visit)]
    if not overview.stages:
        words = _("The stages were not ordered yet on {day}.")
        said = words.format(day=wording.day(visit.day))
        return [silence(name, said, visit.election.legal_basis)]
    return _of_stages(name, overview, visit)


def _of_stages(name: SheetName, overview: Overview, visit: Visit) -> list[Sheet]:
    if name is SheetName.STAGES:
        return [stages_sheet(overview, visit)]
    if name is SheetName.ATTENTION:
        return [attention_sheet(overview, visit)]
    if name is SheetName.PHASES:
        return [phases_sheet(overview)]
    return parties_sheets(overview, visit)
