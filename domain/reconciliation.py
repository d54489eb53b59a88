"""Whether numbers that must agree do: one light for each pair.

A number that another published and that does not add up is shown with its gap; nothing
here sums it away or puts ours in its place.
"""

from dataclasses import dataclass
from enum import StrEnum


class Check(StrEnum):
    """What is compared with what."""

    SAMPLE = "sample"  # the sample with MS + BMS + TMS + members not visited
    PROVINCE = "province"  # the sum of the kab/kota with the figure of the province
    SIPOL = "sipol"  # our members with those of the last Sipol import
    CORRECTION = "correction"  # members of a correction with those not MS before it
    MINUTES = "minutes"  # two minutes of one day: BA ganda
    PUBLISHED = "published"  # a total that another published with its own parts


class LightState(StrEnum):
    """What a comparison found."""

    GREEN = "green"
    RED = "red"
    UNKNOWN = "unknown"  # one of the numbers is not there, or is not exact


SOURCES: dict[Check, str | None] = {
    Check.SAMPLE: None,
    Check.PROVINCE: None,
    Check.SIPOL: None,
    Check.CORRECTION: "KPU (Idham Holik), kompas.com, 14 September 2022: BMS dapat"
    " dilengkapi, TMS diganti",
    Check.MINUTES: None,
    Check.PUBLISHED: None,
}
"""Source of each check; None says: no source, our own check."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Light:
    """One comparison of two numbers.

    Attributes:
        check: What is compared.
        state: What was found.
        measure: What the numbers count: a field of `Tally`, `voters`, `population` or
            a measure of a published figure.
        ours: The number under test; None where it is not there.
        theirs: The number it must agree with; None where it is not there.
        region_code: Region whose people know; the province's for its own figures.
        phase_code: Verification phase, if of one.
        party_code: Party, if of one.
        subject: Minutes or source that the numbers stand in, as they name themselves.
        is_simulated: Whether a number is made up.
    """

    check: Check
    state: LightState
    measure: str
    ours: int | None
    theirs: int | None
    region_code: str
    phase_code: str | None = None
    party_code: str | None = None
    subject: str = ""
    is_simulated: bool = False

    @property
    def gap(self) -> int | None:
        """Return our number less the other; None where one is not there."""
        if self.ours is None or self.theirs is None:
            return None
        return self.ours - self.theirs

    @property
    def source(self) -> str | None:
        """Return the source of the check; None where it is our own."""
        return SOURCES[self.check]


def equality(ours: int | None, theirs: int | None) -> LightState:
    """Return the light of two numbers that must be equal."""
    if ours is None or theirs is None:
        return LightState.UNKNOWN
    return LightState.GREEN if ours == theirs else LightState.RED
