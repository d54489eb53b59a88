"""Bars on tracks, each with ticks at what is asked: the bullets of several pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from charts.palette import CellKind, Theme
from charts.shelf import shelved
from charts.template import Row, Spec, fill
from charts.typeface import widest

BAR_HEIGHT = 38


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One row of the chart.

    Attributes:
        name: Name before the bar.
        kind: What was reached; gives the bar its look.
        share: Filled share of the track, from 0 to 1; None while nothing is known.
        needs: Shares of the track at which ticks stand.
        summary: The figures in words, such as `225 dari 242 yang diperlukan`.
        brief: The same in short, such as `225/242`, for a phone.
    """

    name: str
    kind: CellKind
    share: float | None
    needs: Sequence[float]
    summary: str
    brief: str


def bars(rows: Sequence[Bar], *, theme: Theme) -> Spec:
    """Return a bar per row against its ticks."""
    return fill(
        _bars_shape(theme),
        [each for at, row in enumerate(rows) for each in _rows(at, row)],
        {
            "left": 16 + widest([row.name for row in rows], 15),
            "full": 46 + widest([row.summary for row in rows], 15),
            "brief": 44 + widest([row.brief for row in rows], 13),
        },
        BAR_HEIGHT * len(rows) + 2,
    )


def _rows(at: int, row: Bar) -> Iterator[Row]:
    """Yield the row of a bar, then one for each of its ticks."""
    top = at * BAR_HEIGHT
    known: Row = {} if row.share is None else {"share": round(row.share, 4)}
    yield {
        "kind": "bullet",
        "top": top,
        "name": row.name,
        "look": row.kind.value,
        "summary": row.summary,
        "brief": row.brief,
        "label": f"{row.name}: {row.summary}",
        **known,
    }
    for need in row.needs:
        yield {"kind": "need", "top": top, "at": round(need, 4)}


@shelved
def _bars_shape(theme: Theme) -> Spec:
    from charts.party_marks import bullets_shape

    return bullets_shape(theme)
