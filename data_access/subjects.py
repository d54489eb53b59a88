"""What an entry of the journal is about: the codes by which a reader looks for it."""

from collections.abc import Mapping
from typing import Any

from domain.history import Action, Deed
from domain.tally import TallyState

VERSION = "version"

_NAMED_BY = {
    "baseline_days": ("item_code", "milestone_code"),
    "elections": ("code", "election_code"),
    "milestones": ("code", "milestone_code"),
    "parties": ("code", "party_code"),
    "regions": ("code", "region_code"),
}
"""Column of a key that names a subject by another word, and the subject, by table."""

_DEEDS = {
    TallyState.SUBMITTED: Deed.SUBMITTED,
    TallyState.DECIDED: Deed.DECIDED,
    TallyState.WITHDRAWN: Deed.WITHDRAWN,
}
"""What the state of a new tally tells of who stored it."""

_SUBJECTS = ("election_code", "milestone_code", "party_code", "region_code")


def subject_of(table: str, key: Mapping[str, Any]) -> dict[str, str | None]:
    """Return the codes of election, milestone, party and region that a key names.

    Args:
        table: Name of the table.
        key: Primary key of the row.
    """
    named: dict[str, str | None] = {name: key.get(name) for name in _SUBJECTS}
    if table in _NAMED_BY:
        column, subject = _NAMED_BY[table]
        named[subject] = key[column]
    return named


def item_of(key: Mapping[str, Any]) -> dict[str, Any]:
    """Return the key of a row without its version: what all its versions share."""
    return {name: value for name, value in key.items() if name != VERSION}


def is_draft(table: str, after: Mapping[str, Any] | None) -> bool:
    """Return whether a write stored the draft of a tally."""
    if table != "tallies" or after is None:
        return False
    return bool(after["state"] == TallyState.DRAFT)


def deed_of(action: Action, table: str, after: Mapping[str, Any] | None) -> Deed:
    """Return what somebody did with a write, as far as the write itself tells."""
    if action is Action.PURGE:
        return Deed.REMOVED
    if table != "tallies" or after is None:
        return Deed.RECORDED
    return _DEEDS.get(after["state"], Deed.RECORDED)
