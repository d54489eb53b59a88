"""The lights of each check counted, who may see them, and whom they concern."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from domain.person import Permission, Person, Role
from domain.reconciliation import Check, Light, LightState


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSummary:
    """How the comparisons of one check came out.

    Attributes:
        check: What is compared.
        green: Comparisons that agree.
        red: Comparisons that do not.
        unknown: Comparisons that lack a number, or an exact one.
        is_simulated: Whether a compared number is made up.
    """

    check: Check
    green: int
    red: int
    unknown: int
    is_simulated: bool

    @property
    def compared(self) -> int:
        """Return how many comparisons had both numbers."""
        return self.green + self.red

    @property
    def state(self) -> LightState:
        """Return red where any is, green where all that could be made are."""
        if self.red:
            return LightState.RED
        return LightState.GREEN if self.green else LightState.UNKNOWN


def summaries(lights: Iterable[Light]) -> tuple[CheckSummary, ...]:
    """Return the summary of every check, in order, those without a light too."""
    known = tuple(lights)
    return tuple(
        _summary(check, [light for light in known if light.check is check])
        for check in Check
    )


def lights_of(lights: Iterable[Light], person: Person) -> tuple[Light, ...]:
    """Return the lights that somebody may see: an operator their own kab/kota's."""
    seen = Permission.RECORD_TALLY
    return tuple(light for light in lights if person.may(seen, light.region_code))


def responsible(region: str, people: Iterable[Person]) -> tuple[Person, ...]:
    """Return whom to call about a region, by name; empty where there is nobody.

    They are its operators; the editors where it has none, as the province has none.

    Args:
        region: Code of the kab/kota or of the province.
        people: People with an account.
    """
    known = sorted(people, key=lambda each: (each.name, each.code))
    own = [
        each for each in known if each.role is Role.OPERATOR and region in each.regions
    ]
    return tuple(own or (each for each in known if each.role is Role.EDITOR))


def _summary(check: Check, lights: list[Light]) -> CheckSummary:
    states = Counter(light.state for light in lights)
    return CheckSummary(
        check=check,
        green=states[LightState.GREEN],
        red=states[LightState.RED],
        unknown=states[LightState.UNKNOWN],
        is_simulated=any(light.is_simulated for light in lights),
    )
