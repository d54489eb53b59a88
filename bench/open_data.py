"""The open data and the public copy: how many they can serve, and how fast."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser

from bench import web_server
from bench.browser import Visit, cold_then_warm
from bench.crowd import pages_per_second
from bench.figures import Finding, limit, median, ratio, shown
from bench.rate import Load, answers_per_second
from bench.servers import ROOT, Server

TABLES = ("milestones", "parties", "requirements", "tallies?fase=administrative")
API_BUDGET, COPY_BUDGET = 20.0, 100.0  # times the sessions opened
OPENINGS = 4  # by each of fifty users
PIPELINED = 16  # questions open at a time on each connection to nginx
PUBLISH_BUDGET = 15.0  # seconds
SIZE_BUDGET = 300.0  # kB of 1000 bytes
COPY_SHARE, FIRST_SCREEN = 0.4, 1.3
CHARTS = 6  # of Ringkasan: countdown, stages, four gauges

Pairs = Sequence[tuple[Visit, Visit]]


def publish(database_url: str, folder: Path) -> list[Finding]:
    """Write the public copy into a folder, and weigh its pages."""
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "tasks", "publish", str(folder)],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": database_url},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    seconds = time.perf_counter() - started
    pages = sorted(folder.rglob("*.html"), key=lambda file: file.stat().st_size)
    size = pages[-1].stat().st_size / 1000
    return [
        limit("Public copy written (`publish`)", seconds, PUBLISH_BUDGET, "s"),
        limit(
            "Largest of its pages",
            size,
            SIZE_BUDGET,
            "kB",
            f"{pages[-1].relative_to(folder)}, uncompressed; {len(pages)} pages",
        ),
    ]


def rates(app: Server, copy: Path, folder: Path, seconds: float) -> list[Finding]:
    """Compare answers a second with Streamlit sessions opened a second.

    Args:
        app: A server that puts no limit on one address.
        copy: The public copy.
        folder: An empty folder for nginx.
        seconds: How long each address is asked for.
    """
    opened = asyncio.run(pages_per_second(app, "", OPENINGS))
    asked = [
        answers_per_second(
            Load(address=f"{app.address}api/v1/{table}", seconds=seconds)
        )
        for table in TABLES
    ]
    each = ", ".join(
        f"{table.partition('?')[0]} {rate:.0f}/s"
        for table, rate in zip(TABLES, asked, strict=True)
    )
    topic = "Open data (`/api/v1`), answers a second"
    return [
        _at_least(topic, min(asked) / opened, API_BUDGET, each),
        _copy_rate(copy, folder, opened, seconds),
    ]


def _copy_rate(copy: Path, folder: Path, opened: float, seconds: float) -> Finding:
    topic = "Public copy by nginx, pages a second"
    if not web_server.is_here():
        return Finding(topic=topic, measured="no nginx on this machine")
    with web_server.serving(copy, folder) as address:
        page = Load(address=f"{address}index.html", depth=PIPELINED, seconds=seconds)
        served = answers_per_second(page)
    aside = f"index.html {served:.0f}/s; sessions opened {shown(opened)}/s"
    return _at_least(topic, served / opened, COPY_BUDGET, aside)


def painted(
    browser: Browser, app: Server, copy: Path, folder: Path, rounds: int
) -> list[Finding]:
    """Compare Ringkasan of the app with the page of the copy, cold and warm."""
    if not web_server.is_here():
        return []
    with ExitStack() as stack:
        site = stack.enter_context(web_server.serving(copy, folder))
        ours, theirs = [], []
        for _ in range(rounds):
            theirs.append(cold_then_warm(browser, f"{site}index.html", CHARTS))
            ours.append(cold_then_warm(browser, app.address, CHARTS))
    return [
        _share(theirs, ours),
        *(
            _first_screen(name, ours, theirs, at)
            for at, name in enumerate(("Cold", "Warm"))
        ),
    ]


def _share(theirs: Pairs, ours: Pairs) -> Finding:
    copied = _times(theirs, 0, lambda visit: visit.painted_ms)
    live = _times(ours, 0, lambda visit: visit.stands_ms)
    aside = f"{median(copied):.0f} ms against {median(live):.0f} ms"
    topic = "Page of the public copy painted, against the live app"
    return limit(topic, ratio(copied, live), COPY_SHARE, "× the app", aside)


def _first_screen(name: str, ours: Pairs, theirs: Pairs, at: int) -> Finding:
    first = _times(ours, at, lambda visit: visit.painted_ms)
    copied = _times(theirs, at, lambda visit: visit.painted_ms)
    aside = f"{median(first):.0f} ms against {median(copied):.0f} ms"
    topic = f"{name}: figures and charts of / readable, against the public copy"
    return limit(topic, ratio(first, copied), FIRST_SCREEN, "× the copy", aside)


def _times(pairs: Pairs, at: int, of: Callable[[Visit], float]) -> list[float]:
    return [of(pair[at]) for pair in pairs]


def _at_least(topic: str, times: float, least: float, aside: str) -> Finding:
    return Finding(
        topic=topic,
        budget=f"at least {least:g} × sessions opened",
        measured=f"{shown(times)} × ({aside})",
        is_met=times >= least,
    )
