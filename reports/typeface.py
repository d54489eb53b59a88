"""The shipped typeface as printing needs it: one file a weight.

What is shipped for the screen is one file that varies in weight, packed for browsers.
Typst would print every weight of it alike, and pictures of charts could not use it.
"""

import hashlib
import tempfile
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).parents[1]
SHIPPED = PROJECT / "static" / "plus-jakarta-sans-latin-wght-normal.woff2"
FOLDER = PROJECT / "var" / "cache" / "typeface"

FAMILY = "Plus Jakarta Sans"
WEIGHTS = (400, 500, 600, 700)


@cache
def folder() -> Path:
    """Return the folder with the typeface as TrueType, made once for each edition."""
    edition = hashlib.sha256(SHIPPED.read_bytes()).hexdigest()[:16]
    kept = FOLDER / edition
    try:
        kept.mkdir(parents=True, exist_ok=True)
        _fill(kept)
    except OSError:  # a disk that is full or not ours: it lasts for this process
        kept = Path(tempfile.mkdtemp(prefix="typeface-"))
        _fill(kept)
    return kept


def _fill(there: Path) -> None:
    for weight in WEIGHTS:
        file = there / f"{weight}.ttf"
        if not file.exists():
            _write(file, weight)


def _write(file: Path, weight: int) -> None:
    """Write one weight so that no reader ever sees half of it."""
    # Slow to load, and of use only while a weight is missing.
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
    from fontTools.varLib import instancer  # type: ignore[import-untyped]

    varying = TTFont(SHIPPED)
    fixed = instancer.instantiateVariableFont(
        varying, {"wght": weight}, updateFontNames=True
    )
    fixed.flavor = None
    with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as part:
        fixed.save(part)
    Path(part.name).replace(file)
