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
LASTING = 64  # the same, of values that outlast a data revision

_clear: list[Callable[[], None]] = []
_clear_lasting: list[Callable[[], None]] = []
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
        return _cached(find, key, KEPT, _clear)

    return decorate


def lasting(find: Callable[Given, Value]) -> Callable[Given, Value]:
    """Return a function like `kept` that another data revision leaves its values.

    Its arguments tell what was written and not only when, as `ui.known.State` does.
    """
    return _cached(find, hashkey, LASTING, _clear_lasting)


def forgotten_with(clear: Callable[[], None]) -> None:
    """Let `clear` be called too when every value is forgotten."""
    _clear_lasting.append(clear)


def forget() -> None:
    """Forget every value, as after another database took the place of the first."""
    for clear in (*_clear, *_clear_lasting):
        clear()


def follow(revision: int) -> None:
    """Forget what was found for another data revision; nobody asks for it again.

    On a day with an edit every few minutes it would fill 100 MB and more.
    """
    global _revision
    if revision != _revision:
        _revision = revision
        for clear in _clear:
            clear()


def _cached(
    find: Callable[Given, Value],
    key: Callable[..., Hashable],
    size: int,
    clear: list[Callable[[], None]],
) -> Callable[Given, Value]:
    cache: LRUCache[Hashable, Value] = LRUCache(size)
    found = cached(cache, key, condition=Condition())(find)
    clear.append(found.cache_clear)
    return found
