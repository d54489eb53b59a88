"""Changes to the database: what is to be stored, by whom, and on which version."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import Table

from domain.history import Deed

Values: TypeAlias = Mapping[str, Any]
"""Values of a row by the names of its columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who writes, when and why.

    Attributes:
        actor: Person or command.
        reason: Why, in words that a reader of the journal understands.
        at: Instant of the write, aware.
        deed: What they do, where the changes themselves do not tell.
    """

    actor: str
    reason: str
    at: datetime
    deed: Deed | None = None

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError(f"the instant {self.at} names no zone")


@dataclass(frozen=True, slots=True)
class Insert:
    """A new row; columns without a value take their default.

    Attributes:
        table: Table it goes into.
        values: Its values.
    """

    table: Table
    values: Values


@dataclass(frozen=True, slots=True, kw_only=True)
class Append:
    """The next version of something whose versions are all kept.

    Attributes:
        table: Append-only table whose primary key ends in `version`.
        key: The rest of the primary key.
        values: The other values of the new version.
        expected_version: Version that was the newest when it was opened; 0 for none.
    """

    table: Table
    key: Values
    values: Values
    expected_version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """New values of a row that carries a version.

    Attributes:
        table: Table with a column `version` outside its primary key.
        key: The primary key.
        values: Columns to change.
        expected_version: Version the row was opened with.
    """

    table: Table
    key: Values
    values: Values
    expected_version: int


Change: TypeAlias = Insert | Append | Update


class VersionConflict(Exception):
    """Somebody saved first.

    Attributes:
        table: Name of the table.
        expected: Version that was opened.
        found: Version that is there now; 0 when there is none.
        stored: The row as it is now; None when there is none.
        actor: Who stored it; None when there is none.
        at: Instant they did; None when there is none.
    """

    def __init__(
        self,
        table: Table,
        expected: int,
        stored: Values | None,
        storer: tuple[str, datetime] | None,
    ) -> None:
        self.table = table.name
        self.expected = expected
        self.found: int = stored["version"] if stored else 0
        self.stored = stored
        self.actor = storer[0] if storer else None
        self.at = storer[1] if storer else None
        super().__init__(
            f"{self.table}: opened at version {self.expected}, now at {self.found}"
        )
