"""Fifty visitors: answers while they think, and pages opened without pause."""

import asyncio
from collections.abc import Sequence

from bench.crowd import VISITORS, pages_per_second, thinking
from bench.effort import Effort
from bench.figures import Finding, limit, median, ratio, shown
from bench.servers import Server

P95_BUDGET = 150.0  # milliseconds
OPENING_BUDGET = 12.0  # times naive


def findings(
    app: Server, naive: Server, pages: Sequence[str], effort: Effort
) -> list[Finding]:
    """Measure the app under fifty visitors, against *naive* where a ratio counts."""
    return [*_thinking(app, pages, effort.seconds), _openings(app, naive, effort)]


def _thinking(app: Server, pages: Sequence[str], seconds: float) -> list[Finding]:
    crowd = asyncio.run(thinking(app, pages, seconds))
    aside = f"{crowd.reruns} reruns, {crowd.cores:.2f} cores"
    topic = f"{VISITORS} sessions, 1 s think time, all screens"
    return [
        limit(f"{topic}: p95", crowd.p95_ms, P95_BUDGET, "ms", aside),
        Finding(
            topic=f"{topic}: sessions that failed",
            budget="none",
            measured=str(crowd.errors),
            is_met=crowd.errors == 0,
        ),
    ]


def _openings(app: Server, naive: Server, effort: Effort) -> Finding:
    ours, theirs = [], []
    for _ in range(effort.crowds):
        theirs.append(asyncio.run(pages_per_second(naive, "", 1)))
        ours.append(asyncio.run(pages_per_second(app, "", effort.openings)))
    times = ratio(ours, theirs)
    return Finding(
        topic=f"Home pages opened by {VISITORS} users without pause",
        budget=f"at least {OPENING_BUDGET:g} × *naive*",
        measured=f"{shown(times)} × *naive* "
        f"({shown(median(ours))} against {shown(median(theirs))} pages/s)",
        is_met=times >= OPENING_BUDGET,
    )
