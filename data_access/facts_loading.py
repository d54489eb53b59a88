"""Loads the facts kept in the project's CSV files into the database.

Facts that are there already stay as they are, so that loading twice changes nothing
and nothing that staff recorded is overwritten.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, select

from data_access import tables
from data_access.facts_checks import Read, check
from data_access.facts_columns import PROVENANCE, FactFile
from data_access.facts_csv import Fact, read_facts
from data_access.facts_files import COMMON_FILES, ELECTION_FILE, ELECTION_FILES
from data_access.facts_states import states_of
from data_access.journal import Author, Insert, write_many

FOLDER = Path(__file__).with_name("facts")
"""The files that come with the project."""

Values = dict[str, Any]
Rows = tuple[Table, tuple[str, ...], Sequence[Values]]
"""Rows of a table, with the columns by which a row is known to be there already."""


def load_facts(connection: Connection, *, by: Author, folder: Path = FOLDER) -> int:
    """Store the facts that the database lacks, and return how many rows that were.

    Every file is read and checked before the first row is written; the caller's
    transaction makes the load one.

    Raises:
        MalformedFact: A file cannot be loaded.
    """
    rows = list(_all_rows(folder))
    missing = chain.from_iterable(_missing(connection, *each) for each in rows)
    return write_many(connection, missing, by=by)


def _all_rows(folder: Path) -> Iterator[Rows]:
    common = _read(folder, COMMON_FILES)
    _check(COMMON_FILES, common)
    yield from _plain_rows(COMMON_FILES, common, {})
    for home in sorted(path for path in folder.iterdir() if path.is_dir()):
        own = _read(home, (ELECTION_FILE, *ELECTION_FILES))
        _check((ELECTION_FILE, *ELECTION_FILES), {**common, **own})
        _check_folder(home.name, own["elections"])
        election = {"election_code": home.name}
        yield from _plain_rows((ELECTION_FILE,), own, {})
        yield from _timeline_rows(own, election)
        yield from _plain_rows(ELECTION_FILES, own, election)
        yield _phase_rows(own, election)


def _read(folder: Path, files: Iterable[FactFile]) -> Read:
    return {
        file.name: read_facts(folder / f"{file.name}.csv", file.columns)
        for file in files
    }


def _check(files: Iterable[FactFile], read: Read) -> None:
    for file in files:
        check(file, read)


def _check_folder(name: str, elections: Iterable[Fact]) -> None:
    for fact in elections:
        if fact.values["code"] != name:
            raise fact.refuse("code", f"the name of its folder, {name}")


def _plain_rows(
    files: Iterable[FactFile], read: Read, election: Values
) -> Iterator[Rows]:
    """Yield the rows that go into their table as they are."""
    for file in files:
        if file.table is not None:
            rows = [{**election, **fact.values} for fact in read[file.name]]
            yield file.table, (*election, *file.key), rows


def _timeline_rows(read: Read, election: Values) -> Iterator[Rows]:
    revisions: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in read["revisions"]:
        revisions[fact.values["milestone_code"]].append(fact)
    yield from _item_rows(
        {fact: states_of(fact) for fact in read["stages"]},
        (tables.stages, tables.stage_states, "stage_code"),
        election,
    )
    # A part comes after the milestone it is a part of.
    ordered = sorted(
        read["milestones"], key=lambda fact: bool(fact.values["parent_code"])
    )
    yield from _item_rows(
        {fact: states_of(fact, revisions[fact.values["code"]]) for fact in ordered},
        (tables.milestones, tables.milestone_states, "milestone_code"),
        election,
    )


def _item_rows(
    states: Mapping[Fact, Sequence[Values]],
    homes: tuple[Table, Table, str],
    election: Values,
) -> Iterator[Rows]:
    items, states_table, code = homes
    rows = [
        {**election, **_identity(fact, items), "version": len(states[fact])}
        for fact in states
    ]
    yield items, ("election_code", "code"), rows
    known = [
        {**election, code: fact.values["code"], **state}
        for fact, its_states in states.items()
        for state in its_states
    ]
    yield states_table, ("election_code", code), known


def _phase_rows(read: Read, election: Values) -> Rows:
    """Return which phase's tallies measure which milestone."""
    rows = [
        {
            **election,
            "milestone_code": fact.values["code"],
            **{column: fact.values[column] for column in ("phase_code", *PROVENANCE)},
        }
        for fact in read["milestones"]
        if fact.values["phase_code"]
    ]
    return tables.milestone_phases, ("election_code", "milestone_code"), rows


def _identity(fact: Fact, table: Table) -> Values:
    return {
        column.name: fact.values[column.name]
        for column in table.c
        if column.name in fact.values
    }


def _missing(
    connection: Connection, table: Table, key: tuple[str, ...], rows: Iterable[Values]
) -> list[Insert]:
    there = {
        tuple(row) for row in connection.execute(select(*(table.c[k] for k in key)))
    }
    return [
        Insert(table, row)
        for row in rows
        if tuple(row[column] for column in key) not in there
    ]
