"""Query plans: how SQLite answers each read of `data_access`, on national data."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import ModuleType
from typing import Any

from sqlalchemy import URL, Connection, event, func, select, table

import data_access
from data_access.daily_totals import Recaps
from data_access.database import engine_for
from data_access.timeline import MILESTONES_GROUND
from domain.history import HistoryFilter

DAY = date(2022, 11, 10)
# Values for the parameters of the reads, by their names.
ARGUMENTS: Mapping[str, object] = {
    "election": "pemilu-2024",
    "day": DAY,
    "phase": "factual",
    "party": "perindo",
    "region": "52.71",
    "parent": "52",
    "province": "52",
    "recaps": Recaps(phase="factual", party="perindo", province="52"),
    "asked": HistoryFilter(party="perindo", election="pemilu-2024"),
    "before_id": None,
    "limit": 20,
    "number": 1,
    "ground": MILESTONES_GROUND,
}
# `code` is the election's where a read has no other, else a milestone's.
CODES: Mapping[bool, str] = {True: "M3-03", False: "pemilu-2024"}
# Steps that make an intermediate result, which a later step may well read as a whole.
DERIVING = {"MATERIALIZE", "CO-ROUTINE"}
# Results of a query that refers to itself, named by no such step.
RECURSIVE = {"found", "actors"}
PREFACE = """# Query plans

Written by `make bench`: every read of `data_access/` on a generated national database
(38 provinces, 514 kab/kota, all parties and phases), as SQLite plans it
(`EXPLAIN QUERY PLAN`). SEARCH goes through an index to the rows asked for; SCAN reads a
whole table, or an intermediate result that a MATERIALIZE or CO-ROUTINE step names.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """How one statement of a read is answered.

    Attributes:
        rows: Rows it returned.
        steps: Its plan, one line a step.
    """

    rows: int
    steps: tuple[str, ...]

    @property
    def scans(self) -> frozenset[str]:
        """Return the tables it reads as a whole, by the names in it."""
        steps = [step.split() for step in self.steps]
        made = RECURSIVE | {words[1] for words in steps if words[0] in DERIVING}
        return frozenset(
            words[1] for words in steps if words[0] == "SCAN" and words[1] not in made
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How one read is answered.

    Attributes:
        read: Name of the read with its module.
        returned: Values it returned.
        statements: What it asked the database, in order.
    """

    read: str
    returned: int
    statements: tuple[Statement, ...]

    @property
    def steps(self) -> tuple[str, ...]:
        """Return the plans of its statements, one line a step."""
        return tuple(step for each in self.statements for step in each.steps)

    @property
    def scans(self) -> Mapping[str, int]:
        """Return the fewest rows that a statement returned of each table it scans."""
        found: dict[str, int] = {}
        for each in self.statements:
            for name in each.scans:
                found[name] = min(each.rows, found.get(name, each.rows))
        return found


def explain(url: URL) -> tuple[Plan, ...]:
    """Call every read of `data_access` and return how each was answered."""
    with engine_for(url).begin() as connection:
        return tuple(_explained(connection, read) for read in _reads())


def rows_in(url: URL, name: str) -> int:
    """Return the number of rows of a table."""
    with engine_for(url).connect() as connection:
        counted = select(func.count()).select_from(table(name))
        return connection.scalar(counted) or 0


def page(plans: Sequence[Plan]) -> str:
    """Return the plans as a Markdown page."""
    parts = [PREFACE]
    for plan in plans:
        parts.append(f"## {plan.read}\n\nReturned {plan.returned:,} values.\n")
        parts.append("\n".join(["```", *plan.steps, "```", ""]))
    return "\n".join(parts)


def _reads() -> Iterator[Callable[..., Any]]:
    for found in pkgutil.iter_modules(data_access.__path__):
        if found.name != "migrations":
            yield from _reads_of(importlib.import_module(f"data_access.{found.name}"))


def _reads_of(module: ModuleType) -> Iterator[Callable[..., Any]]:
    for name, member in inspect.getmembers(module, inspect.isfunction):
        is_own = name.startswith("read_") and member.__module__ == module.__name__
        if is_own and _is_of_screens(member):
            yield member


def _is_of_screens(read: Callable[..., Any]) -> bool:
    """Return whether a read asks for what the public screens know, and no more."""
    names = set(inspect.signature(read).parameters)
    return "connection" in names and names <= {"connection", "code", *ARGUMENTS}


def _explained(connection: Connection, read: Callable[..., Any]) -> Plan:
    asked: list[tuple[str, Any]] = []

    def note(*event_arguments: Any) -> None:  # noqa: ANN401
        asked.append((event_arguments[2], event_arguments[3]))

    event.listen(connection, "before_cursor_execute", note)
    values = read(connection, **_arguments(read))
    event.remove(connection, "before_cursor_execute", note)
    statements = tuple(_statement(connection, *query) for query in asked)
    count = len(values) if isinstance(values, Sequence) else 1
    name = f"{read.__module__.rpartition('.')[2]}.{read.__name__}"
    return Plan(read=name, returned=count, statements=statements)


def _arguments(read: Callable[..., Any]) -> dict[str, object]:
    names = [
        name for name in inspect.signature(read).parameters if name != "connection"
    ]
    known = {**ARGUMENTS, "code": CODES["election" in names]}
    return {name: known[name] for name in names}


def _statement(connection: Connection, query: str, values: Any) -> Statement:  # noqa: ANN401
    rows = connection.exec_driver_sql(query, values).all()
    return Statement(rows=len(rows), steps=tuple(_steps(connection, query, values)))


def _steps(connection: Connection, query: str, values: Any) -> Iterator[str]:  # noqa: ANN401
    depths = {0: -1}
    rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}", values)
    for step, parent, _, detail in rows:
        depths[step] = depths[parent] + 1
        yield "  " * depths[step] + detail
