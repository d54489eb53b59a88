"""Members counted day by day, as steps on one another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from babel.numbers import format_decimal

from charts.locale import LOCALES
from charts.palette import CellKind, Theme
from charts.shelf import shelved
from charts.sizes import DAILY_FOOT, DAILY_HEIGHT
from charts.template import Row, Spec, fill
from charts.time_axis import Window, inside, ticks
from charts.typeface import widest
from domain.bilingual import Language

# Least distance of two labels, as a share of the plot.
LABEL_GAP = 18 / (DAILY_HEIGHT - DAILY_FOOT)


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyCount:
    """Members counted by the end of a day, by what was found.

    Attributes:
        day: Day the figures refer to.
        counts: Members by kind; a kind left out counts none.
    """

    day: date
    counts: Mapping[CellKind, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyFrame:
    """What the steps are labelled with.

    Attributes:
        words: The kinds drawn, from the bottom up, and the word after each number.
        required: Members required; None draws no line.
        required_text: The requirement in words, on its line.
    """

    words: Mapping[CellKind, str]
    required: int | None = None
    required_text: str = ""


def daily(
    days: Sequence[DailyCount], frame: DailyFrame, *, theme: Theme, language: Language
) -> Spec:
    """Return the counts over time; the last ones are named at the right edge."""
    if not days:
        return fill(_shape(theme, language), [])
    window = Window(first=days[0].day, last=days[-1].day)
    names = _names(days[-1], frame, language)
    required: list[Row] = (
        [{"kind": "required", "count": frame.required, "text": frame.required_text}]
        if frame.required is not None
        else []
    )
    below = [
        tick for tick in ticks(window, language, "d MMM") if tick["kind"] == "tick"
    ]
    return fill(
        _shape(theme, language),
        [*below, *_steps(days, frame, window), *required, *names],
        {"aside": 14 + widest([name["text"] for name in names], 14)},
    )


def _steps(days: Sequence[DailyCount], frame: DailyFrame, window: Window) -> list[Row]:
    """Return the lower and upper edge of each step; the last day has its full width."""
    starts = [(inside(window.start_of(each.day)), each) for each in days]
    return [
        {"kind": "step", "look": kind.value, "x": x, "low": low, "high": high}
        for x, each in [*starts, (1.0, days[-1])]
        for kind, low, high in _stacked(each, frame)
    ]


def _stacked(each: DailyCount, frame: DailyFrame) -> list[tuple[CellKind, int, int]]:
    low, stacked = 0, []
    for kind in frame.words:
        high = low + each.counts.get(kind, 0)
        stacked.append((kind, low, high))
        low = high
    return stacked


def _names(last: DailyCount, frame: DailyFrame, language: Language) -> list[Row]:
    """Return the last counts in words, moved apart where they would touch."""
    stacked = [part for part in _stacked(last, frame) if part[2] > part[1]]
    gap = LABEL_GAP * max([high for _, _, high in stacked] + [frame.required or 0, 1])
    names: list[Row] = []
    place = -gap
    for kind, low, high in stacked:
        place = max(place + gap, (low + high) / 2)
        number = format_decimal(high - low, locale=LOCALES[language])
        text = f"{number} {frame.words[kind]}"
        names.append({"kind": "name", "count": place, "text": text})
    return names


@shelved
def _shape(theme: Theme, language: Language) -> Spec:
    from charts.daily_marks import daily_shape

    return daily_shape(theme, language)
