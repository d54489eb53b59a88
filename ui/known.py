"""What the pages know of tables that change seldom: read again once they did.

A value stays valid, whatever is written elsewhere and whatever day a page shows, as
long as the tables it was read from stay the same and none of their rows begins to
count. An edit of a milestone leaves the survey alone, and most days the rules.
"""

import os
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar, TypeVarTuple

from sqlalchemy import Connection

from data_access import database
from data_access.grounds import (
    Ground,
    Seal,
    read_seals,
    read_turning_days,
    seal_of,
)
from ui.kept import kept, lasting

Given = TypeVarTuple("Given")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class State:
    """What some tables told on a day; of equal states, they told the same.

    Attributes:
        seal: The newest journal entry on one of the tables.
        day: The last day up to then on which a row of theirs began to count; that day
            itself where no column tells.
    """

    seal: Seal
    day: date

    @property
    def view(self) -> tuple[str, ...]:
        """Return what a part of a page depends on that shows nothing else."""
        _number, entry = self.seal
        return entry, self.day.isoformat()


def connect() -> Connection:
    """Return a connection to the database that the environment names."""
    return database.engine_for(database.url_from(os.environ)).connect()


def state(ground: Ground, revision: int, day: date) -> State:
    """Return the state of the tables of a read, as known on a day."""
    seal = _seal(ground, revision)
    if ground.days is None:
        return State(seal, day)
    days = _turning_days(ground, seal)
    place = bisect_right(days, day)
    return State(seal, days[place - 1] if place else date.min)


class Stated(Protocol):
    """What tells the state that it rests on."""

    def state(self, revision: int, day: date) -> State:
        """Return the state of its tables, as known on a day."""


class Known(Generic[*Given, Value]):
    """A read that reads once for a state of its tables.

    All sessions share what it returns, so nobody may change it.

    Attributes:
        read: A read of `data_access`, its day the last argument.
        ground: What it rests on.
    """

    def __init__(
        self, read: Callable[[Connection, *Given, date], Value], ground: Ground
    ) -> None:
        """Take the read and what it rests on."""
        self.read, self.ground = read, ground
        self._found = lasting(self._find)

    def __call__(self, revision: int, day: date, *given: *Given) -> Value:
        """Return what the read returns on a day; `given` stands before its day."""
        return self._found(self.state(revision, day), *given)

    def state(self, revision: int, day: date) -> State:
        """Return the state of its tables, as known on a day."""
        return state(self.ground, revision, day)

    def _find(self, of: State, *given: *Given) -> Value:
        with connect() as connection:
            return self.read(connection, *given, of.day)


@kept
def _seal(ground: Ground, revision: int) -> Seal:
    return seal_of(ground, _seals(revision))


@kept
def _seals(revision: int) -> Mapping[str, Seal]:  # noqa: ARG001 - cache key
    with connect() as connection:
        return read_seals(connection)


@lasting
def _turning_days(ground: Ground, seal: Seal) -> tuple[date, ...]:  # noqa: ARG001 - cache key
    with connect() as connection:
        return read_turning_days(connection, ground)
