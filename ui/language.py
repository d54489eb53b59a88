"""The language of the page, and the words of the catalogues in it."""

import gettext as catalogues
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, update_wrapper
from pathlib import Path
from typing import TypeVar

from domain.bilingual import Bilingual, Language

Words = TypeVar("Words")

TRANSLATIONS = Path(__file__).parents[1] / "translations"

_current: ContextVar[Language] = ContextVar("language", default=Language.INDONESIAN)


def speak(language: Language) -> None:
    """Make `language` the one that this script run speaks."""
    _current.set(language)


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Speak another language for a while, as for words to be sent to somebody."""
    before = _current.set(language)
    try:
        yield
    finally:
        _current.reset(before)


def current() -> Language:
    """Return the language that this script run speaks."""
    return _current.get()


def once_a_language(say: Callable[[], Words]) -> Callable[[], Words]:
    """Return a function that says a list of words once in each language.

    All sessions share the list, so nobody may change it.
    """

    @cache
    def said(_: Language) -> Words:
        return say()

    return update_wrapper(lambda: said(current()), say)


def gettext(message: str) -> str:
    """Return an English message in the current language."""
    return _catalogue(current()).gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Return an English message in the current language, in the number of `count`."""
    return _catalogue(current()).ngettext(one, many, count)


def name(of: Bilingual) -> str:
    """Return an official name in the current language."""
    return of.to(current())


@cache
def _catalogue(language: Language) -> catalogues.NullTranslations:
    return catalogues.translation("messages", TRANSLATIONS, [language.value])
