"""Filling a chart's shape with rows; Altair is not needed for it."""

import re
from typing import Any

Spec = dict[str, Any]
Row = dict[str, Any]
Style = dict[str, Any]

_KIND = re.compile(r"datum\.kind == '(\w+)'")
"""How a layer picks its rows (`marks.rows_of`)."""


def fill(
    empty: Spec, rows: list[Row], values: Row | None = None, height: int | None = None
) -> Spec:
    """Return a shape with its rows; the shape itself stays as it is.

    Args:
        empty: The shape; what it shares with the result must not be changed.
        rows: Rows of every kind that its layers draw.
        values: Values of names in its expressions, instead of those it began with.
        height: Pixels, where they depend on the rows.
    """
    kinds = {row["kind"] for row in rows if "kind" in row}
    layers = [_heard(layer, kinds) for layer in empty["layer"][0]["layer"]]
    spec = empty | {"layer": [{"data": {"values": rows}, "layer": layers}]}
    if values:
        spec["params"] = [
            param | {"value": values[param["name"]]}
            if param["name"] in values
            else param
            for param in empty["params"]
        ]
    return spec if height is None else spec | {"height": height}


def _heard(layer: Spec, kinds: set[str]) -> Spec:
    """Return a layer that screen readers pass over where it has no rows.

    Vega would announce it as a drawing without a name.
    """
    kind = _KIND.match(str(layer.get("transform", [{}])[0].get("filter")))
    if kind is None or kind[1] in kinds:
        return layer
    return layer | {"mark": layer["mark"] | {"aria": False}}
