"""What staff typed and did not save yet.

It is kept by the server, so that a reload or a lost connection loses nothing; the
browser keeps nothing that a next user of the machine could read.
"""

from dataclasses import dataclass

from cachetools import LRUCache

from domain.recording import MilestoneEdit

KEPT = 10_000  # edits of all people; the one left alone for longest gives way


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaved:
    """An edit that is not saved.

    Attributes:
        version: Version of the milestone when it was opened.
        base: What was recorded then.
        mine: What was typed.
    """

    version: int
    base: MilestoneEdit
    mine: MilestoneEdit


_typed: LRUCache[tuple[str, str, str], Unsaved] = LRUCache(KEPT)


def find(person: str, election: str, milestone: str) -> Unsaved | None:
    """Return what a person typed for a milestone, or None."""
    return _typed.get((person, election, milestone))


def keep(person: str, election: str, milestone: str, edit: Unsaved) -> None:
    """Keep what a person typed; an edit that changes nothing is dropped."""
    if edit.mine == edit.base:
        drop(person, election, milestone)
    else:
        _typed[person, election, milestone] = edit


def drop(person: str, election: str, milestone: str) -> None:
    """Forget what a person typed, as after it was saved."""
    _typed.pop((person, election, milestone), None)


def milestones_of(person: str, election: str) -> frozenset[str]:
    """Return the codes of the milestones with something unsaved."""
    return frozenset(
        milestone
        for someone, somewhere, milestone in list(_typed)
        if (someone, somewhere) == (person, election)
    )
