"""Shapes of charts: made once by Altair, then only filled with rows."""

from collections.abc import Iterable
from typing import Any

import altair as alt

from charts.typeface import TYPEFACE

Spec = dict[str, Any]
Row = dict[str, Any]

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
    config: Row = {"font": TYPEFACE, "view": {"stroke": None}, "mark": {"tooltip": None}}
    spec: Spec = chart.configure(**config, **({"locale": locale} if locale else {})).to_dict()
    del spec["data"]
    params = spec.get("params", [])
    names = [{"name": name, "value": value} for name, value in (values or {}).items()]
    return spec | {"params": names + params, "layer": [{"layer": spec["layer"]}]}


def fill(empty: Spec, rows: list[Row], height: int | None = None, **values: Any) -> Spec:  # noqa: ANN401
    """Return a shape with rows, a height in pixels and values of its names.

    The shape stays as it is; what it shares with the result must not be changed.
    """
    spec = empty | {"layer": [{"data": {"values": rows}, **empty["layer"][0]}]}
    if height is not None:
        spec["height"] = height
    if values:
        spec["params"] = [
            param | {"value": values[param["name"]]} if param["name"] in values else param
            for param in empty["params"]
        ]
    return spec
