"""The marks of gauges and dials."""

import altair as alt

from charts.arcs import Ring
from charts.marks import MIDDLE, hatch_gradient, pixel, rows_of
from charts.palette import Theme, Tone
from charts.shape import shape
from charts.sizes import DIAL_HALF, GAUGE_HALF
from charts.template import Spec, Style

GAUGE_HEIGHT, GAUGE_RADIUS = 250, 72
# The centre sits low, so that nothing above the arc is wasted and nothing is cut.
GAUGE = Ring(
    x="card / 2", y=112, inner="54.7", outer=str(GAUGE_RADIUS), half=GAUGE_HALF
)
DIAL_HEIGHT = 182
DIAL_RADIUS = "min(card / 2.3, 58)"
DIAL = Ring(
    x="card / 2",
    y=66,
    inner=f"0.78 * {DIAL_RADIUS}",
    outer=DIAL_RADIUS,
    half=DIAL_HALF,
)

# Vega cannot measure a word before it places the ground under it.
BADGE_HALF = "(6.6 * length(datum.word) + 32) / 2"
ICON_X = f"card / 2 - {BADGE_HALF} + 13"
# Words as wide as the card at most, at about 0.55 em a letter.
FITTED = "min(datum.size, 1.82 * card / length(datum.text))"


def gauge_shape(theme: Theme) -> Spec:
    """Return the shape of a gauge on a page of a theme."""
    hatched = {"color": hatch_gradient(theme, 18, 1)}
    dotted: Style = {
        "fill": alt.expr("datum.tint"),
        "stroke": theme.ink,
        "strokeWidth": 1.4,
        "strokeCap": "round",
        "strokeDash": [1, 3],
    }
    plain: Style = {"fill": alt.expr("datum.tint")}
    layers = [
        *GAUGE.tracks(theme),
        GAUGE.reached(plain, "datum.look == 'plain'"),
        GAUGE.reached(dotted, "datum.look == 'dotted'"),
        GAUGE.reached(hatched, "datum.look == 'hatched'"),
        GAUGE.tick(theme, 5),
        _threshold_text(theme),
        *_badge(),
        _words(theme),
    ]
    return _on_a_card(layers, GAUGE_HEIGHT)


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
        *_badge(),
        _words(theme),
    ]
    return _on_a_card(layers, DIAL_HEIGHT)


def _on_a_card(layers: list[alt.Chart], height: int) -> Spec:
    """Return a shape that calls its width `card`; side by side `width` has no value."""
    card = [{"name": "card", "expr": "width"}]
    return shape(layers, size=("container", height)) | {"params": card}


def _badge() -> list[alt.Chart]:
    """Return the badge of a status: ground, icon, word."""
    row = rows_of("badge")
    ground = row.mark_rect(
        x=alt.expr(f"card / 2 - {BADGE_HALF}"),
        x2=alt.expr(f"card / 2 + {BADGE_HALF}"),
        yOffset=-10,
        y2Offset=10,
        cornerRadius=4,
        fill=alt.expr("datum.ground"),
        aria=False,
    )
    place: Style = {"x": alt.expr(ICON_X), "opacity": 1, "size": 90, "aria": False}
    half = row.mark_point(
        shape=alt.expr("datum.half"),
        fill=alt.expr("datum.ink"),
        strokeWidth=0,
        **place,
    )
    stroke = row.mark_point(
        shape=alt.expr("datum.stroke"),
        stroke=alt.expr("datum.ink"),
        filled=False,
        strokeWidth=1.5,
        strokeCap="round",
        strokeJoin="round",
        **place,
    )
    word = row.mark_text(
        x=alt.expr(f"card / 2 - {BADGE_HALF} + 24"),
        align="left",
        fontSize=13,
        fontWeight=500,
        fill=alt.expr("datum.ink"),
        **MIDDLE,
    )
    return [
        ground.encode(y=pixel("y"), y2="y"),
        half.encode(y=pixel("y")),
        stroke.encode(y=pixel("y")),
        word.encode(y=pixel("y"), text="word:N"),
    ]


def _words(theme: Theme) -> alt.Chart:
    """Return every line of words, each as heavy and as large as its row says."""
    text: alt.Chart = rows_of("said").mark_text(
        x=alt.expr("card / 2"),
        align="center",
        fontSize=alt.expr(FITTED),
        fontWeight=alt.expr("datum.weight"),
        color=theme.ink,
        **MIDDLE,
    )
    return text.encode(y=pixel("y"), text="text:N")


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
