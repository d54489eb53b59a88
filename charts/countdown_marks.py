"""The marks of the countdown."""

import altair as alt

from charts.palette import Theme, Tone
from charts.shape import shape
from charts.template import Spec, Style

HEIGHT = 90


def countdown_shape(theme: Theme) -> Spec:
    """Return the shape of the countdown on a page of a theme."""
    accent, beside = theme.fill[Tone.BLUE], alt.expr("datum.beside")
    fitted = "min(14.5, 14.5 * (width - datum.beside) / datum.headline_width)"
    say: Style = {"align": "left", "baseline": "alphabetic", "aria": False}
    chart = alt.Chart()
    track: Style = {"x": 0, "y": 64, "y2": 69, "cornerRadius": 2.5, "aria": False}
    layers = [
        chart.mark_rect(x2=alt.expr("width"), color=theme.hair, **track),
        chart.mark_rect(x2=alt.expr("width * datum.progress"), color=accent, **track),
        chart.mark_text(
            x=0, y=46, fontSize=48, fontWeight=700, color=accent, **say
        ).encode(text="figure:N"),
        chart.mark_text(
            x=beside,
            y=24,
            fontSize=alt.expr(fitted),
            fontWeight=600,
            color=theme.ink,
            **say,
        ).encode(text="headline:N"),
        chart.mark_text(x=beside, y=45, fontSize=14.5, color=theme.soft, **say).encode(
            text="subline:N"
        ),
        chart.mark_text(x=0, y=86, fontSize=12, color=theme.soft, **say).encode(
            text="footnote:N"
        ),
    ]
    return shape(layers, size=("container", HEIGHT))
