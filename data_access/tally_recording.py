"""Records the figures of a cell: drafts, submissions, what is sent back, withdrawn."""

from dataclasses import asdict, replace
from datetime import date, datetime

from sqlalchemy import Connection, Engine

from data_access.changes import Change, Values
from data_access.recording import Errand
from data_access.staff_sources import source_of
from data_access.tables import tallies
from data_access.tally_ground import ground_of
from data_access.tally_versions import (
    UNDECIDED,
    OpenedTally,
    store_version,
    taken_back,
)
from data_access.versions import storer
from domain.history import Deed
from domain.tally import TallyOrigin, TallyState
from domain.tally_entry import Cell, TallyEntry, check_entry, tally_of
from domain.tally_moves import TallyMove
from domain.violation import insist


def who_recorded(
    connection: Connection, opened: OpenedTally
) -> tuple[str, datetime] | None:
    """Return who recorded a version of a tally, and when; None if unknown."""
    return storer(connection, tallies, {**opened.key, "version": opened.version})


def record_tally(
    engine: Engine,
    errand: Errand,
    opened: OpenedTally,
    entry: TallyEntry,
    *,
    submits: bool,
) -> int:
    """Store the next figures of a cell, and return the data revision they made.

    Args:
        engine: The database.
        errand: Who records them, why and when.
        opened: The tally, as it was opened.
        entry: The figures.
        submits: Whether they are handed over; otherwise they are a draft for staff.

    Raises:
        SignedOut: Nobody is signed in.
        NotPermitted: The person does not record for that kab/kota.
        VersionConflict: Somebody saved first.
        Refused: The figures break rules, or are decided already.
    """

    def figures(
        connection: Connection, stored: Values, state: TallyState
    ) -> tuple[Change]:
        _check_figures(connection, opened.cell, entry, state, errand.day)
        stands = stored.get("state") is not TallyState.WITHDRAWN
        is_of_same_day = stored.get("reported_on") == entry.reported_on
        values = {
            **UNDECIDED,
            **asdict(entry),
            **source_of(None),
            "state": state,
            "origin": TallyOrigin.MANUAL,
            "replaces": opened.version if stands and is_of_same_day else None,
            "known_on": errand.day,
        }
        return (opened.next_version(values),)

    move = TallyMove.SUBMIT if submits else TallyMove.DRAFT
    return store_version(engine, errand, opened, move, figures)


def refuse_tally(engine: Engine, errand: Errand, opened: OpenedTally) -> int:
    """Send submitted figures back as a draft, and return the data revision that made.

    From that day on the public no longer sees them; the reason is in the journal.

    Raises:
        SignedOut: Nobody is signed in.
        NotPermitted: The person is no editor.
        VersionConflict: Somebody saved first.
        Refused: The tally is not one that waits for a decision.
    """
    returning = replace(errand, deed=Deed.RETURNED)
    return _take_back(engine, returning, opened, TallyMove.REFUSE)


def withdraw_tally(engine: Engine, errand: Errand, opened: OpenedTally) -> int:
    """Undo all figures of a cell recorded by mistake, and return the data revision.

    From that day on the cell has no tally. A decided one is corrected instead.

    Raises:
        SignedOut: Nobody is signed in.
        NotPermitted: The person is no editor.
        VersionConflict: Somebody saved first.
        Refused: There is no tally, or it is decided.
    """
    return _take_back(engine, errand, opened, TallyMove.WITHDRAW)


def _check_figures(
    connection: Connection,
    cell: Cell,
    entry: TallyEntry,
    state: TallyState,
    day: date,
) -> None:
    """Let figures pass that break no rule.

    Raises:
        Refused: They do, or the phase, party or kab/kota is unknown.
    """
    phase = ground_of(connection, cell, day)
    tally = tally_of(cell, entry, state=state, known_on=day)
    insist(check_entry(tally, entry.note, phase))


def _take_back(
    engine: Engine, errand: Errand, opened: OpenedTally, move: TallyMove
) -> int:
    first = opened.version if move is TallyMove.REFUSE else 1

    def same_figures(_: Connection, stored: Values, state: TallyState) -> tuple[Change]:
        news = taken_back(stored, opened.version, first=first, on=errand.day)
        values = {**news, "state": state}
        return (opened.next_version(values),)

    return store_version(engine, errand, opened, move, same_figures)
