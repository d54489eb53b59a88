"""The checks before a show, in words."""

from collections.abc import Mapping

from charts.palette import CellKind
from domain.projection import Check, Failure, Outcome, Preflight
from ui import wording
from ui.badges import cell_badge
from ui.figure import plain
from ui.language import gettext as _
from ui.language import ngettext

NAMED = 3  # findings of a check that are named, before the rest are counted


def check_words() -> dict[Check, str]:
    """Return what each check asks for."""
    return {
        Check.VERDICTS_DECIDED: _("Every verdict has its plenary and minutes"),
        Check.SIMULATED_MARKED: _("Every simulated figure is marked"),
        Check.PARTIES_IN_ORDER: _("Parties stand in their official order"),
        Check.PARTIES_NEUTRAL: _("No party has a colour of its own"),
        Check.TITLED: _("Every sheet has a title"),
        Check.DATED: _("Every sheet has its day"),
        Check.SOURCED: _("Every sheet with figures has its source"),
        Check.TEXT_LARGE_ENOUGH: _("All text is large enough for the hall"),
        Check.STALE_HATCHED: _("Every stale figure is hatched"),
    }


def title_of(preflight: Preflight) -> str:
    """Return whether the sheets may be shown, as the headline."""
    failed = len(preflight.failed)
    if not failed:
        return _("Ready to be shown")
    words = ngettext(
        "{count} check stands against showing",
        "{count} checks stand against showing",
        failed,
    )
    return wording.capitalised(words.format(count=wording.count_word(failed)))


def reason_words(preflight: Preflight) -> str:
    """Return why the sheets may not be shown yet."""
    words = check_words()
    failed = "; ".join(words[each.check] for each in preflight.failed)
    return _("Cannot be shown before this holds: {checks}.").format(checks=failed)


def outcome_line(outcome: Outcome, sheets: Mapping[str, str]) -> str:
    """Return what a check found, and where, as a line of Markdown.

    Args:
        outcome: What it found.
        sheets: What the sheets are called, by their names in an address.
    """
    asked = check_words()[outcome.check]
    if not outcome.failures:
        mark = cell_badge(CellKind.ELIGIBLE, _("passed"))
        return f"{mark} **{asked}** – {_looked_at(outcome)}"
    where = [_where(each, sheets) for each in outcome.failures[:NAMED]]
    more = len(outcome.failures) - len(where)
    if more:
        where.append(_("and {count} more").format(count=wording.number(more)))
    mark = cell_badge(CellKind.INELIGIBLE, _("not yet"))
    return f"{mark} **{asked}** – {plain('; '.join(where))}"


def _looked_at(outcome: Outcome) -> str:
    if not outcome.looked_at:
        return _("none on these sheets")
    words = ngettext("{count} looked at", "{count} looked at", outcome.looked_at)
    return words.format(count=wording.number(outcome.looked_at))


def _where(failure: Failure, sheets: Mapping[str, str]) -> str:
    if not failure.sheet:
        words = _("style sheet, {item}")
        return words.format(item=failure.item)
    sheet = sheet_word(failure.sheet, sheets)
    return f"{sheet}: {failure.item}" if failure.item else sheet


def sheet_word(code: str, sheets: Mapping[str, str]) -> str:
    """Return what a sheet is called: "Partai 2" for one of several."""
    if code in sheets:
        return sheets[code]
    name, _dash, place = code.rpartition("-")
    return f"{sheets.get(name, name)} {place}"
