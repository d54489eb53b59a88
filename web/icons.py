"""The icons of the interface, cut out of Streamlit's icon typeface.

Streamlit ships every Material symbol, 375 kB of a first visit; the interface shows
some hundred of them, 10 kB. `python -m web.assets` cuts them out; as long as a word
in the interface has changed since, the whole typeface is sent again.
"""

import io
import re
from collections.abc import Collection, Iterable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from web import frontend
from web.content import tag_of

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

ROOT = Path(__file__).parents[1]
# The packages that name icons: a badge's is put together from a word in `charts`.
INTERFACE = ("ui", "pages", "charts")

QUOTED = re.compile(r"""["'](\w+)["']|:material/(\w+):""")
NAMED = re.compile(rb":material/(\w+):")


def typeface() -> Path:
    """Return the file of Streamlit's icon typeface."""
    return next((frontend.folder() / "static" / "media").glob("MaterialSymbols*.woff2"))


def cut_out(copies: Path) -> Path:
    """Return where the icons of this interface are kept, cut out already or not."""
    theirs = sorted(script.name for script in _scripts())
    return copies / f"{tag_of(chr(10).join([*theirs, *_our_words()]).encode())}.woff2"


def cut(copies: Path) -> None:
    """Cut out the icons that the interface and Streamlit's own elements show."""
    file = cut_out(copies)
    if file.exists():
        return
    named = chain.from_iterable(NAMED.findall(one.read_bytes()) for one in _scripts())
    words = {*_our_words(), *(name.decode() for name in named)}
    file.write_bytes(subset(typeface().read_bytes(), words))


def subset(typeface: bytes, words: Collection[str]) -> bytes:
    """Return a typeface with only those of its icons that a word among these names."""
    # Needed at installation only, and as large as the rest of the server's modules.
    from fontTools.subset import (  # type: ignore[import-untyped]
        Options,
        Subsetter,
    )
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(typeface))
    icons = {word: glyph for word, glyph in _icons(font) if word in words}
    cutter = Subsetter(Options(layout_closure=False, layout_features=["*"]))
    cutter.populate(glyphs=icons.values(), text="".join(icons))
    cutter.subset(font)
    font.flavor = "woff2"
    result = io.BytesIO()
    font.save(result)
    return result.getvalue()


def _icons(font: "TTFont") -> Iterable[tuple[str, str]]:
    """Yield the word and the glyph of each icon; a word is spelled by its letters."""
    letter = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            for first, ligatures in table.ExtSubTable.ligatures.items():
                for ligature in ligatures:
                    spelled = [first, *ligature.Component]
                    yield "".join(map(letter.__getitem__, spelled)), ligature.LigGlyph


def _our_words() -> list[str]:
    files = chain.from_iterable((ROOT / name).rglob("*.py") for name in INTERFACE)
    found = chain.from_iterable(QUOTED.findall(one.read_text("utf-8")) for one in files)
    return sorted({quoted or named for quoted, named in found})


def _scripts() -> list[Path]:
    return list((frontend.folder() / "static" / "js").glob("*.js"))
