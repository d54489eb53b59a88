"""A day of the projector, compressed: what it leaves in the browser and the server.

The page asks as often and turns as often as in a whole day, only faster: its clock
runs 300 times as fast. The server and its answers are the real ones.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass

from playwright.sync_api import Browser, CDPSession, Page

from bench.figures import Finding, limit, shown
from bench.servers import Server

EVERY = 1.5  # seconds between two questions
EDITS = 24
BUDGET = 1.1  # times what it was at the start
WARM = 300  # questions before the start counts; the show has turned through by then
AT_REST_MS = 300.0  # until an answer on its way has been shown
PATIENCE_MS = 1_200_000.0
FAST = """(() => {
  const SPEED = 300;
  const { setTimeout: wait, setInterval: repeat, fetch: ask } = window;
  const now = performance.now.bind(performance);
  performance.now = () => now() * SPEED;
  window.setTimeout = (act, ms) => wait(act, ms / SPEED);
  window.setInterval = (act, ms) => repeat(act, ms / SPEED);
  window.asked = 0;
  window.fetch = async (...what) => {
    while (window.isStill) await new Promise((done) => wait(done, 10));
    window.asked += 1;
    return ask(...what);
  };
})()"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a page holds once its garbage is gone.

    Attributes:
        heap: Bytes of its scripts' memory.
        nodes: Nodes of its documents, those out of sight included.
        listeners: Listeners of its events.
    """

    heap: float
    nodes: float
    listeners: float

    def times(self, earlier: "Held") -> dict[str, float]:
        """Return each figure as a multiple of what it was."""
        before = asdict(earlier)
        return {part: value / before[part] for part, value in asdict(self).items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Show:
    """An open projector whose clock runs fast.

    Attributes:
        page: The page.
        protocol: Its DevTools.
    """

    page: Page
    protocol: CDPSession

    @classmethod
    def open(cls, browser: Browser, address: str) -> "Show":
        """Open a projector in a window of its own."""
        page = browser.new_page(viewport={"width": 640, "height": 360})
        page.add_init_script(FAST)
        page.goto(address)
        return cls(page=page, protocol=page.context.new_cdp_session(page))

    def run_until(self, asked: int) -> None:
        """Wait until the page has asked so often since it was opened."""
        reached = "count => window.asked >= count"
        self.page.wait_for_function(reached, arg=asked, timeout=PATIENCE_MS)

    def held(self) -> Held:
        """Return what the page holds now, while it waits for no answer."""
        self.page.evaluate("window.isStill = true")
        self.page.wait_for_timeout(AT_REST_MS)
        self.protocol.send("HeapProfiler.collectGarbage")
        heap = self.protocol.send("Runtime.getHeapUsage")
        counts = self.protocol.send("Memory.getDOMCounters")
        self.page.evaluate("window.isStill = false")
        return Held(
            heap=heap["usedSize"],
            nodes=counts["nodes"],
            listeners=counts["jsEventListeners"],
        )


def findings(
    browser: Browser, app: Server, edit: Callable[[], None], asked: int
) -> list[Finding]:
    """Let a projector run for some questions, with edits in between.

    Args:
        browser: Running Chromium.
        app: Server that shows it.
        edit: Stores one edit.
        asked: Questions for newer sheets.
    """
    show = Show.open(browser, f"{app.address}layar")
    edit()
    show.run_until(WARM)
    start, server = show.held(), app.resident_mb()
    for part in range(1, EDITS + 1):
        edit()
        show.run_until(WARM + asked * part // EDITS)
    end, served = show.held(), app.resident_mb()
    show.page.close()
    topic = f"{asked * EVERY / 3600:.3g} h of the projector, {EDITS} edits"
    sizes = f"{shown(end.heap / 1e6)} MB, {end.nodes:.0f} nodes"
    grown = max(end.times(start).values())
    return [
        limit(f"{topic}: most that the page grew", grown, BUDGET, "× its start", sizes),
        limit(
            f"{topic}: memory of the server",
            served / server,
            BUDGET,
            "× its start",
            f"{shown(served)} MB",
        ),
    ]
