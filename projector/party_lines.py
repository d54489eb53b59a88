"""The lines of the parties' sheets: each party in words, and what the checks ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from charts.verification import GridCell, GridRow
from domain.assessment import Status
from domain.findings import Cell, Finding
from domain.projection import ShownFigure, ShownParty, ShownVerdict
from domain.tally import TallyOrigin
from projector.figures import hatched
from projector.markup import ground
from ui.verification import PartyStanding

VERDICTS = frozenset({Finding.ELIGIBLE, Finding.CORRECTABLE, Finding.INELIGIBLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCell:
    """A party in one kab/kota.

    Attributes:
        words: It in words, with how it is drawn.
        figure: The figure behind it; None where there is no tally.
        verdict: Its verdict; None before one.
    """

    words: GridCell
    figure: ShownFigure | None
    verdict: ShownVerdict | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One party of a sheet.

    Attributes:
        row: It in words.
        party: It as the checks see it.
        cells: Its kab/kota, in order of their codes.
    """

    row: GridRow
    party: ShownParty
    cells: tuple[ShownCell, ...]

    @property
    def figures(self) -> tuple[ShownFigure, ...]:
        """Return the figures of its kab/kota."""
        return tuple(each.figure for each in self.cells if each.figure)

    @property
    def verdicts(self) -> tuple[ShownVerdict, ...]:
        """Return the verdicts of its kab/kota."""
        return tuple(each.verdict for each in self.cells if each.verdict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What the lines of a sheet have in common.

    Attributes:
        regions: Names of the kab/kota, in order of their codes.
        status: Where the milestone of the phase stands; None where it has none.
        day: Day of the sheet.
    """

    regions: tuple[str, ...]
    status: Status | None
    day: date


def line_of(row: GridRow, own: PartyStanding, common: Ground) -> Line:
    """Return a party as a line of a sheet."""
    drawn = zip(common.regions, row.cells, own.cells, strict=True)
    return Line(
        row=row,
        party=ShownParty(
            name=row.name,
            order=own.party.order,
            colours={str(each.kind): ground(each.kind) for each in row.cells},
        ),
        cells=tuple(
            _cell(f"{row.name}, {region}", words, cell, common)
            for region, words, cell in drawn
        ),
    )


def oldest(lines: Sequence[Line]) -> ShownFigure | None:
    """Return the oldest stale figure, or None where none is stale."""
    stale = [each for line in lines for each in line.figures if each.is_hatched]
    return min(stale, key=lambda each: each.reported_on or date.max, default=None)


def _cell(name: str, words: GridCell, cell: Cell | None, common: Ground) -> ShownCell:
    if cell is None:
        return ShownCell(words=words, figure=None, verdict=None)
    verdict = _verdict(name, cell) if cell.finding in VERDICTS else None
    return ShownCell(words=words, figure=_figure(name, cell, common), verdict=verdict)


def _figure(name: str, cell: Cell, common: Ground) -> ShownFigure:
    """Return what was counted; what a plenary decided does not age."""
    is_open = cell.finding is Finding.IN_PROGRESS
    figure = ShownFigure(
        name=name,
        reported_on=cell.tally.reported_on if is_open else None,
        status=common.status,
        is_simulated=cell.tally.origin is TallyOrigin.SIMULATED,
    )
    return hatched(figure, common.day)


def _verdict(name: str, cell: Cell) -> ShownVerdict:
    tally = cell.tally
    return ShownVerdict(
        name=name,
        finding=cell.finding,
        state=tally.state,
        decided_on=tally.decided_on,
        minutes_number=tally.minutes_number,
        is_simulated=tally.origin is TallyOrigin.SIMULATED,
    )
