"""The sheets of the integrity zone, in their order."""

from projector.integrity_assessment import assessment_view
from projector.integrity_duty import duty_view
from projector.integrity_sheet import integrity_sheet
from projector.sheet import Sheet, silence
from projector.show import SheetName
from ui.language import gettext as _
from ui.visit import Visit


def integrity_sheets(visit: Visit) -> list[Sheet]:
    """Return the sheets of the zone: its assessment, then who is on duty.

    Where nothing is recorded on the day of the visit, one sheet says so.
    """
    views = (assessment_view(visit), duty_view(visit))
    words = _("Nothing of the integrity zone is recorded yet")
    found = [integrity_sheet(view) for view in views if view]
    return found or [silence(SheetName.INTEGRITY, words, "")]
