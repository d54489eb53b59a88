"""Chromium, measured: time until every chart is painted, and what a visit moves."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PAINT_LIMIT = 60.0  # seconds until a visit counts as failed
SETTLE = 0.7  # seconds in which late downloads still count to the visit
# Runs in the page before its own scripts and notes, in milliseconds since the
# navigation began, the first frame in which every chart is painted, and the first in
# which the view itself stands: its script has ended, and every chart of it holds a
# drawing. `data-test-script-state` is Streamlit's own attribute. A page that says its
# first screen before its scripts have run, and the public copy, hold their charts in
# `.copy`. The projector has no script that ends: its sheet is there once the typeface
# is.
WATCH = """
(expected => {
  const drawn = chart => chart.querySelector("svg.marks, canvas.marks");
  const seen = chart => chart.getClientRects().length > 0;
  const look = () => {
    const now = performance.now();
    const typed = document.fonts.status === "loaded";
    if (!window.answeredAt && document.querySelector("#first-answer, .stApp h1"))
      window.answeredAt = now;
    const copied = [...document.querySelectorAll(".copy .chart > svg")].filter(seen);
    if (!window.paintedAt && typed && expected && copied.length >= expected)
      window.paintedAt = now;
    const charts = [...document.querySelectorAll("[data-testid=stVegaLiteChart]")];
    const app = document.querySelector("[data-test-script-state=notRunning]");
    const waiting = document.querySelector("[data-testid=stSkeleton]");
    const isWall = typed && document.querySelector("#show .sheet:not([hidden])");
    const isSite = window.paintedAt && !document.querySelector("#root");
    const isDrawn = app && !waiting && charts.length >= expected
      && charts.every(drawn);
    if (isWall || isSite || isDrawn) {
      window.paintedAt ||= now;
      window.standsAt = now;
    } else requestAnimationFrame(look);
  };
  if (window.top === window) requestAnimationFrame(look);
})(%d)
"""


class NotPainted(Exception):
    """The charts of a page did not all appear in time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A connection to emulate.

    Attributes:
        mbit: Throughput each way, in Mbit/s.
        latency: Delay of each answer, in milliseconds.
    """

    mbit: float
    latency: float


@dataclass(slots=True, kw_only=True)
class Visit:
    """What one visit took.

    Attributes:
        painted_ms: From the start of the navigation to all charts painted.
        stands_ms: To the view itself, which answers clicks.
        answered_ms: To the first answer: the title of the page.
        size: Bytes received, headers and websocket included.
        requests: Number of HTTP requests.
        outside: Addresses asked for outside this machine.
    """

    painted_ms: float = 0.0
    stands_ms: float = 0.0
    answered_ms: float = 0.0
    size: int = 0
    requests: int = 0
    outside: list[str] = field(default_factory=list)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium without a screen and end it afterwards."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


def cold_then_warm(
    browser: Browser, address: str, charts: int, link: Link | None = None
) -> tuple[Visit, Visit]:
    """Visit an address twice: with an empty cache, then in a new tab.

    Args:
        browser: Running browser.
        address: Page to open.
        charts: Number of charts to wait for.
        link: Connection to emulate; None for the machine's own.

    Raises:
        NotPainted: The charts did not all appear within a minute.
    """
    context = browser.new_context(locale="id-ID", timezone_id="Asia/Makassar")
    context.add_init_script(WATCH % charts)
    try:
        return _visit(context, address, link), _visit(context, address, link)
    finally:
        context.close()


def _visit(context: BrowserContext, address: str, link: Link | None) -> Visit:
    page = context.new_page()
    visit = Visit()
    _watch_network(page, visit, link)
    page.goto(address, wait_until="commit", timeout=PAINT_LIMIT * 1000)
    visit.stands_ms = _wait_until_it_stands(page)
    visit.painted_ms = float(page.evaluate("window.paintedAt"))
    visit.answered_ms = float(page.evaluate("window.answeredAt || 0"))
    page.wait_for_timeout(SETTLE * 1000)
    page.close()
    return visit


def _watch_network(page: Page, visit: Visit, link: Link | None) -> None:
    protocol = page.context.new_cdp_session(page)
    protocol.send("Network.enable")
    if link:
        speed = link.mbit * 1e6 / 8
        limits = {"downloadThroughput": speed, "uploadThroughput": speed}
        protocol.send(
            "Network.emulateNetworkConditions",
            {"offline": False, "latency": link.latency, **limits},
        )

    def asked(event: dict[str, Any]) -> None:
        address = event["request"]["url"]
        visit.requests += 1
        if urlsplit(address).hostname not in {"127.0.0.1", None}:
            visit.outside.append(address)

    def loaded(event: dict[str, Any]) -> None:
        visit.size += int(event["encodedDataLength"])

    def framed(event: dict[str, Any]) -> None:
        # Streamlit's frames are binary, which the protocol hands over as base64.
        visit.size += len(event["response"]["payloadData"]) * 3 // 4

    protocol.on("Network.requestWillBeSent", asked)
    protocol.on("Network.loadingFinished", loaded)
    protocol.on("Network.webSocketFrameReceived", framed)


def _wait_until_it_stands(page: Page) -> float:
    limit = time.monotonic() + PAINT_LIMIT
    while time.monotonic() < limit:
        stands = page.evaluate("window.standsAt || 0")
        if stands:
            return float(stands)
        page.wait_for_timeout(50)
    raise NotPainted(f"{page.url}: charts still missing after {PAINT_LIMIT:.0f} s")
