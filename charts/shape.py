"""Shapes of charts, made by Altair; `template.fill` puts rows into them."""

from collections.abc import Iterable

import altair as alt

from charts.template import Row, Spec
from charts.typeface import TYPEFACE

# Streamlit adds 20 px under a chart unless every side is named.
NO_PADDING = {"left": 0, "top": 0, "right": 0, "bottom": 0}
# Streamlit's own choice, "fit", would squeeze heights given in pixels.
FIT_WIDTH = alt.AutoSizeParams(type="fit-x", contains="padding")


def shape(
    layers: Iterable[alt.Chart],
    *,
    size: tuple[int | str, int] = ("container", 100),
    values: Row | None = None,
    locale: Row | None = None,
) -> Spec:
    """Return the shape of a chart, checked by Altair against the Vega-Lite schema.

    Its data lie one level down: Streamlit sends rows at the top level through pandas
    and Arrow, and leaves deeper ones as they are.

    Args:
        layers: Marks from back to front; each picks its rows by their `kind`.
        size: Width and height in pixels; the width may be `container`.
        values: Starting values of the names that expressions use; `fill` sets them.
        locale: Formats of numbers and times where Vega writes labels itself.
    """
    width, height = size
    chart = alt.layer(*layers, data=alt.NamedData("rows")).properties(
        width=width,
        height=height,
        padding=NO_PADDING,
        autosize=FIT_WIDTH if width == "container" else alt.AutoSizeParams(type="none"),
    )
    # Streamlit would show every encoding on hover ("top 87").
    spec: Spec = chart.configure(
        font=TYPEFACE,
        view={"stroke": None},
        mark={"tooltip": None},
        locale=locale or alt.Undefined,
    ).to_dict()
    del spec["data"]
    selections = spec.get("params", [])
    names = [{"name": name, "value": value} for name, value in (values or {}).items()]
    return spec | {"params": names + selections, "layer": [{"layer": spec["layer"]}]}
