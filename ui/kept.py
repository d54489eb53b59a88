"""Values kept for all sessions; each follows from its arguments alone.

Streamlit's own caches inspect the signature and hash every argument on each call,
which costs a rerun more than the rest of what it does with kept values.
"""

from collections.abc import Callable, Hashable
from threading import Condition
from typing import ParamSpec, TypeVar

from cachetools import LRUCache, cached
from cachetools.keys import hashkey

Given = ParamSpec("Given")
Value = TypeVar("Value")

KEPT = 256  # values of one function, the longest unused gives way

_clear: list[Callable[[], None]] = []
_revision: int | None = None


def kept(find: Callable[Given, Value]) -> Callable[Given, Value]:
    """Return a function that finds each value once; visitors who ask meanwhile wait.

    All sessions share the value, so nobody may change it. The arguments are hashable.
    """
    return kept_by(hashkey)(find)


def kept_by(
    key: Callable[..., Hashable],
) -> Callable[[Callable[Given, Value]], Callable[Given, Value]]:
    """Return a decorator like `kept`, for a key made from the arguments."""

    def decorate(find: Callable[Given, Value]) -> Callable[Given, Value]:
        cache: LRUCache[Hashable, Value] = LRUCache(KEPT)
        found = cached(cache, key, condition=Condition())(find)
        _clear.append(found.cache_clear)
        return found

    return decorate


def forgotten_with(clear: Callable[[], None]) -> None:
    """Let `clear` be called as often as the kept values are forgotten."""
    _clear.append(clear)


def forget() -> None:
    """Forget every value, as after another database took the place of the first."""
    for clear in _clear:
        clear()


def follow(revision: int) -> None:
    """Forget what was found for another data revision; nobody asks for it again.

    On a day with an edit every few minutes it would fill 100 MB and more.
    """
    global _revision
    if revision != _revision:
        _revision = revision
        forget()
