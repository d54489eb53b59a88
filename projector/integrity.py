"""The sheet of the integrity zone: a message, at most three numbers, one chart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from domain.assessment import Status
from domain.integrity_duty import Shift, days_from, on_duty
from domain.projection import ShownFigure
from domain.workdays import SATURDAY
from projector.markup import percent, status, text
from projector.sheet import Sheet, silence
from projector.show import SheetName
from ui import integrity_services, integrity_store, integrity_words, wording
from ui.integrity_store import Duty
from ui.language import gettext as _
from ui.visit import Visit

MOST_NUMBERS, MOST_WORDS = 3, 10
"""What a sheet may say. Source: the rules of the show, one message a sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneBar:
    """One row of the chart.

    Attributes:
        name: What it is of.
        words: What it says.
        share: Length of its bar, 0 to 1; None draws the tile of a status instead.
        status: Status that the tile stands for, or that colours nothing beside a bar.
        is_simulated: Whether what it says is simulated.
    """

    name: str
    words: str
    share: float | None = None
    status: Status = Status.UNREPORTED
    is_simulated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneView:
    """What the sheet shows; whoever knows more of the zone puts it in.

    Attributes:
        title: The message, at most ten words.
        numbers: At most three numbers, each with what it counts.
        caption: What the chart is of.
        bars: The rows of the chart.
        source: Where it comes from, and how old it is.
        is_simulated: Whether a number is simulated; bars tell it of themselves.
    """

    title: str
    numbers: tuple[tuple[str, str], ...]
    caption: str
    bars: tuple[ZoneBar, ...]
    source: str
    is_simulated: bool = False

    def __post_init__(self) -> None:
        if len(self.numbers) > MOST_NUMBERS:
            raise ValueError(f"{len(self.numbers)} numbers are more than a hall reads")


def integrity_sheet(view: ZoneView | None) -> Sheet:
    """Return the sheet of the zone; of nothing known, that it is not.

    Args:
        view: What it shows; None where nothing is recorded on the day.
    """
    if view is None:
        words = _("Nothing of the integrity zone is recorded yet")
        return silence(SheetName.INTEGRITY, words, "")
    numbers = "".join(
        f"<li>{text('span', 'number', value)}{text('span', 'unit', what)}</li>"
        for value, what in view.numbers
    )
    bars = "".join(map(_bar, view.bars))
    chart = f"{text('h2', 'caption', view.caption)}<ol>{bars}</ol>"
    return Sheet(
        code=SheetName.INTEGRITY,
        title=view.title,
        body=f'<div class="zone"><ul>{numbers}</ul><div>{chart}</div></div>',
        source=view.source,
        is_simulated=view.is_simulated or any(each.is_simulated for each in view.bars),
        figures=tuple(_figures(view)),
    )


def view_of(visit: Visit) -> ZoneView | None:
    """Return what the sheet shows of the services and of the manager on duty."""
    duty = integrity_store.duty(visit)
    services = integrity_services.summary_of(visit)
    if not services.known and duty.span is None:
        return None
    week = [day for day in days_from(duty.monday, 7) if day.weekday() < SATURDAY]
    working = [day for day in week if duty.calendar.is_working(day)]
    filled = [day for day in working if on_duty(duty.shifts, day)]
    rota = (
        (
            wording.of_total(len(filled), len(working)),
            _("working days of this week with a manager on duty"),
        ),
        (wording.number(len(duty.gaps)), _("working days without one, two weeks")),
    )
    return ZoneView(
        title=_title(duty),
        numbers=(
            (wording.number(services.running), _("services running")),
            *(rota if duty.span else ()),
        ),
        caption=_("Manager on duty this week"),
        bars=tuple(_day(day, duty) for day in week),
        source=_source(duty),
    )


def _figures(view: ZoneView) -> Iterator[ShownFigure]:
    for value, what in view.numbers:
        yield ShownFigure(name=f"{value} {what}", is_simulated=view.is_simulated)
    for bar in view.bars:
        yield ShownFigure(name=bar.name, is_simulated=bar.is_simulated)


def _title(duty: Duty) -> str:
    today = on_duty(duty.shifts, duty.day)
    if today:
        said = _("On duty today: {who}").format(who=today[0].person)
        is_short = len(said.split()) <= MOST_WORDS
        return said if is_short else _("A manager is on duty today")
    if duty.span is None or not duty.span[0] <= duty.day <= duty.span[1]:
        return _("No duty rota is recorded for today")
    if not duty.calendar.is_working(duty.day):
        return _("Today is no working day")
    return _("Nobody is on duty today")


def _day(day: date, duty: Duty) -> ZoneBar:
    short = wording.short_day(day, with_year=False)
    found = on_duty(duty.shifts, day)
    standing, words = _standing(day, found, duty)
    return ZoneBar(
        name=f"{integrity_words.weekday(day)} {wording.unbroken(short)}",
        words=words,
        status=standing,
        is_simulated=any(each.is_simulated for each in found),
    )


def _standing(day: date, found: Sequence[Shift], duty: Duty) -> tuple[Status, str]:
    """Return where a day of the rota stands, and what is said of it."""
    if found:
        who = ", ".join(dict.fromkeys(each.person for each in found))
        if day < duty.day:
            return Status.DONE, who
        return Status.RUNNING if day == duty.day else Status.NOT_STARTED, who
    if day in duty.gaps:
        return Status.AT_RISK if day > duty.day else Status.OVERDUE, _("nobody")
    if not duty.calendar.is_working(day):
        return Status.NOT_HELD, _("day off")
    return Status.UNREPORTED, _("not recorded")


def _source(duty: Duty) -> str:
    own = _("Programme of KPU NTB")
    newest = max((each.known_on for each in duty.shifts), default=None)
    if newest is None:
        return own
    age = _("rota up to {day}").format(day=wording.short_day(newest))
    return f"{own}, {wording.unbroken(age)}"


def _bar(bar: ZoneBar) -> str:
    name = text("span", "name", bar.name)
    if bar.share is None:
        return f"<li>{name}{status(bar.status, bar.words)}</li>"
    filled = f'<b style="width:{percent(bar.share)}"></b>' if bar.share else ""
    return (
        f'<li class="measured">{name}<span class="line">{filled}</span>'
        f"{text('span', 'value', bar.words)}</li>"
    )
