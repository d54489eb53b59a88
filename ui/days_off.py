"""The published days off, kept between starts of the server.

The library that knows them loads every country of the world, half a second of work.
"""

import json
from contextlib import suppress
from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path

from domain.workdays import published_days_off

FOLDER = Path(__file__).parents[1] / "var" / "cache"


@cache
def published(first_year: int, last_year: int) -> frozenset[date]:
    """Return the published days off of some years, both inclusive."""
    edition = version("holidays")
    file = FOLDER / f"days-off-{edition}-{first_year}-{last_year}.json"
    with suppress(OSError, ValueError):
        return frozenset(map(date.fromisoformat, json.loads(file.read_text())))
    days = published_days_off(first_year, last_year)
    with suppress(OSError):
        FOLDER.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(sorted(map(date.isoformat, days))))
    return days
