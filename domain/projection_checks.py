"""The checks before a show (pra-tayang): what a room must not be shown."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from domain.projection import (
    Check,
    Failure,
    Outcome,
    Preflight,
    ShownFigure,
    ShownSheet,
    ShownVerdict,
    TextSize,
)
from domain.staleness import is_stale
from domain.tally import TallyState

FLOOR = 2.2
"""Smallest text, in hundredths of the screen's height.

Source: the 8H rule, text of at least 1/50 of the screen's height, and a tenth more.
"""


def preflight(sheets: Sequence[ShownSheet], sizes: Sequence[TextSize]) -> Preflight:
    """Return what stands against showing some sheets.

    Args:
        sheets: The sheets, in the order of the show.
        sizes: Sizes of text that their style sheet sets.
    """
    outcomes = (
        _verdicts(sheets),
        _simulated(sheets),
        _order(sheets),
        _colours(sheets),
        _of_sheets(Check.TITLED, sheets, [each for each in sheets if not each.title]),
        _of_sheets(Check.DATED, sheets, [each for each in sheets if not each.as_of]),
        _sources(sheets),
        _sizes(sizes),
        _stale(sheets),
    )
    return Preflight(outcomes=outcomes)


def _verdicts(sheets: Iterable[ShownSheet]) -> Outcome:
    """No verdict without a plenary that decided it by the day of the sheet."""
    shown = [(sheet, each) for sheet in sheets for each in sheet.verdicts]
    failures = (
        Failure(sheet=sheet.code, item=each.name)
        for sheet, each in shown
        if not _is_decided(each, sheet)
    )
    return _outcome(Check.VERDICTS_DECIDED, len(shown), failures)


def _is_decided(verdict: ShownVerdict, sheet: ShownSheet) -> bool:
    if verdict.state is not TallyState.DECIDED or verdict.decided_on is None:
        return False
    is_past = sheet.as_of is None or verdict.decided_on <= sheet.as_of
    return is_past and bool(verdict.minutes_number or verdict.is_simulated)


def _simulated(sheets: Iterable[ShownSheet]) -> Outcome:
    """No simulated figure on a sheet whose foot does not say so."""
    shown = [
        (sheet, each) for sheet in sheets for each in _all(sheet) if each.is_simulated
    ]
    failures = (
        Failure(sheet=sheet.code, item=each.name)
        for sheet, each in shown
        if not sheet.is_marked
    )
    return _outcome(Check.SIMULATED_MARKED, len(shown), failures)


def _all(sheet: ShownSheet) -> tuple[ShownFigure | ShownVerdict, ...]:
    return (*sheet.figures, *sheet.verdicts)


def _order(sheets: Iterable[ShownSheet]) -> Outcome:
    """Every party after those that precede it officially, over all sheets."""
    shown = [(sheet, party) for sheet in sheets for party in sheet.parties]
    failures = (
        Failure(sheet=sheet.code, item=party.name)
        for (_, before), (sheet, party) in pairwise(shown)
        if party.order <= before.order
    )
    return _outcome(Check.PARTIES_IN_ORDER, len(shown), failures)


def _colours(sheets: Iterable[ShownSheet]) -> Outcome:
    """The same finding in the same colour, whichever party it is about."""
    first: dict[str, str] = {}
    failures, count = [], 0
    for sheet in sheets:
        for party in sheet.parties:
            count += 1
            if any(
                first.setdefault(what, colour) != colour
                for what, colour in party.colours.items()
            ):
                failures.append(Failure(sheet=sheet.code, item=party.name))
    return _outcome(Check.PARTIES_NEUTRAL, count, failures)


def _of_sheets(
    check: Check, sheets: Sequence[ShownSheet], broken: Iterable[ShownSheet]
) -> Outcome:
    return _outcome(check, len(sheets), (Failure(sheet=each.code) for each in broken))


def _sources(sheets: Sequence[ShownSheet]) -> Outcome:
    """A source on every sheet that shows a figure."""
    shown = [each for each in sheets if each.figures or each.verdicts]
    unsourced = [each for each in shown if not each.source]
    return _of_sheets(Check.SOURCED, shown, unsourced)


def _sizes(sizes: Sequence[TextSize]) -> Outcome:
    """No text under the floor, nor of a size that cannot be told."""
    failures = (
        Failure(sheet="", item=each.selector)
        for each in sizes
        if each.units is None or each.units < FLOOR
    )
    return _outcome(Check.TEXT_LARGE_ENOUGH, len(sizes), failures)


def _stale(sheets: Iterable[ShownSheet]) -> Outcome:
    """No figure older than its milestone allows that is not drawn so."""
    shown = list(_aged(sheets))
    failures = (
        Failure(sheet=sheet.code, item=each.name)
        for sheet, each in shown
        if not each.is_hatched
    )
    return _outcome(Check.STALE_HATCHED, len(shown), failures)


def _aged(sheets: Iterable[ShownSheet]) -> Iterator[tuple[ShownSheet, ShownFigure]]:
    for sheet in sheets:
        for each in sheet.figures:
            if sheet.as_of and is_stale(each.reported_on, sheet.as_of, each.status):
                yield sheet, each


def _outcome(check: Check, looked_at: int, failures: Iterable[Failure]) -> Outcome:
    return Outcome(check=check, looked_at=looked_at, failures=tuple(failures))
