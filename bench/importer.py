"""Imports a workbook of tallies, as the screen does, in a process of its own.

`python -m bench.importer FILE`, with DATABASE_URL; prints what it took, as JSON.
"""

import json
import os
import resource
import sys
import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.weekly import DAY, ELECTION, PROVINCE
from data_access.accounts import read_person
from data_access.database import engine_for, url_from
from data_access.imports.preview import Preview, changes
from data_access.imports.tallies import preview_tallies
from data_access.recording import Errand, write
from data_access.staff_sources import source_of
from domain.importing import Terms
from domain.person import Permission

IMPORTER = "importir"
TERMS = Terms(election=ELECTION, province=PROVINCE, known_on=DAY, **source_of(None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """What one import took.

    Attributes:
        rows: Rows that it stored.
        preview_s: Until the preview was made, in seconds.
        store_s: From there until everything was stored, in seconds.
        peak_mb: Most resident memory of the process, in MB of 2**20 bytes.
    """

    rows: int
    preview_s: float
    store_s: float
    peak_mb: float


def main() -> None:
    """Import the file that the command line names."""
    print(json.dumps(asdict(imported(Path(sys.argv[1]).read_bytes()))))


def imported(content: bytes) -> Import:
    """Preview a file, store it, and return what that took."""
    engine = engine_for(url_from(os.environ))
    started = time.perf_counter()
    with engine.connect() as connection:
        preview = preview_tallies(connection, content, TERMS, _told)
    previewed = time.perf_counter()
    _require_whole(preview)
    errand = Errand(
        identify=lambda connection: read_person(connection, IMPORTER),
        reason="weekly report",
        at=datetime.now(UTC),
        known_on=DAY,
    )
    write(engine, errand, Permission.RECORD_TALLY, changes(preview))
    return Import(
        rows=len(preview.pending),
        preview_s=previewed - started,
        store_s=time.perf_counter() - previewed,
        peak_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    )


def _told(_done: int, _total: int) -> None:
    """Take notice of the rows read so far, as the progress bar does."""


def _require_whole(preview: Preview) -> None:
    if not preview.is_whole:
        raise ValueError(f"refused: {preview.refusals[:3]}")


if __name__ == "__main__":
    main()
