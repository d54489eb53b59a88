"""One save of one milestone: from the click to the painted page that says so."""

from playwright.sync_api import Browser, Page

from bench.clicks import ms_to, settle, visitor
from bench.figures import Finding, limit, median, percentile_95, shown
from bench.servers import Server

BUDGET = 250.0  # milliseconds
MILESTONE = "M3-03"
FORM = f"pembaruan?catat=kegiatan&kegiatan={MILESTONE}"
SAVE = f".st-key-save_{MILESTONE} button"
SAVED = "[data-testid=stAlertContentSuccess]"


def finding(
    browser: Browser, server: Server, token: str, kind: str, count: int
) -> Finding:
    """Save remarks on a milestone one after another, in Chromium.

    Args:
        browser: Running Chromium.
        server: The app.
        token: Session of somebody who may save.
        kind: Kind of the database, for the report.
        count: Number of saves.
    """
    with visitor(browser, server, token) as page:
        page.goto(server.address + FORM)
        times = [_save(page, number) for number in range(count)]
    aside = f"{count} saves, p95 {shown(percentile_95(times))} ms"
    topic = f"Save of a milestone on {kind}, click to painted"
    return limit(topic, median(times), BUDGET, "ms", aside)


def _save(page: Page, number: int) -> float:
    _type(page, "remark", f"Rapat ke-{number + 1}")
    page.locator(f"{SAVE}:not([disabled])").wait_for()
    _type(page, "reason", "laporan mingguan")
    return ms_to(page, page.locator(SAVE), SAVED)


def _type(page: Page, field: str, text: str) -> None:
    own = f"[class*=st-key-record_{MILESTONE}_{field}_]"
    place = page.locator(f"{own} :is(input, textarea)")
    place.fill(text)
    place.press("Tab")
    settle(page)
