"""Takes the pictures in docs/screenshots: `python -m bench.screenshots`.

With `layar` after it, only those of the projector.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from bench import demonstration
from bench.browser import chromium
from bench.servers import ROOT, Server, app, with_environ

FOLDER = ROOT / "docs" / "screenshots"
SIZES = {"1920": (1920, 1080), "1366": (1366, 768), "390": (390, 844)}
VIEWS = {
    "ringkasan": "?",
    "linimasa": "linimasa?",
    "linimasa-tahap3": "linimasa?lihat=tahapan&tahap=3&kegiatan=M3-03&",
    "linimasa-90hari": "linimasa?lihat=90hari&",
    "partai": "partai?tanggal=2022-11-06&",
    "zona-integritas": "zona-integritas?",
    "satu-partai": "partai?tanggal=2022-11-06&partai=perindo&",
    "satu-kabkota": "partai?tanggal=2022-11-06&wilayah=52.71&",
}
WALLS = {
    "1280": (1280, 720),
    "1920": (1920, 1080),
    "3840": (3840, 2160),
    "1024": (1024, 768),
}
"""Screens that a projector may have."""

THEMES = {"light": "terang", "dark": "gelap"}
SETTLED_MS = 1200
HEIGHT = "document.querySelector('[data-testid=stMain]').scrollHeight"


PUBLIC = {"PUBLIC_URL": "https://tahapan.example"}
COLOURS = 128  # of a sheet, which is drawn in few


def main() -> None:
    """Serve the demonstration and take every picture, or those of the projector."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="pictures-") as folder:
        database = Path(folder) / "demonstration.db"
        demonstration.load(database)
        launch = with_environ(app(f"sqlite:///{database}"), PUBLIC)
        with Server(launch, Path(folder) / "log") as server, chromium() as browser:
            for name, address, size in () if "layar" in sys.argv else pictures():
                take(browser, f"{server.address}{address}", name, size)
                print(name)
            for width, size in WALLS.items():
                take_sheets(browser, f"{server.address}layar", width, size)


def pictures() -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Yield name, address and window of every picture.

    The phone is shown in light and the wall screen in both; a laptop in light.
    """
    for view, address in VIEWS.items():
        for width, size in SIZES.items():
            for theme, asked in THEMES.items():
                if theme == "light" or width == "1920":
                    yield f"{view}-{width}-{theme}", f"{address}tema={asked}", size


def take(browser: Browser, address: str, name: str, size: tuple[int, int]) -> None:
    """Take one picture, as high as the page."""
    width, height = size
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(address)
    page.wait_for_selector("[data-testid=stVegaLiteChart] svg")
    _settle(page)
    tall = max(height, int(page.evaluate(HEIGHT)))
    page.set_viewport_size({"width": width, "height": tall})
    page.wait_for_timeout(SETTLED_MS)
    page.screenshot(path=FOLDER / f"{name}.png")
    page.close()


def take_sheets(
    browser: Browser, address: str, name: str, size: tuple[int, int]
) -> None:
    """Take a picture of every sheet of the projector's show."""
    width, height = size
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(address)
    page.evaluate("document.fonts.ready")
    for place in range(page.locator(".sheet").count()):
        file = FOLDER / f"layar-{place + 1}-{name}.png"
        page.screenshot(path=file)
        _compress(file)
        page.keyboard.press("PageDown")
    print(f"layar-{name}")
    page.close()


def _compress(file: Path) -> None:
    with Image.open(file) as picture:
        picture.convert("RGB").quantize(COLOURS).save(file, optimize=True)


def _settle(page: Page) -> None:
    """Wait until the page has stopped running and its charts are drawn."""
    running = "[data-testid=stApp][data-test-script-state=running]"
    page.wait_for_selector(running, state="detached")
    page.wait_for_timeout(SETTLED_MS)


if __name__ == "__main__":
    main()
