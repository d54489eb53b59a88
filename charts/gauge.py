"""Gauges: an arc with its threshold, and the small dial of a verification phase."""

from dataclasses import dataclass

from charts.palette import Theme
from charts.shelf import shelved
from charts.sizes import DIAL_HALF, GAUGE_HALF
from charts.template import Row, Spec, fill
from domain.assessment import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauge:
    """One measure against its threshold.

    Attributes:
        share: Share reached, from 0 to 1; None when nothing was reported.
        number: The share in words, inside the arc.
        under: Numerator and denominator with their unit, under the arc.
        threshold: Share that is required or expected, from 0 to 1; None for none.
        threshold_text: The threshold in words, beside its tick.
        status: Where the measure stands; gives the arc its colour and pattern.
    """

    share: float | None
    number: str
    under: str
    threshold: float | None = None
    threshold_text: str = ""
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Dial:
    """How far one phase has come.

    Attributes:
        share: Share decided, from 0 to 1; None before anything could be.
        number: Numerator in words, inside the ring.
        under: Denominator in words, under the number.
        expected: Share that ought to be decided, from 0 to 1; None draws no tick.
        is_overdue: Whether the part missing from the expected share is overdue.
    """

    share: float | None
    number: str
    under: str
    expected: float | None = None
    is_overdue: bool = False


def gauge(value: Gauge, *, theme: Theme) -> Spec:
    """Return a gauge of 236 by 152 pixels; an unreported one has a dashed ring."""
    row: Row = {
        "number": value.number,
        "under": value.under,
        "status": value.status.value,
        "end": _angle(value.share, GAUGE_HALF),
        "tick": _angle(value.threshold, GAUGE_HALF),
        "threshold": value.threshold_text,
    }
    return fill(_gauge_shape(theme), [row])


def dial(value: Dial, *, theme: Theme) -> Spec:
    """Return a dial as wide as its card, 114 pixels high."""
    expected = _angle(value.expected, DIAL_HALF)
    row: Row = {
        "number": value.number,
        "under": value.under,
        "end": _angle(value.share, DIAL_HALF),
        "tick": expected,
        "late": expected if value.is_overdue else None,
    }
    return fill(_dial_shape(theme), [row])


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
