"""The ring that gauges and dials are drawn on."""

from dataclasses import dataclass

import altair as alt

from charts.palette import Theme, Tone
from charts.template import Style


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """A ring open at its foot; lengths are Vega expressions in pixels.

    Attributes:
        x: Centre from the left edge.
        y: Centre from the top.
        inner: Inner radius.
        outer: Outer radius.
        half: Angle from twelve o'clock to either end, in radians.
    """

    x: str
    y: float
    inner: str
    outer: str
    half: float

    def arc(self, start: str, end: str, when: str, look: Style) -> alt.Chart:
        """Return the arc between two angles, for rows that meet a condition."""
        style: Style = {
            "innerRadius": alt.expr(self.inner),
            "outerRadius": alt.expr(self.outer),
        }
        drawn: alt.Chart = (
            alt.Chart()
            .transform_filter(when)
            .transform_calculate(from_angle=start, to_angle=end)
            .mark_arc(x=alt.expr(self.x), y=self.y, aria=False, **style | look)
            .encode(theta=alt.Theta("from_angle:Q", scale=None), theta2="to_angle:Q")
        )
        return drawn

    def reached(self, look: Style, when: str = "true") -> alt.Chart:
        """Return the arc from the ring's beginning to `datum.end`."""
        known = f"isValid(datum.end) && datum.end > {-self.half:.4f} && {when}"
        return self.arc(f"{-self.half:.4f}", "datum.end", known, look)

    def tracks(self, theme: Theme) -> list[alt.Chart]:
        """Return the whole ring: a quiet track, or dashes while nothing is known."""
        start, end = f"{-self.half:.4f}", f"{self.half:.4f}"
        quiet = {"color": theme.wash, "stroke": theme.hair, "strokeWidth": 1}
        dashed = {
            "color": theme.paper,
            "stroke": theme.fill[Tone.GRAY],
            "strokeWidth": 1.4,
            "strokeDash": [5, 4],
        }
        return [
            self.arc(start, end, "isValid(datum.end)", quiet | {"cornerRadius": 3}),
            self.arc(start, end, "datum.kind == 'arc' && !isValid(datum.end)", dashed),
        ]

    def tick(self, theme: Theme, reach: float) -> alt.Chart:
        """Return a tick at `datum.tick` that reaches out of the ring on both sides."""
        longer = {
            "innerRadius": alt.expr(f"{self.inner} - {reach}"),
            "outerRadius": alt.expr(f"{self.outer} + {reach}"),
        }
        edges = ("datum.tick - 0.022", "datum.tick + 0.022")
        return self.arc(*edges, "isValid(datum.tick)", {"color": theme.ink} | longer)
