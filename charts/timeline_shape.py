"""The shape of a timeline: its layers, from back to front."""

from charts import timeline_marks as marks
from charts import timeline_overlays as overlays
from charts import timeline_words as words
from charts.marks import status_values
from charts.palette import Theme
from charts.shape import shape
from charts.template import Row, Spec


def timeline_shape(theme: Theme) -> Spec:
    """Return the shape of a timeline on a page of a theme."""
    layers = (
        *marks.backdrop(theme),
        *marks.bars(theme),
        *marks.limits(theme),
        *overlays.lines(theme),
        *words.rules_in_words(theme),
        *overlays.diamonds(theme),
        *words.names(theme),
    )
    values: Row = {"row": 50, "indent": 26, "gutter": 312, "lines": []}
    return shape(layers, values=values | status_values(theme))
