"""Streamlit's files and ours, each compressed once and then sent so.

`python -m web.assets` makes the compressed copies, and the typeface of what is printed.
A copy is named after the content it is of, so it can be missing but never stale; a file
without one goes out as it is.
"""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from itertools import product
from pathlib import Path
from threading import get_ident

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from reports import typeface
from web import frontend, icons
from web.content import Coding, Content, compress, tag_of

OURS = Path(__file__).parents[1] / "static"
COPIES = Path(__file__).parents[1] / "var" / "cache" / "assets"

MEDIA_TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".png": "image/png",
}
COMPRESSIBLE = {".js", ".css", ".svg"}
# Larger are only the scripts of maps, plots and diagrams, which no page of ours shows.
LARGEST_COMPRESSED = 900_000  # bytes

# Streamlit names each file after its content; ours keep their names. The icons cut
# out are sent under Streamlit's name for all icons, so a browser must ask each time.
FOR_EVER = "public, max-age=31536000, immutable"
FOR_AN_HOUR = "public, max-age=3600"
ASK_FIRST = "no-cache"


def addresses(copies: Path) -> dict[str, Path]:
    """Return every file that is served here, by the path of its address."""
    theirs = frontend.folder()
    files = {
        **{f"/{_path(file, theirs)}": file for file in _files(theirs / "static")},
        **{f"/app/static/{_path(file, OURS)}": file for file in _files(OURS)},
        "/favicon.png": OURS / "icon.png",
    }
    cut_out = icons.cut_out(copies)
    if cut_out.exists():
        files[f"/{_path(icons.typeface(), theirs)}"] = cut_out
    return files


def prepare(files: Iterable[Path], copies: Path) -> None:
    """Make the compressed copies that the folder `copies` lacks; takes seconds."""
    copies.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor() as pool:
        pairs = product(files, Coding)
        made = pool.map(lambda pair: _copy(pair[0], pair[1], copies), pairs)
        list(made)  # raises what a thread has raised


def content(file: Path, copies: Path) -> Content:
    """Return a file together with those compressed copies of it that exist."""
    tag = tag_of(file.read_bytes())
    found = {coding: copies / f"{tag}.{coding}" for coding in Coding}
    return Content(
        body=cache(lambda coding: found.get(coding, file).read_bytes()),
        codings=[coding for coding, copy in found.items() if copy.exists()],
        media_type=MEDIA_TYPES[file.suffix],
        cache_control=_cache_control(file, copies),
        tag=tag,
    )


class Assets:
    """Sends the files, and passes on every request for something else."""

    def __init__(self, app: ASGIApp, *, copies: Path = COPIES) -> None:
        self._app = app
        self._files = addresses(copies)
        self._content = cache(partial(content, copies=copies))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the file at the address, if it is one of ours or of Streamlit's."""
        file = self._files.get(scope["path"]) if scope["type"] == "http" else None
        if file is None or scope["method"] not in {"GET", "HEAD"}:
            await self._app(scope, receive, send)
        else:
            response = self._content(file).answer(Headers(scope=scope))
            await response(scope, receive, send)


def _cache_control(file: Path, copies: Path) -> str:
    if copies in file.parents:
        return ASK_FIRST
    return FOR_AN_HOUR if OURS in file.parents else FOR_EVER


def _files(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.suffix in MEDIA_TYPES]


def _path(file: Path, folder: Path) -> str:
    return file.relative_to(folder).as_posix()


def _copy(file: Path, coding: Coding, copies: Path) -> None:
    if file.suffix not in COMPRESSIBLE or file.stat().st_size > LARGEST_COMPRESSED:
        return
    plain = file.read_bytes()
    copy = copies / f"{tag_of(plain)}.{coding}"
    if not copy.exists():
        # Two files may hold the same, and be copied at the same moment.
        unfinished = copy.with_suffix(f".{coding}.{get_ident()}.unfinished")
        unfinished.write_bytes(compress(plain, coding))
        unfinished.replace(copy)


if __name__ == "__main__":
    prepare(addresses(COPIES).values(), COPIES)
    icons.cut(COPIES)
    typeface.folder()
