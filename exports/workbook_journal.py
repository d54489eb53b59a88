"""The sheet of the journal: its public entries, as Riwayat shows them to a stranger."""

import os
from collections.abc import Iterator
from dataclasses import replace

from data_access import history
from domain.history import Batch, HistoryFilter, seen_by
from exports.edition import Edition
from reports.workbook import Cell, Column, Sheet
from ui import clock, history_store, history_words, store, wording
from ui.history_words import Names
from ui.language import gettext as _
from ui.language import ngettext

MOST_WRITINGS = 1_000
"""Writings on the sheet, the newest first; Riwayat shows all."""


def journal(edition: Edition) -> Sheet:
    """Return the sheet: a row a change of a single entry, or a row a writing."""
    visit = edition.visit
    asked = HistoryFilter(election=visit.election.code)
    names = history_store.names(visit.revision, visit.election.code, visit.language)
    with store.connect() as connection:
        found = history.read_batches(connection, asked, limit=MOST_WRITINGS)
    seen = [
        replace(batch, newest=entry)
        for batch in found
        if (entry := seen_by(batch.newest, is_staff=False))
    ]
    widths = (
        (_("Entry"), 10), (_("When"), 18), (_("Who"), 20), (_("Why"), 36),
        (_("What"), 30), (_("Item"), 40), (_("Field"), 24), (_("Before"), 24),
        (_("Now"), 24),
    )  # fmt: skip
    return Sheet(
        title=_("Journal"),
        columns=tuple(Column(heading=words, width=width) for words, width in widths),
        rows=tuple(row for batch in seen for row in _rows(batch, names)),
    )


def _rows(batch: Batch, names: Names) -> Iterator[tuple[Cell, ...]]:
    entry = batch.newest
    at = entry.at.astimezone(clock.office_zone(os.environ)).replace(tzinfo=None)
    kind = f"{history_words.kind_word(entry)}, {history_words.action_word(entry)}"
    head = (entry.number, at, entry.actor, entry.reason, kind)
    if batch.entries > 1:
        words = ngettext("{count} entry", "{count} entries", batch.entries)
        yield *head, words.format(count=wording.number(batch.entries)), "", "", ""
        return
    item = history_words.item_words(entry, names)
    changes = history_words.changes_of(entry)
    if not changes:
        yield *head, item, "", "", ""
    for each in changes:
        yield *head, item, *history_words.row_words(each, names)
