"""How old the newest figures of each kab/kota and phase are."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from statistics import median

from domain.reconciliation_books import is_simulated
from domain.tally import Tally, TallyState


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureAge:
    """How old the newest figures of one kab/kota in one phase are.

    Attributes:
        phase_code: Verification phase.
        region_code: Kemendagri code of the kab/kota.
        reported_on: Newest day that its figures refer to.
        age: Days from then to the day of the question.
        recaps: Parties with figures there.
        decided: Those decided in plenary, whose figures will not change.
        is_simulated: Whether any figure is made up.
    """

    phase_code: str
    region_code: str
    reported_on: date
    age: int
    recaps: int
    decided: int
    is_simulated: bool


def figure_ages(tallies: Iterable[Tally], day: date) -> tuple[FigureAge, ...]:
    """Return how old the figures are, the oldest first, then as the tallies come.

    Args:
        tallies: Latest tally of each cell, as known on the day.
        day: Day of the question.
    """
    groups: defaultdict[tuple[str, str], list[Tally]] = defaultdict(list)
    for tally in tallies:
        groups[tally.phase_code, tally.region_code].append(tally)
    ages = [_age(cell, found, day) for cell, found in groups.items()]
    return tuple(sorted(ages, key=lambda each: -each.age))


def median_age(ages: Collection[FigureAge]) -> Fraction | None:
    """Return the median age in days, which may be a half; None of none."""
    return median(Fraction(each.age) for each in ages) if ages else None


def _age(cell: tuple[str, str], tallies: list[Tally], day: date) -> FigureAge:
    phase, region = cell
    newest = max(tally.reported_on for tally in tallies)
    return FigureAge(
        phase_code=phase,
        region_code=region,
        reported_on=newest,
        age=(day - newest).days,
        recaps=len(tallies),
        decided=sum(tally.state is TallyState.DECIDED for tally in tallies),
        is_simulated=any(map(is_simulated, tallies)),
    )
