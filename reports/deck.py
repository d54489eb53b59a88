"""What the slides say: every word of them, in their language."""

from dataclasses import dataclass
from datetime import date

from charts.template import Spec
from reports.tables import Cell, Number, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A chart on a slide.

    Attributes:
        spec: Its Vega-Lite specification, its rows inline.
        width: Pixels, for a chart that fills its column on a page.
        told: Its takeaway, for those who do not see it.
        key: What its tiles mean; none where it says so itself.
    """

    spec: Spec
    width: int
    told: str
    key: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One slide: one message, and what carries it.

    Attributes:
        title: The message.
        sentence: A sentence under it; empty for none.
        numbers: Numbers in large figures.
        picture: A chart.
        table: A table; its heading is the title.
        lines: Lines of text.
        notes: The figures behind it, for whoever speaks.
        is_simulated: Whether a figure on it is simulated.
    """

    title: str
    sentence: str = ""
    numbers: tuple[Number, ...] = ()
    picture: Picture | None = None
    table: Table | None = None
    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    is_simulated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """The slides of an edition.

    Attributes:
        language: Code of the language, as in `id`.
        day: Day they are of.
        title: Name of the document.
        office: The commission.
        foot: What stands at the foot of every slide.
        simulated: Mark of a slide with simulated figures.
        pages: The slides.
    """

    language: str
    day: date
    title: str
    office: str
    foot: str
    simulated: str
    pages: tuple[Page, ...]
