"""Legal deadlines in the calendar, followed through what the plan was."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from domain.appointment import Appointment, Known, days_lost
from domain.deadlines import Bound, Deadline
from domain.timeline import Holding
from exports.edition import Edition
from ui import store

History = Mapping[str, Sequence[Known]]
"""What was known of each milestone, the oldest first, by code."""


def deadlines(
    edition: Edition, history: History
) -> Iterator[tuple[Deadline, Appointment]]:
    """Yield the legal deadlines that stand, then those that stood and do so no more."""
    sequence, changed_on = _changed(edition, history)
    standing = edition.overview.deadlines
    for deadline, is_gone in (
        *((each, False) for each in standing),
        *((each, True) for each in _withdrawn(edition, history)),
    ):
        yield (
            deadline,
            Appointment(
                first=deadline.falls_on,
                last=deadline.falls_on,
                holding=Holding.NOT_HELD if is_gone else _holding(deadline),
                sequence=sequence,
                changed_on=changed_on,
            ),
        )


def _withdrawn(edition: Edition, history: History) -> Iterator[Deadline]:
    """Yield the deadlines whose anchor was taken away, each as it stood last."""
    visit = edition.visit
    rules = store.frame(visit.revision, visit.election.code, visit.day).rules
    seen = {_key(each) for each in edition.overview.deadlines}
    for anchor in sorted({rule.anchor for rule in rules} & history.keys()):
        for day, schedule in days_lost(history[anchor]):
            stood = store.deadlines_from(
                visit.revision, visit.election, day, {anchor: schedule}
            )
            for each in stood:
                if _key(each) not in seen:
                    seen.add(_key(each))
                    yield each


def _changed(edition: Edition, history: History) -> tuple[int, date]:
    """Return how often what deadlines count from has changed, and when it did last.

    Each change of the plan may have moved any of them, and no later record lowers the
    count, as it could lower the moves of one deadline.
    """
    visit = edition.visit
    rules = store.frame(visit.revision, visit.election.code, visit.day)
    days = [
        visit.election.launched_on,
        *(each.known_on for states in history.values() for each in states),
        *(each.decided_on for each in rules.overrides),
    ]
    return len(days) - 1, max(days)


def _key(deadline: Deadline) -> tuple[str, str]:
    return deadline.rule.code, deadline.rule.reading


def _holding(deadline: Deadline) -> Holding:
    is_open = deadline.rule.bound is Bound.CONDITIONAL
    return Holding.CONDITIONAL if is_open else Holding.PLANNED
