"""A show in a hall (Lembar Proyeksi): what its sheets say, and what was once shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.assessment import Status
from domain.findings import Finding
from domain.tally import TallyState


class Check(StrEnum):
    """What is looked at before a room sees the sheets, in this order."""

    VERDICTS_DECIDED = "verdicts_decided"
    SIMULATED_MARKED = "simulated_marked"
    PARTIES_IN_ORDER = "parties_in_order"
    PARTIES_NEUTRAL = "parties_neutral"
    TITLED = "titled"
    DATED = "dated"
    SOURCED = "sourced"
    TEXT_LARGE_ENOUGH = "text_large_enough"
    STALE_HATCHED = "stale_hatched"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFigure:
    """A figure on a sheet.

    Attributes:
        name: What it counts, in words.
        reported_on: Day it refers to; None for one that does not age.
        status: Where its milestone stands; None where it has none.
        is_simulated: Whether it is simulated.
        is_hatched: Whether it is drawn as stale, with its age beside it.
    """

    name: str
    reported_on: date | None = None
    status: Status | None = None
    is_simulated: bool = False
    is_hatched: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownVerdict:
    """A verdict on a sheet, and the tally behind it.

    Attributes:
        name: Party and kab/kota, in words.
        finding: The verdict.
        state: How far the tally has come.
        decided_on: Day of the plenary; None without one.
        minutes_number: Number of its minutes (berita acara).
        is_simulated: Whether the tally is simulated; then it has no minutes.
    """

    name: str
    finding: Finding
    state: TallyState
    decided_on: date | None
    minutes_number: str | None
    is_simulated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownParty:
    """A party on a sheet.

    Attributes:
        name: Name as the sheet writes it.
        order: Place in the official order.
        colours: Colours its row is drawn in, by what they stand for.
    """

    name: str
    order: int
    colours: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSheet:
    """What one sheet shows, as far as the checks ask for it.

    Attributes:
        code: Identity in the show.
        title: Its message; empty for none.
        as_of: Day that its foot says; None for none.
        source: Source that its foot says; empty for none.
        is_marked: Whether its foot says that figures are simulated.
        figures: Its figures.
        verdicts: Its verdicts.
        parties: Its parties, from top to bottom.
    """

    code: str
    title: str
    as_of: date | None
    source: str
    is_marked: bool
    figures: tuple[ShownFigure, ...] = ()
    verdicts: tuple[ShownVerdict, ...] = ()
    parties: tuple[ShownParty, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSize:
    """How large a rule of the style sheet writes.

    Attributes:
        selector: What the rule is for.
        units: Height in hundredths of the screen's height; None where the rule does
            not say it in them.
    """

    selector: str
    units: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Something that must not be shown.

    Attributes:
        sheet: Code of the sheet; empty where it is of all of them.
        item: What on it, in words; empty for the sheet itself.
    """

    sheet: str
    item: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one check found.

    Attributes:
        check: The check.
        looked_at: How many items it looked at.
        failures: What must not be shown.
    """

    check: Check
    looked_at: int
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preflight:
    """What the checks found, one outcome each.

    Attributes:
        outcomes: In the order of the checks.
    """

    outcomes: tuple[Outcome, ...]

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """Return the checks that found something."""
        return tuple(each for each in self.outcomes if each.failures)

    @property
    def is_green(self) -> bool:
        """Return whether every check was made, and none found anything."""
        made = {each.check for each in self.outcomes}
        return made == set(Check) and not self.failed


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a room is about to see.

    Attributes:
        election: Code of the election.
        day: Day that the sheets are of.
        revision: Data revision they were drawn from.
        wish: What the show was asked for, as the query string of its address.
        content: The sheets with their looks, as HTML.
        preflight: What the checks found on these very sheets.
    """

    election: str
    day: date
    revision: int
    wish: str
    content: str
    preflight: Preflight


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """What a room saw.

    Attributes:
        number: Number of its entry in the journal; names it for good.
        election: Code of the election.
        day: Day that the sheets are of.
        revision: Data revision they were drawn from.
        wish: What the show was asked for, as the query string of its address.
        occasion: What it was shown for, as typed.
        presenter: Name of whoever showed it.
        at: Instant it was stored.
        sha256: SHA-256 of the sheets, in hexadecimal.
        looked_at: Items that each check looked at, all of them without a finding.
    """

    number: int
    election: str
    day: date
    revision: int
    wish: str
    occasion: str
    presenter: str
    at: datetime
    sha256: str
    looked_at: Mapping[Check, int]
