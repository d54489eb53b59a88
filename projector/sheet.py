"""A sheet: one message, at most three numbers, one chart; its day, age and source."""

from dataclasses import dataclass
from datetime import date

from domain.projection import ShownFigure, ShownParty, ShownSheet, ShownVerdict
from projector.markup import text
from ui import wording
from ui.language import gettext as _


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What one sheet says.

    Attributes:
        code: Identity in the show, kept while its figures change.
        title: The message, a conclusion of at most ten words.
        body: The rest as HTML, every word of it escaped.
        source: Where its figures come from, and how old they are.
        is_simulated: Whether a figure on it is simulated.
        is_titled: Whether the title stands above the body; else the body carries it.
        day: What it is of, in words, where that is not the day of the show.
        figures: The figures in the body, for the checks before a show.
        verdicts: The verdicts in the body, for the same.
        parties: The parties in the body, from top to bottom, for the same.
    """

    code: str
    title: str
    body: str
    source: str
    is_simulated: bool = False
    is_titled: bool = True
    day: str = ""
    figures: tuple[ShownFigure, ...] = ()
    verdicts: tuple[ShownVerdict, ...] = ()
    parties: tuple[ShownParty, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around every sheet of a show.

    Attributes:
        office: The commission, in short.
        as_of: Day that the show is of; None where it is of none.
        count: Number of sheets.
    """

    office: str
    as_of: date | None
    count: int


def draw(sheet: Sheet, place: int, frame: Frame) -> str:
    """Return a sheet as HTML; all but the first wait unseen.

    Args:
        sheet: What it says.
        place: Its place in the show, from 0.
        frame: What stands around it.
    """
    hidden = " hidden" if place else ""
    title = text("h1", "title", sheet.title) if sheet.is_titled else ""
    return (
        f'<section class="sheet" data-sheet="{sheet.code}"{hidden}>'
        f"{title}{sheet.body}{_foot(sheet, place, frame)}</section>"
    )


def shown(sheet: Sheet, frame: Frame) -> ShownSheet:
    """Return what a sheet shows once it is drawn in its frame."""
    return ShownSheet(
        code=sheet.code,
        title=sheet.title,
        as_of=frame.as_of,
        source=sheet.source,
        is_marked=sheet.is_simulated,
        figures=sheet.figures,
        verdicts=sheet.verdicts,
        parties=sheet.parties,
    )


def silence(code: str, words: str, source: str) -> Sheet:
    """Return a sheet that says why it has nothing to show."""
    return Sheet(code=code, title=words, body='<div class="none"></div>', source=source)


def _foot(sheet: Sheet, place: int, frame: Frame) -> str:
    mark = text("span", "simulated", _("Simulated, not official"))
    dots = "".join(
        f'<i class="dot{" here" if at == place else ""}"></i>'
        for at in range(frame.count)
    )
    day = _("as of {day}").format(day=wording.day(frame.as_of)) if frame.as_of else ""
    pages = f"{wording.number(place + 1)}/{wording.number(frame.count)}"
    return (
        f"<footer>{text('b', 'office', frame.office)}"
        f"{text('span', 'day', sheet.day or day)}"
        f"{mark if sheet.is_simulated else ''}{text('span', 'source', sheet.source)}"
        '<span class="lost" role="status"></span>'
        f'<span class="pages">{dots}<span>{pages}</span></span></footer>'
    )
