"""Ringkasan in words and numbers, for any day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from charts.landmarks import Landmark
from charts.summary import Countdown
from charts.time_axis import Window
from charts.timeline import GanttView
from charts.timeline_rows import GanttRow
from domain.agenda import Due, Event, due_within, needs_attention
from domain.assessment import Assessment, StageAssessment, Status
from domain.tally import PhaseTotals
from domain.timeline import ProgressMeasure
from domain.verification import Phase
from ui import headlines, wording
from ui.figure import Table
from ui.language import gettext as _
from ui.language import name, ngettext
from ui.store import Overview
from ui.timeline import stage_rows, timeline_table
from ui.visit import Visit

DAYS_AHEAD = 14
STRIP_ROW = 24  # pixels of one stage in the strip
REMEMBERED = timedelta(days=14)
"""How long the figures of a finished phase stay among the four numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One of the four numbers: what, how many of how many, from where.

    Attributes:
        label: What is counted.
        value: Numerator.
        total: Denominator; None where there is none.
        source: Where the figure comes from, in a word.
        meaning: What the reader learns from it.
        is_simulated: Whether it is simulated.
    """

    label: str
    value: int
    total: int | None
    source: str
    meaning: str
    is_simulated: bool = False


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
        is_simulated: Whether any figure in it is simulated.
        as_of: Day the figures refer to.
    """

    title: str
    done: int
    total: int
    unit: str
    threshold: Fraction | None
    threshold_words: str
    status: Status
    note: str
    is_simulated: bool
    as_of: date | None

    @property
    def share(self) -> Fraction | None:
        """Return the share reached, None without anything to measure."""
        return Fraction(self.done, self.total) if self.total else None


def attention(overview: Overview) -> tuple[Assessment, ...]:
    """Return the milestones that need attention, the most pressing first.

    One that ended past its legal limit stays in view for two weeks.
    """
    over = [item for item in overview.milestones if _ended_over(item, overview.day)]
    return (*over, *needs_attention(overview.milestones))


def _ended_over(item: Assessment, day: date) -> bool:
    ended = item.milestone.schedule.actual_end
    return bool(item.passed_limit_by and ended and day - ended <= REMEMBERED)


def sentence_of(overview: Overview, urgent: Sequence[Assessment]) -> str:
    """Return the state of the election in one sentence."""
    ahead = [
        item
        for item in overview.milestones
        if item.slack is not None and item.slack >= 0
    ]
    nearest = min(ahead, key=_slack, default=None)
    return headlines.sentence(urgent, nearest)


def _slack(item: Assessment) -> int:
    return item.slack or 0


def due(overview: Overview) -> tuple[Due, ...]:
    """Return what begins or ends in the days ahead."""
    return due_within(overview.milestones, overview.day, DAYS_AHEAD, overview.calendar)


def four_numbers(overview: Overview, visit: Visit) -> list[Number]:
    """Return the four numbers of the day."""
    return [
        _stages_running(overview),
        _day_of_stage(overview, visit),
        *_verification_numbers(overview),
    ][:4]


def _stages_running(overview: Overview) -> Number:
    now = headlines.running(overview.stages)
    codes = ", ".join(stage.stage.code for stage in now)
    meaning = _("stages {codes}").format(codes=codes) if now else _("none on this day")
    return Number(
        label=_("Stages running"),
        value=len(now),
        total=len(headlines.statutory(overview.stages)),
        source="PKPU 3/2022",
        meaning=meaning,
    )


def _day_of_stage(overview: Overview, visit: Visit) -> Number:
    current = current_stage(overview)
    schedule = current.stage.schedule if current else None
    if (
        not current
        or not schedule
        or not schedule.planned_start
        or not schedule.planned_end
    ):
        launched = (visit.election.voting_day - visit.election.launched_on).days + 1
        gone = min(max((visit.day - visit.election.launched_on).days + 1, 0), launched)
        return Number(
            label=_("Days since the stages opened"),
            value=gone,
            total=launched,
            source="PKPU 3/2022",
            meaning=_("until voting day"),
        )
    length = (schedule.planned_end - schedule.planned_start).days + 1
    gone = min((visit.day - schedule.planned_start).days + 1, length)
    return Number(
        label=_("Day of stage {code}").format(code=current.stage.code),
        value=gone,
        total=length,
        source="PKPU 3/2022",
        meaning=_("until {day}").format(day=wording.short_day(schedule.planned_end)),
    )


def current_stage(overview: Overview) -> StageAssessment | None:
    """Return the running stage that ends first, the one a briefing is about."""
    dated = [
        stage
        for stage in headlines.running(overview.stages)
        if stage.stage.schedule.planned_end
        and stage.stage.schedule.planned_end >= overview.day
    ]
    return min(dated, key=_planned_end, default=None)


def _planned_end(stage: StageAssessment) -> date:
    return stage.stage.schedule.planned_end or date.max


def current_phase(overview: Overview) -> tuple[Phase, PhaseTotals] | None:
    """Return the latest verification phase that has figures."""
    counted = [
        (phase, overview.totals[phase.code])
        for phase in overview.phases
        if phase.code in overview.totals and overview.totals[phase.code].recaps_expected
    ]
    return counted[-1] if counted else None


def _verification_numbers(overview: Overview) -> list[Number]:
    found = current_phase(overview)
    recent = found and found[1].reported_on
    if found is None or recent is None or overview.day - recent > REMEMBERED:
        return [_milestones_done(overview), _parties_determined(overview)]
    phase, totals = found
    stage = name(phase.short_name)
    as_of = _("as of {day}").format(day=wording.short_day(recent))
    return [
        Number(
            label=_("Parties checked"),
            value=totals.parties_checked,
            total=totals.parties_expected,
            source=phase.legal_basis.split(";")[0],
            meaning=f"{stage}, {as_of}",
            is_simulated=totals.is_simulated,
        ),
        Number(
            label=_("Kab/kota handed over"),
            value=totals.regions_submitted,
            total=totals.regions_expected,
            source=phase.legal_basis.split(";")[0],
            meaning=as_of,
            is_simulated=totals.is_simulated,
        ),
    ]


def _milestones_done(overview: Overview) -> Number:
    held = [item for item in overview.milestones if item.status.is_held]
    return Number(
        label=_("Milestones done"),
        value=sum(item.status.is_done for item in held),
        total=len(held),
        source="PKPU 3/2022",
        meaning=_("of those known on this day"),
    )


def _parties_determined(overview: Overview) -> Number:
    numbered = sum(party.ballot_number is not None for party in overview.parties)
    if numbered:
        return Number(
            label=_("Parties on the ballot in NTB"),
            value=numbered,
            total=None,
            source="Kpt KPU 518/2022",
            meaning=_("with a ballot number"),
        )
    unreported = sum(item.status is Status.UNREPORTED for item in overview.milestones)
    return Number(
        label=_("Milestones not reported"),
        value=unreported,
        total=len(overview.milestones),
        source="PKPU 3/2022",
        meaning=_("past their planned start"),
    )


def gauges(overview: Overview) -> list[Gauged]:
    """Return the gauges of the current verification phase."""
    found = current_phase(overview)
    if found is None:
        return []
    phase, totals = found
    item = _measured_by(overview, phase, ProgressMeasure.MEMBERS)
    handing_over = _measured_by(overview, phase, ProgressMeasure.REGIONS) or item
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
    return [
        _gauged(regions, every, regions_status, totals),
        _gauged(parties, expected, status, totals),
        _gauged(members, expected, status, totals),
        _gauged(recaps, every, status, totals),
    ]  # fmt: skip


def _measured_by(
    overview: Overview, phase: Phase, measure: ProgressMeasure
) -> Assessment | None:
    """Return the milestone whose progress a phase's tallies give in one measure."""
    fitting = (
        item
        for item in overview.milestones
        if item.milestone.phase_code == phase.code and item.milestone.measure is measure
    )
    return next(fitting, None)


def _gauged(
    measured: Measured, threshold: Fraction | None, status: Status, totals: PhaseTotals
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
        is_simulated=totals.is_simulated,
        as_of=totals.reported_on,
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


def strip_window(overview: Overview, visit: Visit) -> Window:
    """Return the days the strip of stages shows."""
    schedules = [stage.stage.schedule for stage in headlines.statutory(overview.stages)]
    starts = [s.planned_start or s.actual_start for s in schedules]
    ends = [s.planned_end or s.actual_end for s in schedules]
    first = min((day for day in starts if day), default=visit.election.launched_on)
    last = max((day for day in ends if day), default=visit.election.voting_day)
    return Window(first=first, last=max(last, visit.election.voting_day))


def landmarks(visit: Visit) -> tuple[Landmark, ...]:
    """Return the named days that cross every row."""
    called = name(visit.election.voting_day_name)
    return (Landmark(day=visit.election.voting_day, name=called),)


def strip_of(overview: Overview, visit: Visit) -> tuple[list[GanttRow], GanttView]:
    """Return the rows of the strip of stages, and what part of time it shows."""
    view = GanttView(
        window=strip_window(overview, visit),
        today=visit.day,
        landmarks=landmarks(visit),
        row_height=STRIP_ROW,
    )
    return stage_rows(headlines.statutory(overview.stages), None), view


def countdown_of(visit: Visit) -> Countdown:
    """Return the days until voting day, or since."""
    election, left = visit.election, visit.days_to_voting
    length = (election.voting_day - election.launched_on).days + 1
    gone = min(max((visit.day - election.launched_on).days + 1, 0), length)
    called = name(election.voting_day_name)
    until = ngettext("day until {name}", "days until {name}", left)
    since = ngettext("day since {name}", "days since {name}", -left)
    foot = _("day {gone} of {length} since the stages opened")
    return Countdown(
        days=abs(left),
        headline=(until if left >= 0 else since).format(name=called),
        subline=wording.day(election.voting_day),
        progress=gone / length,
        footnote=foot.format(gone=wording.number(gone), length=wording.number(length)),
    )


def stages_table(overview: Overview) -> Table:
    """Return the stages as a table."""
    return timeline_table(stage_rows(headlines.statutory(overview.stages), None))


def due_table(items: Sequence[Due]) -> Table:
    """Return what is due as a table."""
    return Table(
        columns=(_("Day"), _("Milestone"), _("Working days left")),
        rows=[
            (wording.short_day(item.on), due_words(item), str(item.working_days_left))
            for item in items
        ],
    )


def due_words(item: Due) -> str:
    """Return what happens on the day: "Masa perbaikan dokumen dimulai"."""
    called = name(item.assessment.milestone.short_name)
    words = _("{name} begins") if item.event is Event.STARTS else _("{name} ends")
    return words.format(name=called)
