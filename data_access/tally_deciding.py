"""Records what the plenary decided on a tally, and corrections of it."""

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import Connection, Engine

from data_access.changes import Change, Values
from data_access.recording import Errand
from data_access.scans import keep_scan
from data_access.staff_sources import source_of
from data_access.tally_ground import ground_of, latest_reported_on
from data_access.tally_versions import UNDECIDED, OpenedTally, store_version
from domain.tally import TallyState
from domain.tally_entry import TallyEntry, check_entry, tally_of
from domain.tally_moves import TallyMove
from domain.tally_plenary import (
    Decision,
    check_decision,
    check_latest,
    check_new_minutes,
    check_origin,
    decided,
)
from domain.violation import insist

_ENTERED = tuple(TallyEntry.__dataclass_fields__)


def decide_tally(
    engine: Engine, errand: Errand, opened: OpenedTally, decision: Decision
) -> int:
    """Store what the plenary decided on submitted figures; return the data revision.

    Args:
        engine: The database.
        errand: Who records it, why and when.
        opened: The submitted tally, as it was opened.
        decision: The decision and its minutes.

    Raises:
        SignedOut: Nobody is signed in.
        NotPermitted: The person is no editor.
        VersionConflict: Somebody saved first.
        Refused: The tally waits for no decision, or the decision breaks rules.
    """

    def submitted(
        connection: Connection, stored: Values, _: TallyState
    ) -> Sequence[Change]:
        insist(check_origin(stored["origin"]))
        entry = TallyEntry(**{name: stored[name] for name in _ENTERED})
        return _decided(connection, errand, opened, entry, decision)

    return store_version(engine, errand, opened, TallyMove.DECIDE, submitted)


def correct_tally(
    engine: Engine,
    errand: Errand,
    opened: OpenedTally,
    entry: TallyEntry,
    decision: Decision,
) -> int:
    """Store other figures of a decided tally; return the data revision they made.

    Args:
        engine: The database.
        errand: Who corrects it, why and when.
        opened: The decided tally, as it was opened; the new version replaces it.
        entry: The figures as they should have been.
        decision: The decision and its minutes, which must be new ones.

    Raises:
        SignedOut: Nobody is signed in.
        NotPermitted: The person is no editor.
        VersionConflict: Somebody saved first.
        Refused: The tally is not decided, or figures or minutes break rules.
    """

    def corrected(
        connection: Connection, stored: Values, _: TallyState
    ) -> Sequence[Change]:
        number, sha256 = stored["minutes_number"], stored["minutes_sha256"]
        insist(check_new_minutes(decision, number, sha256))
        return _decided(connection, errand, opened, entry, decision)

    return store_version(engine, errand, opened, TallyMove.CORRECT, corrected)


def _decided(
    connection: Connection,
    errand: Errand,
    opened: OpenedTally,
    entry: TallyEntry,
    decision: Decision,
) -> Sequence[Change]:
    """Return the changes that store a decision, once nothing is wrong with it."""
    day, cell = errand.day, opened.cell
    phase = ground_of(connection, cell, day)
    entered = tally_of(cell, entry, state=TallyState.DECIDED, known_on=day)
    tally = decided(entered, decision)
    insist(
        (
            *check_latest(entry.reported_on, latest_reported_on(connection, cell, day)),
            *check_entry(tally, entry.note, phase),
            *check_decision(decision, entry.reported_on, day),
        )
    )
    minutes = asdict(decision)
    scan = minutes.pop("scan")
    values = {
        **UNDECIDED,
        **asdict(entry),
        **minutes,
        **source_of(decision.minutes_number),
        "state": tally.state,
        "origin": tally.origin,
        "replaces": opened.version,
        "known_on": day,
    }
    return (*keep_scan(connection, scan, errand.at), opened.next_version(values))
