"""Filling a chart's shape with rows; Altair is not needed for it."""

from typing import Any

Spec = dict[str, Any]
Row = dict[str, Any]
Style = dict[str, Any]


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
    spec = empty | {"layer": [{"data": {"values": rows}, **empty["layer"][0]}]}
    if values:
        spec["params"] = [
            param | {"value": values[param["name"]]}
            if param["name"] in values
            else param
            for param in empty["params"]
        ]
    return spec if height is None else spec | {"height": height}
