"""What presses, what is due and what changed, as tables of the briefing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from domain.agenda import Due
from domain.assessment import Assessment
from domain.changes import FindingsChanged, changes_between
from exports.edition import Edition, Unanswerable, day_asked
from reports.symbols import key_of
from reports.tables import Cell, Table
from ui import badges, store, summary, summary_cards
from ui.language import gettext as _
from ui.language import name
from ui.lines import Panel
from ui.store import Changes
from ui.summary_numbers import current_phase
from ui.timeline import progress_words
from ui.words import status_word

SINCE = "sejak"
"""Part of an address that names the day to compare with."""

URGENT, DUE, CHANGED = 10, 6, 10
"""Rows that two pages have room for."""


def changes_asked(edition: Edition, parts: Mapping[str, str]) -> Changes:
    """Return what changed since the day asked for, else since the day a page compares.

    Raises:
        Unanswerable: The day means nothing, or is not before that of the edition.
    """
    since = day_asked(parts, SINCE)
    if since is None:
        return edition.changes
    visit = edition.visit
    if since >= visit.day:
        raise Unanswerable(SINCE, since.isoformat())
    key = (visit.revision, visit.election, visit.election.code)
    before, after = store.snapshot(*key, since), store.snapshot(*key, visit.day)
    return Changes(since, is_plenary=False, found=changes_between(before, after))


def urgent_table(edition: Edition) -> Table:
    """Return what is late, at risk or near its limit, the most pressing first."""
    urgent = summary.attention(edition.overview)
    if not urgent:
        heading, foot = summary_cards.attention_title(()), summary_cards.calm_words()
        return Table(heading=heading, foot=foot)
    shown = urgent[:URGENT]
    return Table(
        heading=summary_cards.attention_title(urgent),
        columns=(_("Milestone"), _("Status"), _("Limit or plan"), _("Left or past")),
        widths=(0.34, 0.32, 0.16, 0.18),
        rows=tuple(_urgent_row(item, edition) for item in shown),
        foot=summary_cards.more_words(len(urgent) - len(shown)),
        is_simulated=any(item.is_simulated for item in shown),
    )


def due_table(edition: Edition) -> Table:
    """Return what begins or ends in the coming days."""
    due: Sequence[Due] = summary.due(edition.overview)
    return _table_of(summary_cards.due_panel(due, DUE), (0.12, 0.7, 0.18))


def changes_table(changed: Changes, edition: Edition) -> Table:
    """Return what changed, before and now."""
    found = current_phase(edition.overview)
    is_simulated = bool(found and found[1].is_simulated)
    widths = (0.4, 0.25, 0.35)
    table = _table_of(summary_cards.changes_panel(changed, CHANGED), widths)
    shown = changed.found[:CHANGED]
    marks = (
        is_simulated
        if isinstance(change, FindingsChanged)
        else change.assessment.is_simulated
        for change in shown
    )
    return replace(table, is_simulated=any(marks))


def _table_of(panel: Panel, widths: tuple[float, ...]) -> Table:
    rows = tuple(tuple(Cell(words=words) for words in row) for row in panel.rows)
    columns = tuple(panel.columns) if rows else ()
    return Table(
        heading=panel.title, columns=columns, widths=widths, rows=rows, foot=panel.foot
    )


def _urgent_row(item: Assessment, edition: Edition) -> tuple[Cell, ...]:
    left, limit = summary.limit_words(item, edition.overview)
    progress = item.progress
    mark = badges.simulated_words(is_simulated=item.is_simulated)
    done = f", {progress_words(progress)}{mark}" if progress else ""
    state = status_word(item.status)
    return (
        Cell(words=name(item.milestone.name)),
        Cell(words=f"{state}{done}", tile=key_of(item.status)),
        Cell(words=limit or "–"),
        Cell(words=left or "–"),
    )
