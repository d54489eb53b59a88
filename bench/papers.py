"""Documents that leave the screen: how long each takes, and whom it holds up."""

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from threading import Event, Thread

import httpx

from bench.crowd import thinking
from bench.figures import Finding, limit, median, shown
from bench.servers import Server

BRIEFING = "unduh/taklimat.pdf"
SLIDES = "unduh/paparan.pptx"
WORKBOOK = "unduh/data.xlsx"
CALENDAR = "kalender.ics"
FIRST_PDF, NEXT_PDF, PPTX, XLSX = 2.0, 0.5, 4.0, 10.0  # seconds
MEMORY_BUDGET = 300.0  # MB
CALENDAR_BUDGET = 100.0  # milliseconds
HELD_UP_BUDGET = 1.5  # times the p95 without exports
LONGEST = 120.0  # seconds until a document counts as failed
FIRST_DAY = date(2022, 9, 9)
"""The day after the one that the demonstration opens on: nothing of it is kept."""

PAGES = ("", "linimasa", "partai")


def documents(app: Server, rounds: int) -> list[Finding]:
    """Time each document of days that nobody has asked for, one after the other.

    Args:
        app: A server that has just started, over the demonstration.
        rounds: Documents of each kind.
    """
    first = _seconds(app, CALENDAR, FIRST_DAY) * 1000
    pdf = [_seconds(app, BRIEFING, day) for day in _days(rounds + 1)]
    again = [_seconds(app, BRIEFING, FIRST_DAY) for _ in range(rounds)]
    decks = [_seconds(app, SLIDES, day) for day in _days(rounds)]
    feeds = [_seconds(app, CALENDAR, day) * 1000 for day in _days(rounds + 1)[1:]]
    return [
        limit("Taklimat (PDF), the first", pdf[0], FIRST_PDF, "s"),
        limit(
            "Taklimat (PDF), the same again",
            median(again),
            NEXT_PDF,
            "s",
            f"of another day {shown(median(pdf[1:]))} s",
        ),
        limit("Paparan (PPTX)", median(decks), PPTX, "s"),
        limit(
            "Calendar (ICS)",
            median(feeds),
            CALENDAR_BUDGET,
            "ms",
            f"the first {shown(first)} ms",
        ),
    ]


def workbook(app: Server, rounds: int) -> list[Finding]:
    """Time the workbook of the national database, and weigh its process."""
    times, peaks = [], []
    for day in _days(rounds):
        with _weighing(app) as heaviest:
            times.append(_seconds(app, WORKBOOK, day))
        peaks.append(heaviest())
    topic = "Workbook (XLSX) of the national database"
    return [
        limit(topic, median(times), XLSX, "s"),
        limit(f"{topic}: most memory", max(peaks), MEMORY_BUDGET, "MB"),
    ]


def held_up(app: Server, seconds: float) -> Finding:
    """Compare reruns of other visitors while documents are made without pause."""
    _p95_ms(app, seconds / 3)  # to warm
    quiet = _p95_ms(app, seconds)
    ended = Event()
    maker = Thread(target=_make_until, args=(app, ended))
    maker.start()
    try:
        busy = _p95_ms(app, seconds)
    finally:
        ended.set()
        maker.join()
    return limit(
        "50 sessions while documents are made without pause: p95",
        busy / quiet,
        HELD_UP_BUDGET,
        "× that without",
        f"{shown(busy)} ms against {shown(quiet)} ms",
    )


def _p95_ms(app: Server, seconds: float) -> float:
    return asyncio.run(thinking(app, PAGES, seconds)).p95_ms


def _make_until(app: Server, ended: Event) -> None:
    day = FIRST_DAY + timedelta(days=60)
    while not ended.is_set():
        for path in (BRIEFING, SLIDES, WORKBOOK):
            if not ended.is_set():
                _seconds(app, path, day)
        day += timedelta(days=1)


def _days(count: int) -> list[date]:
    return [FIRST_DAY + timedelta(days=past) for past in range(count)]


def _seconds(app: Server, path: str, day: date) -> float:
    started = time.perf_counter()
    answer = httpx.get(
        f"{app.address}{path}",
        params={"tanggal": day.isoformat()},
        timeout=LONGEST,
        trust_env=False,
    )
    answer.raise_for_status()
    return time.perf_counter() - started


@contextmanager
def _weighing(app: Server) -> Iterator[Callable[[], float]]:
    """Watch the processes that a server starts; yields how heavy they were, in MB."""
    ended, heaviest = Event(), [0.0]

    def watch() -> None:
        while not ended.wait(0.02):
            heaviest[0] = max(heaviest[0], app.heaviest_child_mb())

    watcher = Thread(target=watch)
    watcher.start()
    try:
        yield lambda: heaviest[0]
    finally:
        ended.set()
        watcher.join()
