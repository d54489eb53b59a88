"""What a browser sends of the table's cells, read as the values of a milestone.

The table offers fewer columns than it shows, and a browser can send anything: only what
is offered is read, and of it only what can be meant.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from domain.recording import MilestoneEdit
from domain.timeline import SlipReason

LARGEST = 2**53  # beyond it a browser's numbers are no longer whole


class NotOffered(Exception):
    """The table offers no such row, column or value.

    Attributes:
        place: Row or column.
        value: What was sent for it.
    """

    def __init__(self, place: str, value: object) -> None:
        self.place = place
        self.value = value
        super().__init__(f"{place}: {value!r}")


def read_cells(start: MilestoneEdit, cells: object) -> MilestoneEdit:
    """Return a milestone as typed: what it started with, and the cells over it.

    Args:
        start: Values the table showed.
        cells: What was sent of its row, values by name of the column.

    Raises:
        NotOffered: Something is no column to type in, or no value of its column.
    """
    if not isinstance(cells, Mapping):
        raise NotOffered("cells", cells)
    typed: dict[str, Any] = {name: _read(name, each) for name, each in cells.items()}
    return replace(start, **typed)


def _read(name: str, value: object) -> object:
    read = _READERS.get(name)
    if read is None:
        raise NotOffered(name, value)
    try:
        return read(value)
    except (TypeError, ValueError):
        raise NotOffered(name, value) from None


def _day(value: object) -> date | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise TypeError
    return date.fromisoformat(value[:10])


def _whole(value: object) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise TypeError
    if value != value // 1 or abs(value) > LARGEST:
        raise ValueError
    return int(value)


def _reason(value: object) -> SlipReason | None:
    return None if value is None or value == "" else SlipReason(str(value))


def _text(value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise TypeError
    return value.strip()


def _number_of_minutes(value: object) -> str | None:
    return _text(value) or None


_READERS: Mapping[str, Callable[[object], object]] = {
    "actual_start": _day,
    "actual_end": _day,
    "progress_percent": _whole,
    "slip_reason": _reason,
    "remark": _text,
    "minutes_number": _number_of_minutes,
    "minutes_date": _day,
}

COLUMNS = tuple(_READERS)
"""Columns that can be typed in, named after the fields they hold."""
