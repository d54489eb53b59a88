"""The words of the workbooks that people fill in and send back."""

from domain.importing import Field
from domain.timeline import SlipReason
from reports.templates import Labels
from ui.importing_words import heading
from ui.language import current
from ui.language import gettext as _
from ui.words import slip_words


def milestone_labels() -> Labels:
    """Return the words of the template for milestones, in the current language."""
    return _labels(
        _("Milestones"),
        _("A milestone is found by its code; its name is there to be read."),
        _("An empty cell takes away what is recorded."),
        _("Progress is a whole number from 0 to 100: write 45, not 0.45 or 45%."),
        _("Actual days must not lie after today, and no end before its start."),
    )


def tally_labels() -> Labels:
    """Return the words of the template for tallies, in the current language."""
    return _labels(
        _("Recaps"),
        _("One row is one party in one kab/kota, phase and reporting day."),
        _("Phase, party and kab/kota are written as in the lists, or by their codes."),
        _("MS + BMS + TMS ≤ members checked ≤ sample ≤ members submitted."),
        _("Imported recaps are drafts until the kab/kota submits them."),
    )


def _labels(title: str, *rules: str) -> Labels:
    return Labels(
        language=current(),
        title=title,
        headings={field: heading(field) for field in Field},
        slip_reasons={reason: slip_words(reason) for reason in SlipReason},
        guide_title=_("Instructions"),
        guide=(*rules, *_common_rules()),
    )


def _common_rules() -> tuple[str, ...]:
    return (
        _("Write days as 2022-09-08 or 8 September 2022; 08/09/2022 is 8 September."),
        _("Write numbers in digits only: 1234. 1.234 is read as 1234."),
        _("Leave the first row as it is. Formulas and merged cells are refused."),
        _("The sheet named as this one is read, or the first; at most 20,000 rows."),
    )
