"""Streamlit's front end as installed: its files, and what needs what."""

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TypedDict

TAG = re.compile(
    r'<script type="module"[^>]*></script>'
    r'|<link rel="(?:modulepreload|stylesheet)"[^>]*>'
)


class Chunk(TypedDict, total=False):
    """One entry of the manifest that Vite writes beside the files."""

    file: str
    imports: list[str]
    css: list[str]


def folder() -> Path:
    """Return the folder that Streamlit serves its front end from."""
    package = find_spec("streamlit")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("streamlit is not installed")
    return Path(package.origin).parent / "static"


def tags(page: str) -> list[str]:
    """Return the tags of Streamlit's page that load its scripts and styles."""
    return TAG.findall(page)


def files_of(sources: Iterable[str], manifest: Mapping[str, Chunk]) -> list[str]:
    """Return the files that some components load, each once, dependencies after.

    A component that this version of Streamlit does not have needs no file.

    Args:
        sources: Ends of the source files' names, such as `Metric/Metric.tsx`.
        manifest: Chunks by source file or, for shared ones, by a name of their own.
    """
    named = [key for source in sources for key in manifest if key.endswith(source)]
    chunks = dict.fromkeys(key for name in named for key in _closure(name, manifest))
    return list(
        dict.fromkeys(
            file
            for chunk in map(manifest.__getitem__, chunks)
            for file in [chunk["file"], *chunk.get("css", [])]
        )
    )


def _closure(name: str, manifest: Mapping[str, Chunk]) -> Iterator[str]:
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        key = waiting.pop(0)
        if key not in seen:
            seen.add(key)
            yield key
            waiting += manifest[key].get("imports", [])
