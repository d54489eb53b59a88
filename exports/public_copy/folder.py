"""A folder that changes all at once, or not at all.

The folder is a symbolic link to a sibling. A new sibling is written and flushed to the
disk before the link turns to it, so a reader sees the whole old copy or the whole new
one, and a disk that is full leaves the old one in place.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

READABLE = 0o755  # a web server reads it under another account


class NotOurs(Exception):
    """There is something in the place of the copy that this did not write."""


def replace(place: Path, write: Callable[[Path, Path | None], None]) -> None:
    """Put a new folder in a place, one writer at a time.

    Args:
        place: Where the folder is read.
        write: Fills a new, empty folder; is given the old one, if there is one.

    Raises:
        NotOurs: The place holds files of somebody else; nothing was changed.
        OSError: The folder could not be written; the old one is in its place.
    """
    place = place.absolute()
    place.parent.mkdir(parents=True, exist_ok=True)
    with _alone(place):
        old = _old(place)
        _remove_unfinished(place, old)
        new = Path(tempfile.mkdtemp(prefix=_prefix(place), dir=place.parent))
        try:
            write(new, old)
            _flush(new)
            new.chmod(READABLE)
            _turn(place, new)
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            raise
        if old:
            shutil.rmtree(old, ignore_errors=True)


def _prefix(place: Path) -> str:
    return f".{place.name}-"


def _old(place: Path) -> Path | None:
    """Return the folder that is read at present, if there is one."""
    if place.is_symlink():
        old = place.resolve()
        if old.parent != place.parent or not old.name.startswith(_prefix(place)):
            raise NotOurs(f"{place} is a link that leads elsewhere.")
        return old if old.exists() else None
    if place.is_dir() and not any(place.iterdir()):
        place.rmdir()
    if place.exists():
        raise NotOurs(f"{place} holds files that are no public copy.")
    return None


def _remove_unfinished(place: Path, old: Path | None) -> None:
    """Remove what a writer left that was stopped in the middle."""
    for left in place.parent.glob(f"{_prefix(place)}*"):
        if left.is_dir() and left != old:
            shutil.rmtree(left, ignore_errors=True)


def _flush(folder: Path) -> None:
    """Wait until every file and every folder is on the disk.

    A file that the old folder has, too, is there since then.
    """
    for found in (folder, *folder.rglob("*")):
        if found.is_file() and found.stat().st_nlink > 1:
            continue
        handle = os.open(found, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _turn(place: Path, new: Path) -> None:
    link = new.with_name(f"{new.name}.link")
    link.symlink_to(new.name)
    link.replace(place)
    handle = os.open(place.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    """Wait until no other writer is at work on the place."""
    with (place.parent / f".{place.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
