"""What the page of the history knows of the journal, kept per data revision."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

import streamlit as st

from data_access import chain, history
from data_access.chain import ChainState
from data_access.names import read_names
from domain.bilingual import Language
from domain.history import Batch, Entry, HistoryFilter, seen_by
from ui import clock, store
from ui.kept import kept

PAGE = 20
"""Entries or writings on one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the journal.

    Attributes:
        batches: Writings, the newest first; one of a single entry each, where entries
            are asked for.
        older: Number that the entries of the next page stay under; None on the last.
    """

    batches: tuple[Batch, ...]
    older: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A check of the whole journal.

    Attributes:
        state: What it found.
        at: Instant of the check, in the office's zone.
    """

    state: ChainState
    at: datetime


@kept
def actors(revision: int) -> tuple[str, ...]:  # noqa: ARG001 - cache key
    """Return everybody who ever wrote."""
    with store.connect() as connection:
        return history.read_actors(connection)


@kept
def head(revision: int) -> tuple[int, str]:  # noqa: ARG001 - cache key
    """Return the number of entries, and the hash of the last one."""
    with store.connect() as connection:
        return chain.read_head(connection)


@kept
def batches(
    revision: int,  # noqa: ARG001 - cache key
    asked: HistoryFilter,
    before: int | None,
    *,
    is_staff: bool,
) -> Page:
    """Return a page of writings."""
    with store.connect() as connection:
        found = history.read_batches(connection, asked, before, PAGE + 1)
    seen = [
        replace(batch, newest=entry)
        for batch in found
        if (entry := seen_by(batch.newest, is_staff=is_staff))
    ]
    older = seen[PAGE - 1].newest.batch if len(found) > PAGE else None
    return Page(batches=tuple(seen[:PAGE]), older=older)


@kept
def entries(
    revision: int,  # noqa: ARG001 - cache key
    asked: HistoryFilter,
    before: int | None,
    *,
    is_staff: bool,
) -> Page:
    """Return a page of single entries."""
    with store.connect() as connection:
        found = history.read_entries(connection, asked, before, PAGE + 1)
    seen = [each for entry in found if (each := seen_by(entry, is_staff=is_staff))]
    older = seen[PAGE - 1].number if len(found) > PAGE else None
    alone = [
        Batch(last=each.number, newest=replace(each, batch=each.number))
        for each in seen[:PAGE]
    ]
    return Page(batches=tuple(alone), older=older)


@kept
def last_entry(
    revision: int,  # noqa: ARG001 - cache key
    asked: HistoryFilter,
) -> Entry | None:
    """Return the newest entry that is asked for, as a stranger may see it."""
    with store.connect() as connection:
        found = history.read_entries(connection, asked, limit=1)
    return seen_by(found[0], is_staff=False) if found else None


def writing(revision: int, number: int, *, is_staff: bool) -> Batch | None:
    """Return the writing that begins with an entry; None where none is to be seen."""
    asked = HistoryFilter(batch=number, with_drafts=is_staff)
    found = batches(revision, asked, None, is_staff=is_staff).batches
    return found[0] if found else None


@kept
def entry(revision: int, number: int) -> Entry | None:  # noqa: ARG001 - cache key
    """Return an entry as staff see it; None where there is none."""
    with store.connect() as connection:
        return history.read_entry(connection, number)


@kept
def names(
    revision: int,  # noqa: ARG001 - cache key
    election: str,
    language: Language,
) -> Mapping[str, Mapping[str, str]]:
    """Return the names of items by their codes, by the column that holds the code."""
    with store.connect() as connection:
        known = read_names(connection, election, store.province())
    said = {
        column: {code: each.to(language) for code, each in names.items()}
        for column, names in known.items()
    }
    stage, milestone = said["stage_code"], said["milestone_code"]
    return {
        **said,
        "predecessor_code": milestone,
        "item_code": stage | milestone,
        "parent_code": said["region_code"] | milestone,
    }


@st.cache_resource(show_spinner=False)
def shelf() -> dict[str, Checked]:
    """Return where this process keeps the last check, for all visitors."""
    return {}


@kept
def check(revision: int) -> Checked:  # noqa: ARG001 - cache key
    """Check the whole journal, once per data revision."""
    with store.connect() as connection:
        state = chain.verify(connection)
    return Checked(state=state, at=clock.now(clock.office_zone(os.environ)))
