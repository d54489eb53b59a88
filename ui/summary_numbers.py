"""The four numbers of Ringkasan, for any day."""

from dataclasses import dataclass
from datetime import date, timedelta

from domain.assessment import StageAssessment, Status
from domain.tally import PhaseTotals
from domain.timeline import Stage
from domain.verification import Phase
from ui import headlines, wording
from ui.language import gettext as _
from ui.language import name
from ui.store import Overview
from ui.visit import Visit

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


def four_numbers(overview: Overview, visit: Visit) -> list[Number]:
    """Return the four numbers of the day."""
    return [
        _stages_running(overview),
        _day_of_stage(overview, visit),
        *_verification_numbers(overview),
    ]


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
    stage = current.stage if current else None
    start, end = _planned_days(stage)
    if not stage or not start or not end:
        gone, length = visit.days_gone
        return Number(
            label=_("Days since the stages opened"),
            value=gone,
            total=length,
            source="PKPU 3/2022",
            meaning=_("until voting day"),
        )
    length = (end - start).days + 1
    gone = min((visit.day - start).days + 1, length)
    return Number(
        label=_("Day of stage {code}").format(code=stage.code),
        value=gone,
        total=length,
        source="PKPU 3/2022",
        meaning=_("until {day}").format(day=wording.short_day(end)),
    )


def _planned_days(stage: Stage | None) -> tuple[date | None, date | None]:
    if stage is None:
        return None, None
    return stage.schedule.planned_start, stage.schedule.planned_end


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
