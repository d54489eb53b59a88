"""The ladder: can a party still reach the kab/kota it needs."""

from collections.abc import Sequence
from functools import cache

import altair as alt

from charts.cell_marks import boxes, cell_values, symbols
from charts.marks import rows_of
from charts.palette import CellKind, Theme
from charts.template import Row, Spec, Style, fill, shape
from charts.typeface import text_width

HEIGHT = 90
# Best first: the tick then shows whether what may still come is enough.
ORDER = (
    CellKind.ELIGIBLE,
    CellKind.CARRIED,
    CellKind.CORRECTABLE,
    CellKind.IN_PROGRESS,
    CellKind.UNREPORTED,
    CellKind.INELIGIBLE,
    CellKind.NOT_APPLICABLE,
)


def ladder(
    cells: Sequence[CellKind], required: int, label: str, *, theme: Theme
) -> Spec:
    """Return the kab/kota of a party as boxes, best first, with a tick at the number.

    Args:
        cells: What the party reached, in any order.
        required: Kab/kota required; the tick stands after as many boxes.
        label: The requirement in words, over the tick.
        theme: Colours of the page.
    """
    ordered = sorted(cells, key=ORDER.index)
    rows: list[Row] = [
        {"kind": "box", "at": at, "look": cell.value} for at, cell in enumerate(ordered)
    ]
    half = round(text_width(label, 15) / 2)
    tick: Row = {"kind": "tick", "at": required, "text": label, "half": half}
    return fill(_shape(theme), [*rows, tick], {"boxes": max(1, len(rows))})



@cache
def _shape(theme: Theme) -> Spec:
    box, tick, step = rows_of("box"), rows_of("tick"), "(width / boxes)"
    place: Style = {
        "x": alt.expr(f"datum.at * {step} + 2"),
        "x2": alt.expr(f"(datum.at + 1) * {step} - 2"),
        "y": 30,
        "y2": 78,
        "aria": False,
    }
    centre: Style = {"x": alt.expr(f"(datum.at + 0.5) * {step}"), "y": 54}
    at = f"clamp(datum.at * {step}, 2, width - 2)"
    layers = [
        boxes(box, "look", place),
        *symbols(box, "look", f"min(18, {step} * 0.5)", centre),
        tick.mark_rect(
            x=alt.expr(f"{at} - 2"),
            x2=alt.expr(f"{at} + 2"),
            y=22,
            y2=86,
            color=theme.ink,
            aria=False,
        ),
        tick.mark_text(
            x=alt.expr(f"clamp({at}, datum.half, width - datum.half)"),
            y=10,
            fontSize=15,
            fontWeight=700,
            color=theme.ink,
            aria=False,
        ).encode(text="text:N"),
    ]
    values: Row = {"boxes": 10} | cell_values(theme, 1.5)
    return shape(layers, size=("container", HEIGHT), values=values)
