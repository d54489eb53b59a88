"""Gauges: an arc with its threshold, and the small dial of a verification phase."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.palette import STATUS_LOOKS, Theme
from charts.shelf import shelved
from charts.sizes import DIAL_HALF, GAUGE_HALF, GAUGE_WIDTH
from charts.template import Row, Spec, fill
from domain.assessment import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """A status in a word, on its colour.

    Attributes:
        status: Gives colour and icon.
        word: The status in words.
    """

    status: Status
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauge:
    """One measure against its threshold.

    Attributes:
        title: What is measured, above the arc.
        share: Share reached, from 0 to 1; None when nothing was reported.
        number: The share in words, inside the arc.
        under: Numerator and denominator with their unit, under the arc.
        threshold: Share that is required or expected, from 0 to 1; None for none.
        threshold_text: The threshold in words, beside its tick.
        badge: Where the measure stands; gives the arc its colour and pattern.
        notes: Lines under the badge: what the threshold means, how old the figure is.
    """

    title: str
    share: float | None
    number: str
    under: str
    threshold: float | None = None
    threshold_text: str = ""
    badge: Badge
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dial:
    """How far one phase has come.

    Attributes:
        share: Share decided, from 0 to 1; None before anything could be.
        number: Numerator in words, inside the ring.
        under: Denominator in words, under the number.
        expected: Share that ought to be decided, from 0 to 1; None draws no tick.
        is_overdue: Whether the part missing from the expected share is overdue.
        badge: Where the phase stands; None before it is planned.
        notes: Lines under the badge: its days, what was counted.
    """

    share: float | None
    number: str
    under: str
    expected: float | None = None
    is_overdue: bool = False
    badge: Badge | None = None
    notes: tuple[str, ...] = ()


def gauge(value: Gauge, *, theme: Theme) -> Spec:
    """Return a gauge as wide as its card; an unreported one has a dashed ring."""
    arc: Row = {
        "kind": "arc",
        "end": _angle(value.share, GAUGE_HALF),
        "tick": _angle(value.threshold, GAUGE_HALF),
        "threshold": value.threshold_text,
        "look": _look_of(value.badge.status),
        "tint": theme.fill[STATUS_LOOKS[value.badge.status].tone],
    }
    said = [
        _said(value.title, y=11, size=15, weight=650),
        _said(value.number, y=120, size=30, weight=700),
        _said(value.under, y=170, size=13.5, weight=600),
        *_notes(value.notes, 222),
    ]
    rows = [arc, _badge_row(value.badge, 197, theme), *said]
    return fill(_gauge_shape(theme), rows)


def dial(value: Dial, *, theme: Theme) -> Spec:
    """Return a dial as wide as its card, its words under it."""
    expected = _angle(value.expected, DIAL_HALF)
    arc: Row = {
        "kind": "arc",
        "end": _angle(value.share, DIAL_HALF),
        "tick": expected,
        "late": expected if value.is_overdue else None,
    }
    said = [
        _said(value.number, y=61, size=36, weight=700),
        _said(value.under, y=90, size=14, weight=500),
        *_notes(value.notes, 154),
    ]
    badge = [_badge_row(value.badge, 128, theme)] if value.badge else []
    return fill(_dial_shape(theme), [arc, *badge, *said])


def side_by_side(values: Sequence[Gauge], *, theme: Theme) -> Spec:
    """Return one or more gauges in one picture, to save it."""
    drawn = [gauge(value, theme=theme) for value in values]
    part = {"width": GAUGE_WIDTH, "height": drawn[0]["height"]}
    return {
        "$schema": drawn[0]["$schema"],
        "config": drawn[0]["config"],
        "params": [{"name": "card", "value": GAUGE_WIDTH}],
        "padding": 16,
        "hconcat": [part | {"layer": each["layer"]} for each in drawn],
    }


def _badge_row(badge: Badge, y: float, theme: Theme) -> Row:
    """Return a badge: its ground, its icon, its word."""
    look = STATUS_LOOKS[badge.status]
    solid, line = look.bare
    return {
        "kind": "badge",
        "y": y,
        "word": badge.word,
        "ground": theme.fill[look.tone] if look.is_filled else theme.wash,
        "ink": theme.on[look.tone] if look.is_filled else theme.ink,
        "stroke": line,
        "half": solid,
    }


def _notes(lines: Sequence[str], first: float) -> list[Row]:
    return [
        _said(line, y=first + 19 * place, size=13, weight=400)
        for place, line in enumerate(lines)
    ]


def _said(text: str, *, y: float, size: float, weight: int) -> Row:
    return {"kind": "said", "text": text, "y": y, "size": size, "weight": weight}


def _look_of(status: Status) -> str:
    """Return how an arc carries its status besides by colour."""
    if STATUS_LOOKS[status].is_hatched:
        return "hatched"
    return "dotted" if status is Status.AT_RISK else "plain"


def _angle(share: float | None, half: float) -> float | None:
    """Return the angle of a share, in radians clockwise from twelve o'clock."""
    if share is None:
        return None
    return round(half * (2 * min(max(share, 0.0), 1.0) - 1), 4)


@shelved
def _gauge_shape(theme: Theme) -> Spec:
    from charts.gauge_marks import gauge_shape

    return gauge_shape(theme)


@shelved
def _dial_shape(theme: Theme) -> Spec:
    from charts.gauge_marks import dial_shape

    return dial_shape(theme)
