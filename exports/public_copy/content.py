"""What a public view says: words ready to be read, and charts yet to be drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from charts.palette import CellKind
from charts.template import Spec
from domain.assessment import Status
from ui.chips import Card, Line
from ui.figure import Table
from ui.lines import Panel

# Pixels that a chart has on a phone, on a notebook and on a large screen.
FULL = (360, 1216, 1770)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A chart.

    Attributes:
        key: Its name on the page, of letters, digits and dashes.
        takeaway: What it shows, for those who do not see it.
        spec: Vega-Lite specification with its rows inline.
        widths: Pixels that it is drawn in, from the narrowest screen to the widest.
        title: What stands above it; may be empty.
        table: The figures behind it; None where another chart's table has them.
    """

    key: str
    takeaway: str
    spec: Spec
    widths: Sequence[int]
    title: str = ""
    table: Table | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """Numbers on cards, each with denominator, source and age."""

    cards: Sequence[Card]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """Milestones under one another, the most pressing first."""

    title: str
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading over what follows.

    Attributes:
        title: The heading.
        words: A line under it; may be empty.
        legend: What the signs of the chart below mean.
        is_simulated: Whether what follows is simulated.
    """

    title: str
    words: str = ""
    legend: Mapping[CellKind, str] = field(default_factory=dict)
    is_simulated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """Rows behind figures, folded away.

    Attributes:
        title: What the fold is called.
        table: The rows.
    """

    title: str
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A milestone in a list: where it stands, its name, and its planned days."""

    status: Status
    name: str
    days: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is known of a stage, and its milestones.

    Attributes:
        title: The stage.
        status: Where it stands.
        is_simulated: Whether that follows from simulated figures.
        facts: Labels and what they stand for.
        items: The milestones, in official order.
        foot: Source of the stage.
    """

    title: str
    status: Status
    is_simulated: bool
    facts: Sequence[tuple[str, str]]
    items: Sequence[Item]
    foot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One paragraph, or one list.

    Attributes:
        words: Words of the paragraph; may be empty.
        look: `strong`, `small`, or as all else.
        chips: Words on the colour of a status, before the others.
        is_simulated: Whether a figure in it is simulated.
        items: Lines of the list instead of a paragraph.
    """

    words: str = ""
    look: str = ""
    chips: Sequence[tuple[Status, str]] = ()
    is_simulated: bool = False
    items: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Paragraphs under one another.

    Attributes:
        said: The paragraphs; empty ones are left out.
        title: Heading above them; may be empty.
    """

    said: Sequence[Said]
    title: str = ""


Block: TypeAlias = (
    Picture | Numbers | Attention | Heading | Folded | Panel | Details | Passage
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Blocks side by side.

    Attributes:
        blocks: The blocks, from left to right.
        look: How they share the width, a class of the style sheet.
    """

    blocks: Sequence[Block]
    look: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One public view of one election on one day, in one language.

    Attributes:
        key: Its name in addresses.
        title: Its conclusion.
        sentence: The same with figures; may be empty.
        is_simulated: Whether a figure in the sentence is simulated.
        beside: A chart beside the title, if any.
        rows: All else, from top to bottom.
        foot: Schedule, sources and what the figures are not.
    """

    key: str
    title: str
    sentence: str = ""
    is_simulated: bool = False
    beside: Picture | None = None
    rows: Sequence[Row] = ()
    foot: str = ""

    @property
    def blocks(self) -> list[Block]:
        """Return every block, in reading order."""
        first: list[Block] = [self.beside] if self.beside else []
        return first + [block for row in self.rows for block in row.blocks]

    @property
    def pictures(self) -> list[Picture]:
        """Return every chart, in reading order."""
        return [block for block in self.blocks if isinstance(block, Picture)]
