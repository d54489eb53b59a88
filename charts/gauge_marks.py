"""The marks of gauges and dials."""

import altair as alt

from charts.arcs import Ring
from charts.marks import hatch_gradient
from charts.palette import STATUS_LOOKS, Theme, Tone
from charts.shape import shape
from charts.sizes import DIAL_HALF, GAUGE_HALF
from charts.template import Spec, Style
from domain.assessment import Status

GAUGE_WIDTH, GAUGE_HEIGHT, GAUGE_RADIUS = 236, 152, 72
# The centre sits low, so that nothing above the arc is wasted and nothing is cut.
GAUGE = Ring(x="118", y=84, inner="54.7", outer=str(GAUGE_RADIUS), half=GAUGE_HALF)
DIAL_HEIGHT = 114
DIAL_RADIUS = "min(width / 2.3, 58)"
DIAL = Ring(
    x="width / 2",
    y=66,
    inner=f"0.78 * {DIAL_RADIUS}",
    outer=DIAL_RADIUS,
    half=DIAL_HALF,
)


def gauge_shape(theme: Theme) -> Spec:
    """Return the shape of a gauge on a page of a theme."""
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


def dial_shape(theme: Theme) -> Spec:
    """Return the shape of a dial on a page of a theme."""
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
