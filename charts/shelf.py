"""Shapes kept between starts of the server, so that Altair makes each only once.

A shape depends on the code of this package and on Altair alone, so its file is named
by both and by what it was made for. Without a folder to write to it is made anew.
"""

import hashlib
import json
import os
from collections.abc import Callable
from contextlib import suppress
from functools import cache, wraps
from importlib.metadata import version
from pathlib import Path
from typing import ParamSpec

from charts.template import Spec

PACKAGE = Path(__file__).parent
FOLDER = PACKAGE.parent / "var" / "cache" / "shapes"

Given = ParamSpec("Given")


def shelved(build: Callable[Given, Spec]) -> Callable[Given, Spec]:
    """Return a function that builds each shape once and finds it on the shelf after.

    The arguments must have a `repr` that tells them apart.
    """
    known: dict[tuple[object, ...], Spec] = {}

    @wraps(build)
    def find(*args: Given.args, **kwargs: Given.kwargs) -> Spec:
        key = (*args, *kwargs.items())
        if key not in known:
            made_for = f"{build.__module__}.{build.__qualname__}{key!r}"
            file = FOLDER / f"{_digest(_edition() + made_for)}.json"
            shape = _read(file)
            if shape is None:
                shape = build(*args, **kwargs)
                _write(file, shape)
            known[key] = shape
        return known[key]

    return find


def _read(file: Path) -> Spec | None:
    try:
        shape: Spec = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return shape


def _write(file: Path, shape: Spec) -> None:
    """Write a shape so that no reader ever sees half of it."""
    part = file.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(shape), encoding="utf-8")
        part.replace(file)


@cache
def _edition() -> str:
    """Return what tells this code and this Altair from any other."""
    sources = sorted(PACKAGE.glob("*.py"))
    code = "".join(source.read_text(encoding="utf-8") for source in sources)
    return _digest(version("altair") + code)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]
