"""Imports of 20,000 tallies: new ones, and corrections of all of them."""

import json
import math
import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import islice, product
from pathlib import Path

from sqlalchemy import URL

from bench import people
from bench.databases import address_of
from bench.figures import Finding, limit, median, shown
from bench.importer import IMPORTER, Import
from bench.servers import ROOT
from bench.weekly import DAY, FIGURES, Cell, cells
from data_access.database import engine_for
from data_access.imports.columns import HEADINGS
from domain.importing import Field
from reports.workbook import Column, Sheet, xlsx_of

ROWS = 20_000
SECONDS_BUDGET = 20.0
MEMORY_BUDGET = 300.0  # MB
KEYS = (Field.PHASE, Field.PARTY, Field.REGION, Field.REPORTED_ON)
FIELDS = (*KEYS, *map(Field, FIGURES))

Row = tuple[str | int | date, ...]


def findings(url: URL, kind: str, folder: Path, count: int) -> list[Finding]:
    """Import reports on ever earlier days, then correct the last of them each time.

    Args:
        url: A database with facts and no tally.
        kind: Its kind, for the report.
        folder: Folder for the workbooks.
        count: Number of imports of either sort.
    """
    people.sign_in(url, IMPORTER)
    with engine_for(url).connect() as connection:
        known = cells(connection)
    new: list[Import] = []
    corrected: list[Import] = []
    for turn in range(count):
        last = DAY - timedelta(days=turn * _days(known))
        for done, met in ((new, FIGURES["met"]), (corrected, FIGURES["met"] - 1)):
            done.append(_import(url, folder / "import.xlsx", rows(known, last, met)))
    return [
        *_judged(f"Import of {ROWS:,} new tallies into {kind}", new),
        *_judged(f"Import of {ROWS:,} corrections into {kind}", corrected),
    ]


def rows(known: Sequence[Cell], last: date, met: int) -> list[Row]:
    """Return ROWS rows of a workbook: every cell, day by day, going back from one.

    Args:
        known: The cells.
        last: Day of the newest reports.
        met: Members met, so that a second workbook differs from a first.
    """
    days = (last - timedelta(days=back) for back in range(_days(known)))
    figures = {**FIGURES, "met": met}
    every = islice(product(days, known), ROWS)
    return [(*cell, day, *figures.values()) for day, cell in every]


def _days(known: Sequence[Cell]) -> int:
    """Return how many days of reports on every cell make up a workbook."""
    return math.ceil(ROWS / len(known))


def _import(url: URL, file: Path, content: Sequence[Row]) -> Import:
    titles = [Column(heading=HEADINGS[each][0], width=12) for each in FIELDS]
    file.write_bytes(
        xlsx_of(
            Sheet(
                title="Rekap",
                columns=tuple(titles),
                rows=content,
                guide_title="Petunjuk",
                guide=(),
            )
        )
    )
    ended = subprocess.run(
        [sys.executable, "-m", "bench.importer", str(file)],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": address_of(url)},
        stdout=subprocess.PIPE,
        check=True,
    )
    done = Import(**json.loads(ended.stdout))
    if done.rows != len(content):
        raise ValueError(f"{done.rows} rows stored instead of {len(content)}")
    return done


def _judged(topic: str, imports: Sequence[Import]) -> tuple[Finding, Finding]:
    preview, store = (
        median(getattr(each, part) for each in imports)
        for part in ("preview_s", "store_s")
    )
    aside = f"preview {shown(preview)} s, storing {shown(store)} s"
    seconds = median(each.preview_s + each.store_s for each in imports)
    most = max(each.peak_mb for each in imports)
    return (
        limit(topic, seconds, SECONDS_BUDGET, "s", aside),
        limit(f"{topic}: most memory", most, MEMORY_BUDGET, "MB"),
    )
