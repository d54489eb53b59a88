"""The tallies of one party or one kab/kota, in words."""

from collections.abc import Sequence

from charts.daily import DailyCount, DailyFrame
from charts.palette import CellKind
from charts.party import Bullet
from domain.findings import Cell
from domain.tally import DailyTotal, Tally
from domain.tally_rules import projected_members
from ui import wording
from ui.figure import Table
from ui.language import gettext as _
from ui.verification import PartyStanding, kind_of
from ui.words import finding_word


def bullet_rows(cells: Sequence[tuple[str, Cell]]) -> list[Bullet]:
    """Return the members of each kab/kota or party against those it needs.

    Once decided the members are those the sample projects to; before, those checked.
    """
    return [_bullet(where, cell) for where, cell in cells]


def _bullet(where: str, cell: Cell) -> Bullet:
    tally = cell.tally
    projected = projected_members(tally)
    members = None if projected is None else int(projected)
    shown = "–" if members is None else wording.number(members)
    needed = wording.number(tally.required)
    words = _needed_words(is_decided=members is not None, needed=tally.required)
    return Bullet(
        name=where,
        kind=kind_of(cell),
        members=members,
        required=max(1, tally.required),
        summary=words.format(members=shown, needed=needed),
        brief=f"{shown}/{needed}" if tally.required else shown,
    )


def _needed_words(*, is_decided: bool, needed: int) -> str:
    """Return how members found are said; after a round with enough none is missing."""
    if not is_decided:
        return _("not decided, {needed} needed")
    return _("{members} of {needed} needed") if needed else _("{members}, none missing")


def daily_counts(
    days: Sequence[DailyTotal], own: PartyStanding
) -> tuple[list[DailyCount], DailyFrame]:
    """Return the members checked day by day, and how the chart names them."""
    counts = [
        DailyCount(day=d.reported_on, counts={CellKind.IN_PROGRESS: d.visited})
        for d in days
    ]
    sample = sum(cell.tally.sample for cell in own.cells if cell)
    return counts, DailyFrame(
        words={CellKind.IN_PROGRESS: _("checked")},
        required=sample,
        required_text=_("to check: {count}").format(count=wording.number(sample)),
    )


def daily_words(days: Sequence[DailyTotal]) -> str:
    """Return the takeaway of the daily chart."""
    last = days[-1]
    return _("{count} members checked by {day}").format(
        count=wording.number(last.visited), day=wording.day(last.reported_on)
    )


def daily_table(days: Sequence[DailyTotal]) -> Table:
    """Return the members checked day by day as a table."""
    return Table(
        columns=(_("Day"), _("Checked")),
        rows=[
            (wording.short_day(d.reported_on), wording.number(d.visited)) for d in days
        ],
    )


def tally_table(cells: Sequence[tuple[str, Cell]]) -> Table:
    """Return the tallies of one party or one kab/kota as a table."""
    return Table(
        columns=(
            _("Where"), _("Members"), _("Needed"), _("To check"), _("Checked"),
            _("Met"), "MS", "BMS", "TMS", _("Result"), _("Minutes"), _("As of"),
        ),
        rows=[(where, *_figures(cell.tally), *_proof(cell)) for where, cell in cells],
    )  # fmt: skip


def _figures(tally: Tally) -> tuple[str, ...]:
    counts = (
        tally.members, tally.required, tally.sample, tally.visited, tally.met,
        tally.eligible, tally.correctable, tally.ineligible,
    )  # fmt: skip
    return tuple("–" if count is None else wording.number(count) for count in counts)


def _proof(cell: Cell) -> tuple[str, str, str]:
    result = (
        _("MS, from the round before")
        if cell.is_carried_over
        else finding_word(cell.finding)
    )
    minutes = cell.tally.minutes_number or "–"
    return result, minutes, wording.short_day(cell.tally.reported_on)
