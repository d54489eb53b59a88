"""A journal of 200,000 entries: how long its check takes, and Riwayat."""

import asyncio
import resource
import time
from collections.abc import Callable

from playwright.sync_api import Browser
from sqlalchemy import URL

from bench import demonstration
from bench.clicks import ms_to, settle, visitor
from bench.databases import address_of
from bench.figures import Finding, limit, median, shown
from bench.servers import Server
from bench.session import Session

VERIFY_BUDGET = 10.0  # seconds
OPENING_BUDGET = 300.0  # milliseconds
PAGE = "riwayat"
LINK = f"a[href*={PAGE}]"
DRAWN = ".st-key-check button"  # the last but a few lines of the page

CHARTS_DRAWN_MS = 2000  # of the home page; they are no part of what is measured

Edit = Callable[[], None]


def check(url: URL, entries: int, checks: int) -> Finding:
    """Check the whole journal with the command, from its start to its end.

    Args:
        url: A database.
        entries: Length of its journal.
        checks: Number of checks.
    """
    seconds, before = [], _cpu_of_commands()
    for _ in range(checks):
        started = time.perf_counter()
        demonstration.command(address_of(url), "verify-journal")
        seconds.append(time.perf_counter() - started)
    aside = f"CPU {shown((_cpu_of_commands() - before) / checks)} s"
    topic = f"Check of a journal of {entries:,} entries (`verify-journal`)"
    return limit(topic, median(seconds), VERIFY_BUDGET, "s", aside)


def answered(server: Server, edit: Edit, openings: int) -> Finding:
    """Open Riwayat in sessions of their own, each after somebody has saved."""
    times = [asyncio.run(_open(server, edit)) for _ in range(openings)]
    topic = "Riwayat opened after a save, until the server has answered"
    return limit(topic, median(times), OPENING_BUDGET, "ms")


def painted(browser: Browser, server: Server, edit: Edit, openings: int) -> Finding:
    """Open Riwayat from the home page in Chromium, each time after a save."""
    with visitor(browser, server) as page:
        times = []
        for _ in range(openings):
            page.goto(server.address)
            settle(page, CHARTS_DRAWN_MS)
            edit()
            times.append(ms_to(page, page.locator(LINK).first, DRAWN))
    topic = "Riwayat opened after a save, click to painted"
    return limit(topic, median(times), OPENING_BUDGET, "ms")


async def _open(server: Server, edit: Edit) -> float:
    edit()
    async with await Session.open(server, PAGE) as session:
        return (await session.rerun()).ms


def _cpu_of_commands() -> float:
    """Return the processor time of ended processes of this one, in seconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
