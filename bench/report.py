"""The report: findings as a Markdown page."""

import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

import psutil

from bench.figures import Finding

LIBRARIES = ("streamlit", "altair", "pandas", "sqlalchemy", "starlette", "uvicorn")
VERDICTS = {True: "met", False: "**not met**", None: ""}
PREFACE = """# Performance

Written by `make bench`; run it to renew this page. The app and its baselines are
measured interleaved in one run on one machine, so trust the ratios more than the
milliseconds. Figures are medians, unless they say otherwise.

- *bare*: one `st.title` on the stock Streamlit server with stock settings.
- *chart*: one chart, on the same.
- *naive*: the content of Ringkasan built the plain way, on the same: pandas reads the
  database and Altair builds every chart on every rerun.

A stock server runs without uvloop, as `pip install streamlit` leaves it. The client
speaks Streamlit's websocket protocol and acknowledges at once (TCP_QUICKACK), so that
it adds no waiting of its own.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """When and where a run took place.

    Attributes:
        day: Day of the measurement.
        load: Load average of the machine before it.
        browser: Version of Chromium; empty when none was used.
    """

    day: date
    load: float
    browser: str


def page(run: Circumstances, sections: Mapping[str, Sequence[Finding]]) -> str:
    """Return the report.

    Args:
        run: When and where it took place.
        sections: Findings by heading, in the order of the page.
    """
    parts = [PREFACE, _circumstances(run)]
    parts += [_section(heading, found) for heading, found in sections.items() if found]
    return "\n".join(parts)


def _circumstances(run: Circumstances) -> str:
    memory = psutil.virtual_memory().total / 2**30
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    chromium = f", Chromium {run.browser}" if run.browser else ""
    return (
        f"Measured on {run.day.isoformat()}: {_processor()}, {os.cpu_count()} cores, "
        f"{memory:.0f} GiB, {platform.system()}; load before it {run.load:.1f}.  \n"
        f"Python {platform.python_version()}, {libraries}{chromium}.\n"
    )


def _section(heading: str, findings: Sequence[Finding]) -> str:
    lines = [
        f"## {heading}",
        "",
        "| measure | budget | measured | |",
        "|---|---|---|---|",
        *(
            f"| {f.topic} | {f.budget} | {f.measured} | {VERDICTS[f.is_met]} |"
            for f in findings
        ),
        "",
    ]
    return "\n".join(lines)


def _processor() -> str:
    """Return the name of the processor as Linux knows it, else as Python does."""
    source = Path("/proc/cpuinfo")
    if source.exists():
        for line in source.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
