"""Gauges: an arc with its threshold, and the small dial of a verification phase."""

import math
from dataclasses import dataclass

import altair as alt

from charts.arcs import Ring
from charts.marks import hatch_gradient
from charts.palette import STATUS_LOOKS, Theme, Tone
from charts.shelf import shelved
from charts.template import Row, Spec, Style, fill, shape
from domain.assessment import Status

GAUGE_WIDTH, GAUGE_HEIGHT, GAUGE_RADIUS = 236, 152, 72
# The centre sits low, so that nothing above the arc is wasted and nothing is cut.
GAUGE = Ring(x="118", y=84, inner="54.7", outer=str(GAUGE_RADIUS), half=0.62 * math.pi)
DIAL_HEIGHT = 114
DIAL_RADIUS = "min(width / 2.3, 58)"
DIAL = Ring(
    x="width / 2",
    y=66,
    inner=f"0.78 * {DIAL_RADIUS}",
    outer=DIAL_RADIUS,
    half=0.7 * math.pi,
)


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
        "end": _angle(value.share, GAUGE),
        "tick": _angle(value.threshold, GAUGE),
        "threshold": value.threshold_text,
    }
    return fill(_gauge_shape(theme), [row])


def dial(value: Dial, *, theme: Theme) -> Spec:
    """Return a dial as wide as its card, 114 pixels high."""
    expected = _angle(value.expected, DIAL)
    row: Row = {
        "number": value.number,
        "under": value.under,
        "end": _angle(value.share, DIAL),
        "tick": expected,
        "late": expected if value.is_overdue else None,
    }
    return fill(_dial_shape(theme), [row])


def _angle(share: float | None, ring: Ring) -> float | None:
    """Return the angle of a share, in radians clockwise from twelve o'clock."""
    if share is None:
        return None
    return round(ring.half * (2 * min(max(share, 0.0), 1.0) - 1), 4)


@shelved
def _gauge_shape(theme: Theme) -> Spec:
    reached = [
        GAUGE.reached(_arc_look(status, theme), f"datum.status == '{status}'")
        for status in Status
    ]
    layers = [
        *GAUGE.tracks(theme),
        *reached,
        GAUGE.tick(theme, 5),
        _said("number", theme, {"y": GAUGE.y, "fontSize": 30, "fontWeight": 700}),
        _said("under", theme, {"y": 138, "fontSize": 13.5, "fontWeight": 600}),
        _threshold_text(theme),
    ]
    return shape(layers, size=(GAUGE_WIDTH, GAUGE_HEIGHT))


@shelved
def _dial_shape(theme: Theme) -> Spec:
    late = "isValid(datum.late) && isValid(datum.end) && datum.late > datum.end"
    layers = [
        *DIAL.tracks(theme),
        DIAL.arc(
            "datum.end + 0.03",
            "datum.late",
            late,
            {"color": hatch_gradient(theme, 14, 1)},
        ),
        DIAL.reached({"color": theme.fill[Tone.BLUE]}),
        DIAL.tick(theme, 6),
        _said("number", theme, {"y": 61, "fontSize": 36, "fontWeight": 700}),
        _said("under", theme, {"y": 90, "fontSize": 14, "fontWeight": 500}),
    ]
    return shape(layers, size=("container", DIAL_HEIGHT))


def _arc_look(status: Status, theme: Theme) -> Style:
    """Return the fill of an arc: its tone, hatched or with a dotted edge."""
    look = STATUS_LOOKS[status]
    if look.is_hatched:
        return {"color": hatch_gradient(theme, 18, 1)}
    if status is Status.AT_RISK:
        dots: Style = {"stroke": theme.ink, "strokeWidth": 1.4, "strokeCap": "round"}
        return {"color": theme.fill[look.tone], "strokeDash": [1, 3], **dots}
    return {"color": theme.fill[look.tone]}


def _said(field: str, theme: Theme, look: Style) -> alt.Chart:
    text: alt.Chart = alt.Chart().mark_text(
        x=alt.expr("width / 2"),
        align="center",
        baseline="middle",
        color=theme.ink,
        aria=False,
        **look,
    )
    return text.encode(text=f"{field}:N")


def _threshold_text(theme: Theme) -> alt.Chart:
    """Return the threshold in words, outside the end of its tick."""
    side, reach = "sin(datum.tick)", GAUGE_RADIUS + 10
    known = alt.Chart().transform_filter("isValid(datum.tick)")
    text: alt.Chart = known.mark_text(
        x=alt.expr(f"{GAUGE.x} + {side} * {reach}"),
        y=alt.expr(f"{GAUGE.y} - cos(datum.tick) * {reach}"),
        align=alt.expr(f"{side} > 0.3 ? 'left' : {side} < -0.3 ? 'right' : 'center'"),
        baseline="middle",
        fontSize=11.5,
        fontWeight=600,
        color=theme.soft,
        aria=False,
    )
    return text.encode(text="threshold:N")
