"""One more version of the tally of a cell: who may, from which state, onto which."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from sqlalchemy import Connection, Engine

from data_access.changes import Append, Change, Values
from data_access.recording import Errand, require, write_prepared
from data_access.tables import tallies
from data_access.versions import newest, refuse_stale
from domain.person import Permission, Person
from domain.tally import TallyState
from domain.tally_entry import Cell
from domain.tally_moves import TallyMove, moved

PERMISSIONS = {
    TallyMove.DRAFT: Permission.RECORD_TALLY,
    TallyMove.SUBMIT: Permission.RECORD_TALLY,
    TallyMove.REFUSE: Permission.DECIDE_TALLY,
    TallyMove.DECIDE: Permission.DECIDE_TALLY,
    TallyMove.CORRECT: Permission.DECIDE_TALLY,
    TallyMove.WITHDRAW: Permission.RESTORE,
}
"""What somebody needs for a move, in the kab/kota of the cell."""

UNDECIDED: Values = {
    "verdict": None,
    "decided_on": None,
    "minutes_number": None,
    "minutes_date": None,
    "minutes_sha256": None,
    "signers": None,
    "replaces": None,
    "takes_back": None,
}
"""Columns of a tally that no plenary decided and that corrects no other."""


def taken_back(figures: Values, version: int, *, first: int, on: date) -> Values:
    """Return the same figures as a version that takes earlier ones back.

    Args:
        figures: Figures that stand now.
        version: Number of their version.
        first: First version that shall no longer stand.
        on: Day from which they do not.
    """
    news = {"replaces": version, "takes_back": first, "known_on": on}
    return {**figures, **UNDECIDED, **news}


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedTally:
    """The tally of a cell as somebody opened it.

    Attributes:
        cell: The cell.
        version: Number of its newest version then, drafts included; 0 for none.
    """

    cell: Cell
    version: int

    @property
    def key(self) -> Values:
        """Return the key of its versions, without their number."""
        cell = self.cell
        return {
            "election_code": cell.election,
            "phase_code": cell.phase,
            "party_code": cell.party,
            "region_code": cell.region,
        }

    def next_version(self, values: Values) -> Append:
        """Return the change that stores its next version."""
        return Append(
            table=tallies, key=self.key, values=values, expected_version=self.version
        )


Make: TypeAlias = Callable[[Connection, Values, TallyState], Sequence[Change]]
"""Makes the changes from the newest version (empty for none) and the state to come."""


def store_version(
    engine: Engine, errand: Errand, opened: OpenedTally, move: TallyMove, make: Make
) -> int:
    """Store the next version of a tally, and return the data revision it made.

    Raises:
        SignedOut: Nobody is signed in.
        NotPermitted: The person may not, in that kab/kota.
        VersionConflict: Somebody saved first.
        Refused: The move is not allowed from the state of the tally.
    """
    permission = PERMISSIONS[move]

    def changes(connection: Connection, person: Person) -> Sequence[Change]:
        require(person, permission, opened.cell.region)
        stored = newest(connection, tallies, opened.key)
        refuse_stale(connection, opened.next_version({}), stored)
        state = moved(stored["state"] if stored else None, move)
        return make(connection, stored or {}, state)

    return write_prepared(engine, errand, permission, changes)
