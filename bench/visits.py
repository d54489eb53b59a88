"""Visits in Chromium: the app against the stock server's page with one chart."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Browser

from bench.browser import Link, Visit, cold_then_warm
from bench.effort import Effort
from bench.figures import Finding, limit, median, ratio, shown
from bench.reruns import Subject
from bench.session import Session

PHONE = Link(mbit=4, latency=100)
COLD_BUDGET, WARM_BUDGET, SLOW_BUDGET = 1.05, 0.95, 0.5  # times the page *chart*
ANSWER_BUDGET = 1500.0  # milliseconds
SIZE_BUDGET = 1.3  # MB of 10**6 bytes
OTHER_ROUNDS = 3  # at most, for the screens without a budget


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page to visit.

    Attributes:
        name: Name in the report.
        address: Its address.
        charts: Number of charts it shows.
    """

    name: str
    address: str
    charts: int


Pairs = list[tuple[Visit, Visit]]


def place_of(subject: Subject) -> Place:
    """Return where a page is, after asking its server how many charts it shows."""
    return Place(
        name=subject.name,
        address=subject.server.address + subject.page,
        charts=asyncio.run(_charts(subject)),
    )


def findings(
    browser: Browser,
    stock: Place,
    screens: Sequence[Place],
    projector: Place,
    effort: Effort,
) -> list[Finding]:
    """Measure cold and warm visits, on this machine and over a phone's link.

    Args:
        browser: Running Chromium.
        stock: The baseline *chart*.
        screens: Public screens of the app, the home page first.
        projector: The page for the hall.
        effort: Number of rounds.
    """
    home = screens[0]
    near = _rounds(browser, [stock, home, projector], effort.visits)
    far = _rounds(browser, [stock, home], effort.slow_visits, PHONE)
    rest = _rounds(
        browser, [stock, *screens[1:]], min(OTHER_ROUNDS, effort.visits // 2)
    )
    every = [*near[1:], *far[1:], *rest[1:]]
    return [
        _compared("Cold visit of /, to all charts painted", near[:2], 0, COLD_BUDGET),
        _compared("Warm visit of /, to all charts painted", near[:2], 1, WARM_BUDGET),
        _standing(near[:2]),
        _compared(
            "Cold visit of /layar, to its first sheet painted",
            [near[0], near[2]],
            0,
            COLD_BUDGET,
        ),
        _moved(near[:2]),
        _compared("First visit of / over 4 Mbit/s and 100 ms", far, 0, SLOW_BUDGET),
        _second_answer(far[1]),
        _outside([pair for pairs in every for pair in pairs]),
        *(
            _further(screen, rest[0], pairs)
            for screen, pairs in zip(screens[1:], rest[1:], strict=True)
        ),
    ]


def _rounds(
    browser: Browser, places: Sequence[Place], rounds: int, link: Link | None = None
) -> list[Pairs]:
    pairs: list[Pairs] = [[] for _ in places]
    for _ in range(rounds):
        for place, seen in zip(places, pairs, strict=True):
            seen.append(cold_then_warm(browser, place.address, place.charts, link))
    return pairs


async def _charts(subject: Subject) -> int:
    async with await Session.open(subject.server, subject.page) as session:
        return (await session.rerun()).charts


def _times(pairs: Pairs, place: int) -> list[float]:
    return [pair[place].painted_ms for pair in pairs]


def _compared(topic: str, pairs: Sequence[Pairs], place: int, most: float) -> Finding:
    stock, ours = (_times(part, place) for part in pairs)
    aside = f"{median(ours):.0f} ms against {median(stock):.0f} ms"
    return limit(topic, ratio(ours, stock), most, "× *chart*", aside)


def _standing(pairs: Sequence[Pairs]) -> Finding:
    """Tell when the view itself stands, which the first screen only goes before."""
    stock, ours = (
        [[visit.stands_ms for visit in pair] for pair in part] for part in pairs
    )
    cold, warm = (
        ratio([pair[at] for pair in ours], [pair[at] for pair in stock])
        for at in (0, 1)
    )
    times = ", ".join(f"{median(pair[at] for pair in ours):.0f} ms" for at in (0, 1))
    return Finding(
        topic="Visit of /, until the live view has taken over",
        measured=f"cold {shown(cold)}, warm {shown(warm)} × *chart* ({times})",
    )


def _moved(pairs: Sequence[Pairs]) -> Finding:
    stock, ours = (median(cold.size for cold, _ in part) / 1e6 for part in pairs)
    aside = f"{pairs[1][0][0].requests} requests; *chart* moves {shown(stock)} MB"
    return limit("Bytes of a first visit of /", ours, SIZE_BUDGET, "MB", aside)


def _second_answer(pairs: Pairs) -> Finding:
    times = [warm.answered_ms for _, warm in pairs]
    topic = "Second visit of / over 4 Mbit/s and 100 ms, to the first answer"
    return limit(topic, median(times), ANSWER_BUDGET, "ms")


def _outside(pairs: Pairs) -> Finding:
    asked = {address for pair in pairs for visit in pair for address in visit.outside}
    return Finding(
        topic="Requests that leave the machine",
        budget="none",
        measured=", ".join(sorted(asked)) or "none",
        is_met=not asked,
    )


def _further(screen: Place, stock: Pairs, pairs: Pairs) -> Finding:
    cold, warm = (ratio(_times(pairs, at), _times(stock, at)) for at in (0, 1))
    size = median(visit.size for visit, _ in pairs) / 1e6
    return Finding(
        topic=f"Visit of {screen.name}",
        measured=f"cold {shown(cold)}, warm {shown(warm)} × *chart*; {shown(size)} MB",
    )
