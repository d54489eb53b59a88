"""Charts of one party: can it still reach the number, and how far is each kab/kota."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.bars import Bar, bars
from charts.palette import CellKind, Theme
from charts.shelf import shelved
from charts.sizes import BULLET_REACH
from charts.template import Row, Spec, fill
from charts.typeface import text_width

# Best first: the tick then shows whether what may still come is enough.
LADDER_ORDER = (
    CellKind.ELIGIBLE,
    CellKind.CARRIED,
    CellKind.CORRECTABLE,
    CellKind.IN_PROGRESS,
    CellKind.UNREPORTED,
    CellKind.INELIGIBLE,
    CellKind.NOT_APPLICABLE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullet:
    """One kab/kota of a party, or one party of a kab/kota.

    Attributes:
        name: Name before the bar.
        kind: What was reached; gives the bar its look.
        members: Members found MS; None while nothing is decided.
        required: Members required, at least 1.
        summary: Both in words, such as `225 dari 242 yang diperlukan`.
        brief: The same in short, such as `225/242`, for a phone.
    """

    name: str
    kind: CellKind
    members: int | None
    required: int
    summary: str
    brief: str


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
    ordered = sorted(cells, key=LADDER_ORDER.index)
    rows: list[Row] = [
        {"kind": "box", "at": at, "look": cell.value} for at, cell in enumerate(ordered)
    ]
    half = round(text_width(label, 15) / 2)
    tick: Row = {"kind": "tick", "at": required, "text": label, "half": half}
    return fill(_ladder_shape(theme), [*rows, tick], {"boxes": max(1, len(rows))})


def bullets(rows: Sequence[Bullet], *, theme: Theme) -> Spec:
    """Return a bar per row against a tick at the required members."""
    return bars([_bar(row) for row in rows], theme=theme)


def _bar(row: Bullet) -> Bar:
    """Return a row; its share is that of the track, full where more was found."""
    share = None
    if row.members is not None:
        share = min(1.0, row.members / (row.required * BULLET_REACH))
    return Bar(
        name=row.name,
        kind=row.kind,
        share=share,
        needs=(1 / BULLET_REACH,) if share is not None else (),
        summary=row.summary,
        brief=row.brief,
    )


@shelved
def _ladder_shape(theme: Theme) -> Spec:
    from charts.party_marks import ladder_shape

    return ladder_shape(theme)
