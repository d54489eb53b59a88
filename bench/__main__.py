"""Entry point of `python -m bench`: measure, judge, and write the report."""

import argparse
import os
import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from bench import demonstration
from bench.effort import FULL, QUICK
from bench.report import Circumstances, page
from bench.run import Bench
from bench.servers import ROOT


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure all sections and write the pages, or print the sections asked for."""
    options = _parser().parse_args(arguments)
    load, _, _ = os.getloadavg()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        database = Path(folder) / "demonstration.db"
        demonstration.load(database)
        demonstration.prepare_assets()
        bench = Bench(Path(folder), database, QUICK if options.quick else FULL)
        asked = options.only or list(bench.sections)
        findings = {heading: bench.measure(heading) for heading in asked}
    run = Circumstances(day=options.date, load=load, browser=bench.browser)
    report = page(run, findings)
    if options.only:
        print(report)
        return
    (options.output / "performance.md").write_text(report)
    (options.output / "query-plans.md").write_text(bench.plans)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    parser.add_argument("--date", type=date.fromisoformat, help="day for the report")
    parser.add_argument("--output", type=Path, help="folder for the pages")
    parser.add_argument("--only", action="append", metavar="HEADING")
    parser.set_defaults(date=datetime.now(UTC).date(), output=ROOT / "docs")
    return parser


if __name__ == "__main__":
    main()
