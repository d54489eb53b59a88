"""Reads of the journal: its entries newest first, and what wrote them.

Each read goes through an index of `journal_subjects` to the entries it returns, so a
page costs what it shows, however long the journal is.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    FromClause,
    ScalarSelect,
    Select,
    func,
    literal,
    or_,
    select,
)

from data_access.chain import canonical
from data_access.rows import AnyRow
from data_access.subjects import VERSION
from data_access.tables import journal, journal_subjects
from domain.history import Action, Batch, Entry, HistoryFilter

CLOCKS_AGREE_WITHIN = timedelta(hours=1)
"""The order of entries may differ from that of their instants by less than this."""

ABOVE_ALL = 2**31 - 1
"""A number that no entry reaches."""


def read_entries(
    connection: Connection,
    asked: HistoryFilter,
    before_id: int | None = None,
    limit: int = 20,
) -> tuple[Entry, ...]:
    """Return entries of the journal, the newest first.

    Args:
        connection: The database.
        asked: Which entries.
        before_id: Number that the entries stay under; None begins with the newest.
        limit: Most entries to return.
    """
    under = _under(connection, asked, before_id)
    found = _newest(journal_subjects, asked, under).limit(limit).cte("found")
    return tuple(map(_entry, connection.execute(_with_earlier(found))))


def read_entry(connection: Connection, number: int) -> Entry | None:
    """Return one entry of the journal; None where the number names none."""
    subject = journal_subjects
    found = select(*_found(subject)).where(subject.c.entry_id == number).cte("found")
    row = connection.execute(_with_earlier(found)).one_or_none()
    return _entry(row) if row else None


def read_batches(
    connection: Connection,
    asked: HistoryFilter,
    before_id: int | None = None,
    limit: int = 20,
) -> tuple[Batch, ...]:
    """Return writings with an entry that is asked for, the newest first.

    Args:
        connection: The database.
        asked: Which entries.
        before_id: Number that their entries stay under; None begins with the newest.
        limit: Most writings to return.
    """
    found = _newest_of_batches(asked, _under(connection, asked, before_id), limit)
    query = _with_earlier(found).add_columns(_last_of(found).label("last"))
    return tuple(
        Batch(last=row.last, newest=_entry(row)) for row in connection.execute(query)
    )


def read_actors(connection: Connection) -> tuple[str, ...]:
    """Return everybody who ever wrote, in alphabetical order."""
    # From one actor straight to the next one: DISTINCT would go through every entry.
    actors = select(func.min(journal_subjects.c.actor).label("actor")).cte(
        "actors", recursive=True
    )
    other = journal_subjects.alias("other")
    following = (
        select(func.min(other.c.actor))
        .where(other.c.actor > actors.c.actor)
        .scalar_subquery()
    )
    every = actors.union_all(select(following).where(actors.c.actor.is_not(None)))
    query = select(every.c.actor).where(every.c.actor.is_not(None))
    return tuple(sorted(connection.scalars(query)))


def _found(subject: FromClause) -> tuple[ColumnElement[Any], ...]:
    c = subject.c
    return c.entry_id, c.batch, c.table_name, c.item


def _newest(
    subject: FromClause,
    asked: HistoryFilter,
    under: int | ColumnElement[int],
) -> Select[*tuple[Any, ...]]:
    """Return the query for what is asked for, under a number, the newest first."""
    return (
        select(*_found(subject))
        .where(subject.c.entry_id < under, *_asked_for(subject, asked))
        .order_by(subject.c.entry_id.desc())
    )


def _newest_of_batches(asked: HistoryFilter, under: int, limit: int) -> CTE:
    """Return the newest entry asked for of each writing, from one writing to the next.

    No entry between is read, so a writing of a whole nation costs as much as one of a
    single figure.
    """
    first = _newest(journal_subjects, asked, under).limit(1).subquery("first")
    found = select(first, literal(1).label("place")).cte("found", recursive=True)
    older, subject = journal_subjects.alias("older"), journal_subjects.alias("subject")
    following = (
        _newest(older, asked, found.c.batch)
        .with_only_columns(older.c.entry_id)
        .limit(1)
        .correlate(found)
        .scalar_subquery()
    )
    return found.union_all(
        select(*_found(subject), found.c.place + 1)
        .select_from(found.join(subject, subject.c.entry_id == following))
        .where(found.c.place < limit)
    )


def _last_of(found: CTE) -> ScalarSelect[int]:
    """Return the query for the last entry of a writing, asked for or not."""
    same = journal_subjects.alias("same")
    newest = select(func.max(same.c.entry_id)).where(same.c.batch == found.c.batch)
    return newest.correlate(found).scalar_subquery()


def _asked_for(
    subject: FromClause, asked: HistoryFilter
) -> Iterator[ColumnElement[bool]]:
    wanted = {
        "actor": asked.actor,
        "action": asked.action,
        "deed": asked.deed,
        "table_name": asked.table,
        "item": None if asked.key is None else canonical(asked.key),
        "milestone_code": asked.milestone,
        "party_code": asked.party,
        "region_code": asked.region,
        "batch": asked.batch,
        "is_draft": None if asked.with_drafts else False,
    }
    for name, value in wanted.items():
        if value is not None:
            yield subject.c[name] == value
    if asked.election is not None:
        election = subject.c.election_code
        yield or_(election.is_(None), election == asked.election)
    # The numbers lead straight to a range of instants, which draw its ends exactly.
    if asked.since is not None:
        yield subject.c.at >= asked.since
        yield subject.c.entry_id > _above(asked.since)
    if asked.until is not None:
        yield subject.c.at < asked.until


def _above(since: datetime) -> ColumnElement[int]:
    """Return the number that every entry since an instant lies above."""
    past = journal_subjects.alias("past")
    newest = (
        select(past.c.entry_id)
        .where(past.c.at < since - CLOCKS_AGREE_WITHIN)
        .order_by(past.c.at.desc(), past.c.entry_id.desc())
        .limit(1)
    )
    return func.coalesce(newest.scalar_subquery(), 0)


def _under(connection: Connection, asked: HistoryFilter, before_id: int | None) -> int:
    """Return the number that every entry asked for lies under."""
    under = before_id or ABOVE_ALL
    if asked.until is None:
        return under
    coming = journal_subjects.c
    oldest = (
        select(coming.entry_id)
        .where(coming.at >= asked.until + CLOCKS_AGREE_WITHIN)
        .order_by(coming.at, coming.entry_id)
        .limit(1)
    )
    return min(under, connection.scalar(oldest) or ABOVE_ALL)


def _with_earlier(found: CTE) -> Select[*tuple[Any, ...]]:
    """Return the query for entries, each with the one before on the same row."""
    past, earlier = journal_subjects.alias("past_version"), journal.alias("earlier")
    before_it = (
        select(past.c.entry_id)
        .where(
            past.c.item == found.c.item,
            past.c.table_name == found.c.table_name,
            past.c.entry_id < found.c.entry_id,
        )
        .order_by(past.c.entry_id.desc())
        .limit(1)
        .correlate(found)
        .scalar_subquery()
    )
    return (
        select(journal, found.c.batch, earlier.c.after.label("earlier"))
        .select_from(
            found.join(journal, journal.c.id == found.c.entry_id).outerjoin(
                earlier, earlier.c.id == before_it
            )
        )
        .order_by(found.c.entry_id.desc())
    )


def _entry(row: AnyRow) -> Entry:
    key = json.loads(row.row_key)
    return Entry(
        number=row.id,
        batch=row.batch,
        at=row.at,
        actor=row.actor,
        reason=row.reason,
        action=row.action,
        table=row.table_name,
        key=key,
        before=_row(_before(row, key)),
        after=_row(row.after),
    )


def _before(row: AnyRow, key: Mapping[str, Any]) -> str | None:
    """Return what stood there: of a new version of something, the version before."""
    is_next_version = row.action is Action.INSERT and key.get(VERSION, 1) > 1
    text: str | None = row.earlier if is_next_version else row.before
    return text


def _row(text: str | None) -> dict[str, Any] | None:
    return None if text is None else json.loads(text)
