"""What a briefing says: every word of it, in its language."""

from dataclasses import dataclass
from datetime import date

from domain.assessment import Status
from reports.tables import Cell, Number, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A stage over the days; places are shares of the width, from 0 to 1.

    Attributes:
        number: Official number; empty for none.
        name: Official name.
        state: Its status, with its share.
        days: Its planned days in words.
        status: Where it stands.
        start: Where the bar begins; None without days.
        end: Where it ends.
        done: Share of the bar that is done.
        reached: Places of its dated milestones that have come.
        ahead: Places of those still to come.
    """

    number: str
    name: str
    state: Cell
    days: str
    status: Status
    start: float | None
    end: float | None
    done: float
    reached: tuple[float, ...]
    ahead: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A label over the days.

    Attributes:
        at: Its place, from 0 to 1.
        words: What it says.
        kind: `year`, `today` or `voting`.
    """

    at: float
    words: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages:
    """The Gantt chart, which is a table with bars.

    Attributes:
        heading: What it says.
        columns: Headings of name, status and days.
        marks: Labels over the bars.
        bars: The stages.
        foot: What its signs mean.
        is_simulated: Whether a share in it is simulated.
    """

    heading: str
    columns: tuple[str, ...]
    marks: tuple[Mark, ...]
    bars: tuple[Bar, ...]
    foot: str
    is_simulated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure of the phase in hand, against what it should be.

    Attributes:
        name: What is measured.
        figure: Numerator and denominator with their unit.
        share: Share reached, from 0 to 1; None without anything to measure.
        percent: The same in words.
        threshold: Share it should have reached; None where there is none.
        status: Where it stands.
        state: The same in words.
        note: The rule or the pace behind the threshold.
    """

    name: str
    figure: str
    share: float | None
    percent: str
    threshold: float | None
    status: Status
    state: Cell
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseInHand:
    """How far a phase has come.

    Attributes:
        heading: What the measures say.
        columns: Headings: measure, figure, share, threshold, status.
        measures: The measures; none before a figure was reported.
        foot: How old the figures are; empty for none.
        is_simulated: Whether they are simulated.
    """

    heading: str
    columns: tuple[str, ...]
    measures: tuple[Measure, ...]
    foot: str
    is_simulated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The parties by kab/kota.

    Attributes:
        table: Parties as rows: name, a cell for each kab/kota, result.
        key: What its tiles mean.
    """

    table: Table
    key: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """The page of the integrity zone.

    Attributes:
        headline: What the assessment comes to.
        sentence: Who assessed what, and what lacks.
        numbers: At most four numbers.
        tables: Areas of change, what else is measured, services, the rota.
        sources: Where the figures come from.
    """

    headline: str
    sentence: str
    numbers: tuple[Number, ...]
    tables: tuple[Table, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What tells this edition from any other.

    Attributes:
        line: Day, revision and first letters of the head hash, in words.
        head: Hash of the journal's last entry, in hexadecimal.
        told: What the code of it is, for those who do not see it.
        caption: What the reader may do with it.
        page: Number of a page, with the fields `{page}` and `{count}`.
    """

    line: str
    head: str
    told: str
    caption: str
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """A briefing, with every word in its language.

    Attributes:
        language: Code of the language, as in `id`.
        day: Day it is of.
        title: Name of the document.
        office: The commission.
        election: Name of the election, and its voting day.
        headline: The state in a few words.
        sentence: The state in one sentence; may be empty.
        simulated: Word for simulated figures.
        numbers: The four numbers; none before the stages were ordered.
        stages: The stages; None before they were ordered.
        urgent: What is late or at risk.
        due: What begins or ends in the coming days.
        changes: What changed.
        phase: The verification phase in hand.
        grid: Its parties by kab/kota; None before there are any.
        zone: The page of the integrity zone; None where nothing of it is known.
        sources_heading: Name of the list of sources.
        sources: Where the figures come from.
        stamp: What tells this edition from any other.
    """

    language: str
    day: date
    title: str
    office: str
    election: str
    headline: str
    sentence: str
    simulated: str
    numbers: tuple[Number, ...]
    stages: Stages | None
    urgent: Table
    due: Table
    changes: Table
    phase: PhaseInHand
    grid: Grid | None
    zone: Zone | None
    sources_heading: str
    sources: tuple[str, ...]
    stamp: Stamp
