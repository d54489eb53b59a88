"""The gauges of Ringkasan: the current phase against what it should be."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from domain.assessment import Assessment, Status
from domain.tally import PhaseTotals
from domain.timeline import ProgressMeasure
from domain.verification import Phase
from ui import badges, wording
from ui.figure import Table
from ui.language import gettext as _
from ui.store import Overview
from ui.summary_numbers import current_phase
from ui.words import status_word

Measured = tuple[str, int, int, str]
"""What is measured, how many, of how many, and their unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauged:
    """One gauge: a share against what it should be.

    Attributes:
        title: What is measured.
        done: Numerator.
        total: Denominator.
        unit: What is counted.
        threshold: Share it should have reached, from 0 to 1; None where there is none.
        threshold_words: The threshold, as written beside its tick.
        status: Where it stands.
        note: The rule or the pace behind the threshold.
        age: Day that the figure refers to, in words.
    """

    title: str
    done: int
    total: int
    unit: str
    threshold: Fraction | None
    threshold_words: str
    status: Status
    note: str
    age: str

    @property
    def share(self) -> Fraction | None:
        """Return the share reached, None without anything to measure."""
        return Fraction(self.done, self.total) if self.total else None


def gauges(overview: Overview) -> list[Gauged]:
    """Return the gauges of the current verification phase."""
    found = current_phase(overview)
    if found is None:
        return []
    phase, totals = found
    item = measured_by(overview, phase, ProgressMeasure.MEMBERS)
    handing_over = measured_by(overview, phase, ProgressMeasure.REGIONS) or item
    expected = item.expected if item else None
    status = item.status if item else Status.RUNNING
    regions_status = handing_over.status if handing_over else status
    every = Fraction(1)
    regions = (
        _("Kab/kota handed over"),
        totals.regions_submitted,
        totals.regions_expected,
        _("kab/kota"),
    )
    parties = (
        _("Parties checked"),
        totals.parties_checked,
        totals.parties_expected,
        _("parties"),
    )
    members = _("Members checked"), totals.visited, totals.sample, _("members")
    recaps = (
        _("Recaps decided in plenary"),
        totals.recaps_decided,
        totals.recaps_expected,
        _("recaps"),
    )
    age = _age(totals)
    return [
        _gauged(regions, every, regions_status, age),
        _gauged(parties, expected, status, age),
        _gauged(members, expected, status, age),
        _gauged(recaps, every, status, age),
    ]  # fmt: skip


def gauges_table(gauges: Sequence[Gauged]) -> Table:
    """Return what the gauges show, as a table."""
    return Table(
        columns=(
            _("Measure"), _("Figure"), _("Of"), _("Unit"), _("Threshold"),
            _("Status"), _("Basis"), _("Age"),
        ),
        rows=tuple(
            (
                each.title,
                str(each.done),
                str(each.total),
                each.unit,
                each.threshold_words,
                status_word(each.status),
                each.note,
                each.age,
            )
            for each in gauges
        ),
    )  # fmt: skip


def measured_by(
    overview: Overview, phase: Phase, measure: ProgressMeasure
) -> Assessment | None:
    """Return the milestone whose progress a phase's tallies give in one measure."""
    fitting = (
        item
        for item in overview.milestones
        if item.milestone.phase_code == phase.code and item.milestone.measure is measure
    )
    return next(fitting, None)


def _age(totals: PhaseTotals) -> str:
    if totals.reported_on is None:
        return ""
    words = _("reported up to {day}").format(day=wording.short_day(totals.reported_on))
    return words + badges.simulated_words(is_simulated=totals.is_simulated)


def _gauged(
    measured: Measured, threshold: Fraction | None, status: Status, age: str
) -> Gauged:
    title, done, total, unit = measured
    reached = Fraction(done, total) if total else Fraction(0)
    if total and done == total:
        status = Status.DONE
    elif status.is_done or (threshold and threshold < 1 and reached < threshold):
        status = Status.AT_RISK
    return Gauged(
        title=title,
        done=done,
        total=total,
        unit=unit,
        threshold=threshold,
        threshold_words=_threshold_words(threshold, total),
        status=status,
        note=_threshold_note(threshold, total),
        age=age,
    )


def _threshold_words(threshold: Fraction | None, total: int) -> str:
    if threshold is None:
        return ""
    return wording.number(total) if threshold == 1 else wording.percent(threshold)


def _threshold_note(threshold: Fraction | None, total: int) -> str:
    if threshold is None:
        return ""
    if threshold == 1:
        return _("All {total} are needed").format(total=wording.number(total))
    pace = wording.percent(threshold)
    return _("Planned pace today: {share}").format(share=pace)
