"""What staff typed and did not save yet.

It is kept by the server, so that a reload or a lost connection loses nothing; the
browser keeps nothing that a next user of the machine could read.
"""

from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

from cachetools import LRUCache

from domain.tally_entry import Cell

Typed = TypeVar("Typed")

Item: TypeAlias = str | Cell
"""What is typed of: the code of a milestone, or the cell of a tally."""

KEPT = 10_000  # forms of all people; the one left alone for longest gives way


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaved(Generic[Typed]):
    """A form as it stands.

    Attributes:
        version: Version of the item when it was opened.
        base: What was recorded then.
        mine: What stands in the fields.
        reason: Why, as typed so far.
    """

    version: int
    base: Typed
    mine: Typed
    reason: str = ""

    @property
    def is_edited(self) -> bool:
        """Return whether a value is another than the recorded one."""
        return self.mine != self.base

    @property
    def is_typed(self) -> bool:
        """Return whether anything of it would be lost."""
        return self.is_edited or bool(self.reason.strip())


_typed: LRUCache[tuple[str, str, Item], Unsaved[Any]] = LRUCache(KEPT)


def find(person: str, election: str, item: Item) -> Unsaved[Any] | None:
    """Return what a person typed for an item, or None."""
    return _typed.get((person, election, item))


def keep(person: str, election: str, item: Item, form: Unsaved[Any]) -> None:
    """Keep what a person typed; a form in which nothing is typed is dropped."""
    if form.is_typed:
        _typed[person, election, item] = form
    else:
        drop(person, election, item)


def drop(person: str, election: str, item: Item) -> None:
    """Forget what a person typed, as after it was saved."""
    _typed.pop((person, election, item), None)


def forget() -> None:
    """Forget everything, as after another database took the place of the first."""
    _typed.clear()


def count_of(person: str, election: str) -> int:
    """Return how many items have something unsaved."""
    return len(_items_of(person, election))


def milestones_of(person: str, election: str) -> frozenset[str]:
    """Return the codes of the milestones with something unsaved."""
    found = _items_of(person, election)
    return frozenset(item for item in found if isinstance(item, str))


def cells_of(person: str, election: str) -> frozenset[Cell]:
    """Return the cells whose tally has something unsaved."""
    found = _items_of(person, election)
    return frozenset(item for item in found if isinstance(item, Cell))


def _items_of(person: str, election: str) -> list[Item]:
    return [
        item
        for someone, somewhere, item in list(_typed)
        if (someone, somewhere) == (person, election)
    ]
