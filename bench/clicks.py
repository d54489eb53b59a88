"""Clicks in Chromium: from the click to the frame that shows what it asked for."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Locator, Page

from bench.servers import Server
from domain.session import COOKIE

CLICK_LIMIT_MS = 30_000  # until a click counts as failed
ENDED = "[data-test-script-state=notRunning]"
# Waits in the page for the next click, then for the first frame in which the script has
# ended and the expected element is there. The frame after it begins once that one is
# painted, so that its time counts, in milliseconds since the click.
AWAIT = """
([ended, expected]) => {
  window.shownAfter = 0;
  const isShown = () => document.querySelector(ended)
    && !document.querySelector("[data-testid=stSkeleton]")
    && document.querySelector(expected);
  const note = clicked => { window.shownAfter = performance.now() - clicked; };
  const look = clicked => requestAnimationFrame(
    () => isShown() ? requestAnimationFrame(() => note(clicked)) : look(clicked)
  );
  addEventListener(
    "click", event => look(event.timeStamp), {capture: true, once: true}
  );
}
"""


@contextmanager
def visitor(browser: Browser, server: Server, token: str = "") -> Iterator[Page]:
    """Open an empty tab of a new visitor, signed in if there is a token."""
    context = browser.new_context(locale="id-ID", timezone_id="Asia/Makassar")
    context.set_default_timeout(CLICK_LIMIT_MS)
    if token:
        shown = {"name": COOKIE, "value": token, "url": server.address}
        context.add_cookies([shown])  # type: ignore[list-item]
    yield context.new_page()
    context.close()


def ms_to(page: Page, target: Locator, expected: str) -> float:
    """Click and return the milliseconds until the page shows what is expected.

    Args:
        page: The page.
        target: What to click.
        expected: Selector of an element that is not there before the click.

    Raises:
        TimeoutError: It was not there within half a minute.
    """
    page.evaluate(AWAIT, [ENDED, expected])
    target.click()
    page.wait_for_function("() => window.shownAfter > 0", polling=50)
    return float(page.evaluate("window.shownAfter"))


def settle(page: Page, ms: float = 300) -> None:
    """Wait a while, such as until what was typed is on its way, then for the script."""
    page.wait_for_timeout(ms)
    page.locator(ENDED).wait_for()
