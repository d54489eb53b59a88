"""What stands against undoing, in words that name the rows."""

from collections.abc import Sequence

from data_access.changes import VersionConflict
from data_access.recording import NotPermitted, SignedOut
from data_access.undoing import MOST, TooMany, Undone
from domain.restoring import Obstacle, Refusal
from domain.violation import Refused
from ui import history_words, wording
from ui.figure import plain
from ui.history_words import Names
from ui.language import gettext as _
from ui.language import ngettext
from ui.recording_words import violation_words

NAMED = 20
"""Rows that a message names; the others it counts."""


def done_words(done: Undone) -> str:
    """Return how many rows were put back."""
    words = ngettext(
        "Undone: {count} row put back.", "Undone: {count} rows put back.", done.rows
    )
    return words.format(count=wording.number(done.rows))


def stopped_words(refusals: Sequence[Refusal], names: Names) -> str:
    """Return that nothing was undone, and which rows stopped it."""
    if not refusals:
        return _("There is nothing to undo.")
    return f"{_('Nothing was undone. These rows stand against it:')}\n\n" + _rows(
        refusals, names
    )


def left_words(refusals: Sequence[Refusal], names: Names) -> str:
    """Return which rows stay as they are."""
    return f"{_('These rows stay as they are:')}\n\n" + _rows(refusals, names)


def failure_words(failure: Exception) -> str:
    """Return why nothing was stored, where no row is the reason."""
    match failure:
        case Refused(violations=broken):
            return " ".join(plain(violation_words(each)) for each in broken)
        case SignedOut():
            return _("Your session has ended. Sign in again in another tab.")
        case NotPermitted():
            return _("You may not undo this.")
        case TooMany():
            words = _("More than {most} entries cannot be undone at once.")
            return words.format(most=wording.number(MOST))
        case VersionConflict():
            return _("Somebody saved first; nothing was undone. Look again.")
        case _:
            return _(
                "The database does not answer. Nothing was undone; try again in a "
                "moment."
            )


def obstacle_words(refusal: Refusal) -> str:
    """Return why one row is not put back."""
    if refusal.later:
        words = _("changed since, by {actor} on {at} (entry {number})")
        return words.format(
            actor=refusal.later.actor,
            at=history_words.at_words(refusal.later.at),
            number=refusal.later.number,
        )
    return {
        Obstacle.NOTHING_BEFORE: _("nothing stood there before"),
        Obstacle.CHANGED_SINCE: _("changed since"),
        Obstacle.WAS_DRAFT: _("it was a draft before and has been handed over"),
        Obstacle.REMOVAL: _("removed simulated figures are gone"),
        Obstacle.DECIDED: _("decided in plenary; correct it with new minutes"),
        Obstacle.NOT_HERE: _("such records are not undone here"),
    }[refusal.obstacle]


def _rows(refusals: Sequence[Refusal], names: Names) -> str:
    lines = [f"- {_line(each, names)}" for each in refusals[:NAMED]]
    others = len(refusals) - NAMED
    if others > 0:
        words = ngettext("and {count} more row", "and {count} more rows", others)
        lines.append("- " + words.format(count=wording.number(others)))
    return "\n".join(lines)


def _line(refusal: Refusal, names: Names) -> str:
    words = _("{kind}, {item}: {obstacle}").format(
        kind=history_words.kind_word(refusal.entry),
        item=history_words.item_words(refusal.entry, names),
        obstacle=obstacle_words(refusal),
    )
    return plain(words)
