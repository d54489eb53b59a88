"""A sheet of the integrity zone: a message, at most three numbers, one chart."""

from collections.abc import Iterator
from dataclasses import dataclass

from domain.assessment import Status
from domain.projection import ShownFigure
from projector.markup import percent, status, text
from projector.sheet import Sheet
from projector.show import SheetName

MOST_NUMBERS, MOST_WORDS = 3, 10
"""What a sheet may say. Source: the rules of the show, one message a sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneBar:
    """One row of the chart.

    Attributes:
        name: What it is of.
        words: What it says.
        share: Length of its bar, 0 to 1; None draws the tile of a status instead.
        least: Length that its bar should reach; None for none.
        status: Status that the tile stands for, or that colours nothing beside a bar.
        is_simulated: Whether what it says is simulated.
    """

    name: str
    words: str
    share: float | None = None
    least: float | None = None
    status: Status = Status.UNREPORTED
    is_simulated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneView:
    """What a sheet of the zone shows.

    Attributes:
        code: Identity of the sheet in the show.
        title: The message, at most ten words.
        numbers: At most three numbers, each with what it counts.
        caption: What the chart is of.
        bars: The rows of the chart.
        source: Where it comes from, and how old it is.
        is_simulated: Whether a number is simulated; bars tell it of themselves.
    """

    code: str = SheetName.INTEGRITY
    title: str
    numbers: tuple[tuple[str, str], ...]
    caption: str
    bars: tuple[ZoneBar, ...]
    source: str
    is_simulated: bool = False

    def __post_init__(self) -> None:
        if len(self.numbers) > MOST_NUMBERS:
            raise ValueError(f"{len(self.numbers)} numbers are more than a hall reads")


def integrity_sheet(view: ZoneView) -> Sheet:
    """Return a sheet of the zone.

    Args:
        view: What it shows.
    """
    numbers = "".join(
        f"<li>{text('span', 'number', value)}{text('span', 'unit', what)}</li>"
        for value, what in view.numbers
    )
    bars = "".join(map(_bar, view.bars))
    chart = f"{text('h2', 'caption', view.caption)}<ol>{bars}</ol>"
    return Sheet(
        code=view.code,
        title=view.title,
        body=f'<div class="zone"><ul>{numbers}</ul><div>{chart}</div></div>',
        source=view.source,
        is_simulated=view.is_simulated or any(each.is_simulated for each in view.bars),
        figures=tuple(_figures(view)),
    )


def _figures(view: ZoneView) -> Iterator[ShownFigure]:
    for value, what in view.numbers:
        yield ShownFigure(name=f"{value} {what}", is_simulated=view.is_simulated)
    for bar in view.bars:
        yield ShownFigure(name=bar.name, is_simulated=bar.is_simulated)


def _bar(bar: ZoneBar) -> str:
    name = text("span", "name", bar.name)
    if bar.share is None:
        return f"<li>{name}{status(bar.status, bar.words)}</li>"
    look = "enough" if bar.status is Status.DONE else "short"
    width = f'style="width:{percent(bar.share)}"'
    filled = f'<b class="{look}" {width}></b>' if bar.share else ""
    least = "" if bar.least is None else f'<i style="left:{percent(bar.least)}"></i>'
    return (
        f'<li class="measured">{name}<span class="line">{filled}{least}</span>'
        f"{text('span', 'value', bar.words)}</li>"
    )
