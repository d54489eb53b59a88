"""What a tally must satisfy, and what it says of a kab/kota."""

from enum import StrEnum
from fractions import Fraction

from domain.tally import Tally, TallyState
from domain.verification import Phase, Verdict
from domain.violation import Violation


class TallyRule(StrEnum):
    """A rule that the figures of a tally must satisfy."""

    NOT_NEGATIVE = "not_negative"
    TOO_LARGE = "too_large"  # more than people live anywhere in Indonesia
    WITHIN_MEMBERS = "within_members"  # sample <= members
    WITHIN_SAMPLE = "within_sample"  # visited <= sample
    MET_WITHIN_VISITED = "met_within_visited"
    DECIDED_WITHIN_VISITED = "decided_within_visited"  # MS + BMS + TMS <= visited
    VERDICT_OF_PHASE = "verdict_of_phase"
    DECIDED_IN_PLENARY = "decided_in_plenary"  # with a day, a number and a verdict


COUNTS = (
    "members",
    "required",
    "sample",
    "visited",
    "met",
    "eligible",
    "correctable",
    "ineligible",
)
"""The fields of a tally that count members."""

MOST_MEMBERS = 10_000_000
"""No kab/kota has as many inhabitants; more is a slip of the keyboard. No source."""


def check_tally(tally: Tally, phase: Phase) -> tuple[Violation, ...]:
    """Return every rule that a tally breaks, or nothing for a sound one.

    Args:
        tally: The tally as entered.
        phase: Its phase, which says what verdicts may be given.

    Source: PKPU 4/2022, on the recap of the verification (paragraphs not read); the
        order MS + BMS + TMS <= visited <= sample <= members follows from the counting.
    """
    return (
        *_out_of_range(tally),
        *_out_of_order(tally),
        *_verdict_violations(tally, phase),
    )


def decided_members(tally: Tally) -> int:
    """Return the members found MS, BMS or TMS so far."""
    found = (tally.eligible, tally.correctable, tally.ineligible)
    return sum(count for count in found if count)


def projected_members(tally: Tally) -> Fraction | None:
    """Return the members that would be MS if all were as those of the sample.

    Returns:
        The share of MS in the sample times the members submitted; None before the
        plenary, and without a sample.

    Source: Keputusan KPU 260/2022 as changed by 384/2022 (recalled).
    """
    if tally.eligible is None or not tally.sample:
        return None
    return Fraction(tally.eligible * tally.members, tally.sample)


def regency_verdict(tally: Tally, phase: Phase) -> Verdict | None:
    """Return the verdict that the figures of a kab/kota lead to in a phase.

    Returns:
        MS once the projected members reach the required number; otherwise BMS where
        the phase leaves room for correction, else TMS. None before the plenary.

    Source: UU 7/2017, article 173 (2) f; PKPU 4/2022 (paragraphs not read).
    """
    projected = projected_members(tally)
    if projected is None:
        return None
    return Verdict.ELIGIBLE if projected >= tally.required else shortfall_verdict(phase)


def shortfall_verdict(phase: Phase) -> Verdict:
    """Return what falling short means: BMS in a first round, TMS in a last one.

    Source: PKPU 4/2022; KPU NTB, 30 November 2022 (fewer than 8 kab/kota means TMS).
    """
    if Verdict.CORRECTABLE in phase.verdicts:
        return Verdict.CORRECTABLE
    return Verdict.INELIGIBLE


def _out_of_range(tally: Tally) -> list[Violation]:
    counts = {name: getattr(tally, name) or 0 for name in COUNTS}
    negative = [
        Violation(field=name, value=count, rule=TallyRule.NOT_NEGATIVE)
        for name, count in counts.items()
        if count < 0
    ]
    too_large = [
        Violation(field=name, value=count, rule=TallyRule.TOO_LARGE, most=MOST_MEMBERS)
        for name, count in counts.items()
        if count > MOST_MEMBERS
    ]
    return [*negative, *too_large]


def _out_of_order(tally: Tally) -> list[Violation]:
    decided = decided_members(tally)
    rules = (
        ("sample", tally.sample, tally.members, TallyRule.WITHIN_MEMBERS),
        ("visited", tally.visited, tally.sample, TallyRule.WITHIN_SAMPLE),
        ("met", tally.met, tally.visited, TallyRule.MET_WITHIN_VISITED),
        ("eligible", decided, tally.visited, TallyRule.DECIDED_WITHIN_VISITED),
    )
    return [
        Violation(field=field, value=count, rule=rule)
        for field, count, most, rule in rules
        if count > most
    ]


def _verdict_violations(tally: Tally, phase: Phase) -> list[Violation]:
    found = []
    if tally.verdict and tally.verdict not in phase.verdicts:
        found.append(
            Violation(
                field="verdict", value=tally.verdict, rule=TallyRule.VERDICT_OF_PHASE
            )
        )
    if tally.state is TallyState.DECIDED:
        found += [
            Violation(field=name, value=None, rule=TallyRule.DECIDED_IN_PLENARY)
            for name in ("verdict", "decided_on", "minutes_number")
            if getattr(tally, name) is None
        ]
    return found
