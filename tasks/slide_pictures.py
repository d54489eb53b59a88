"""Slides as pictures, drawn by LibreOffice and Poppler where a machine has them."""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

OFFICE, DRAWER = "soffice", "pdftoppm"
PATIENCE = 120  # seconds that one of them may take
DOTS = 72  # dots an inch


def can_be_made() -> bool:
    """Return whether this machine has both programs."""
    return all(shutil.which(program) for program in (OFFICE, DRAWER))


def of(slides: bytes) -> list[bytes]:
    """Return the slides of a PPTX file as PNG pictures, in their order.

    Raises:
        CalledProcessError: LibreOffice or Poppler did not take the file.
    """
    with TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "slides.pptx").write_bytes(slides)
        # A profile of its own: LibreOffice refuses to start beside an open one.
        own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        convert = ("--headless", "--convert-to", "pdf", "--outdir", made)
        _run(OFFICE, own, *convert, f"{made}/slides.pptx")
        _run(DRAWER, "-png", "-r", str(DOTS), f"{made}/slides.pdf", f"{made}/page")
        pages = sorted(folder.glob("page-*.png"))
        return [page.read_bytes() for page in pages]


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)  # noqa: S603 - programs named above
