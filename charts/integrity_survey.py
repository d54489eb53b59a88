"""The nine elements of the satisfaction survey as bars on their scale of 1 to 4."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from charts.palette import CellKind, Theme
from charts.shelf import shelved
from charts.template import Row, Spec, fill
from charts.typeface import widest

ELEMENT_HEIGHT, ELEMENT_HEAD = 30, 24
LOWEST, HIGHEST = 1.0, 4.0
"""Ends of the scale. Source: PermenPANRB 14/2017."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementBar:
    """One element.

    Attributes:
        name: Name before the bar.
        average: Its average, from 1 to 4.
        kind: Its band; gives the bar its look.
        words: Average and band in words, after the bar.
    """

    name: str
    average: float
    kind: CellKind
    words: str


def element_bars(
    rows: Sequence[ElementBar], bounds: Mapping[str, float], *, theme: Theme
) -> Spec:
    """Return a bar per element, with a line where each band begins.

    Args:
        rows: The elements, from top to bottom.
        bounds: Average at which a band begins, by its name.
        theme: Colours of the page.
    """
    height = ELEMENT_HEAD + ELEMENT_HEIGHT * len(rows)
    lines: list[Row] = [
        {"kind": "bound", "share": _share(at), "text": band, "foot": height}
        for band, at in bounds.items()
    ]
    values = {
        "left": 14 + widest([row.name for row in rows], 14),
        "narrow": 8 + widest([row.name for row in rows], 12.5),
        "right": 44 + widest([row.words for row in rows], 14),
    }
    bars = [_bar(at, row) for at, row in enumerate(rows)]
    return fill(_elements_shape(theme), [*bars, *lines], values, height)


def _bar(at: int, row: ElementBar) -> Row:
    return {
        "kind": "element",
        "top": ELEMENT_HEAD + at * ELEMENT_HEIGHT,
        "name": row.name,
        "share": _share(row.average),
        "look": row.kind.value,
        "words": row.words,
        "label": f"{row.name}: {row.words}",
    }


def _share(average: float) -> float:
    return round((average - LOWEST) / (HIGHEST - LOWEST), 4)


@shelved
def _elements_shape(theme: Theme) -> Spec:
    from charts.integrity_survey_marks import elements_shape

    return elements_shape(theme)
