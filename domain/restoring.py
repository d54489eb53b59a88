"""Undoing a write: what may be put back, and what stands against it.

Nothing is ever removed. What stood there before is written anew, as a change of its
own; what had nothing before it is withdrawn if it is a tally, and stays otherwise.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from domain.history import Action, Entry, Kind, Row
from domain.tally import TallyState


class Obstacle(StrEnum):
    """Why a write cannot be undone."""

    NOTHING_BEFORE = "nothing_before"  # a first version stays
    CHANGED_SINCE = "changed_since"
    WAS_DRAFT = "was_draft"  # what was handed over does not become a draft again
    REMOVAL = "removal"  # removed simulated figures are gone
    DECIDED = "decided"  # what a plenary decided is corrected with new minutes
    NOT_HERE = "not_here"  # such records are kept up another way


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A write that is not undone.

    Attributes:
        entry: The write.
        obstacle: What stands against it.
        later: The later entry on the same row, where that is the obstacle.
    """

    entry: Entry
    obstacle: Obstacle
    later: Entry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Restoration:
    """A row to put back.

    Attributes:
        entry: The write that is undone: the newest on its row.
        values: The row as it stood before.
    """

    entry: Entry
    values: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """A tally to withdraw, because nothing stood before its first version.

    Attributes:
        entry: The write that is undone: the newest on its cell.
        values: The figures, as they stand.
    """

    entry: Entry
    values: Row


Undone: TypeAlias = Restoration | Withdrawal | Refusal
"""What undoing the writes on one row comes to."""


def restoration_of(entries: Sequence[Entry], newest: Entry) -> Undone:
    """Return how to put one row back as it stood before some writes.

    Args:
        entries: The writes to undo, all on the row, oldest first; at least one.
        newest: The newest entry on the row that there is.
    """
    first, last = entries[0], entries[-1]
    if last.action is Action.PURGE:
        return Refusal(entry=last, obstacle=Obstacle.REMOVAL)
    if newest.number > last.number:
        return Refusal(entry=last, obstacle=Obstacle.CHANGED_SINCE, later=newest)
    if first.before is None:
        return without_anything_before(last)
    if _hands_back(first.before, last):
        return Refusal(entry=last, obstacle=Obstacle.WAS_DRAFT)
    return Restoration(entry=last, values=first.before)


def without_anything_before(entry: Entry) -> Withdrawal | Refusal:
    """Return what becomes of a write that had nothing before it.

    A row is never removed. A tally can be withdrawn, which has the same effect, until
    a plenary decided it; any other first version stays.
    """
    figures = entry.after or {}
    state = figures.get("state") if entry.kind is Kind.TALLY else None
    if state == TallyState.DECIDED:
        return Refusal(entry=entry, obstacle=Obstacle.DECIDED)
    if state is None or state == TallyState.WITHDRAWN:
        return Refusal(entry=entry, obstacle=Obstacle.NOTHING_BEFORE)
    return Withdrawal(entry=entry, values=figures)


def by_row(entries: Iterable[Entry]) -> tuple[tuple[Entry, ...], ...]:
    """Return the entries of each row together, each oldest first.

    The versions of one thing count as one row.
    """
    rows: dict[tuple[object, ...], list[Entry]] = {}
    for entry in sorted(entries, key=lambda each: each.number):
        rows.setdefault((entry.table, *sorted(entry.item.items())), []).append(entry)
    return tuple(map(tuple, rows.values()))


def _hands_back(before: Row, last: Entry) -> bool:
    """Return whether a tally would turn from handed over to a draft."""
    after = last.after or {}
    is_draft, was_draft = (
        row.get("state") == TallyState.DRAFT for row in (after, before)
    )
    return was_draft and not is_draft
