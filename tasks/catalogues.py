"""Checks that each language has every text of the interface."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
SPEAKING = ("dashboard.py", "pages/*.py", "projector/*.py", "ui/*.py", "web/*.py")
"""Files that hold texts of the interface."""

CATALOGUES = "translations/*/LC_MESSAGES/messages.po"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text of the interface, or its singular and plural, with its context."""

    forms: tuple[str, ...]
    context: str | None


def gaps(root: Path = ROOT) -> Iterator[str]:
    """Yield, for each language, what its catalogue lacks, one line each."""
    texts = sorted(set(_texts(root)), key=str)
    for path in sorted(root.glob(CATALOGUES)):
        with path.open("rb") as lines:
            catalogue = read_po(lines, locale=path.parents[1].name)
        for text in texts:
            gap = _gap(text, catalogue.get(text.forms[0], text.context))
            if gap:
                yield f"{path.relative_to(root)}: {text.forms[0]!r} {gap}"


def _texts(root: Path) -> Iterator[Text]:
    for pattern in SPEAKING:
        for path in root.glob(pattern):
            with path.open("rb") as lines:
                for _, text, _, context in extract("python", lines):
                    forms = (text,) if isinstance(text, str) else tuple(text)
                    if forms[0]:
                        yield Text(context=context, forms=forms)


def _gap(text: Text, message: Message | None) -> str:
    if message is None:
        return "is missing"
    if message.fuzzy:
        return "is not settled (fuzzy)"
    translated = message.string
    forms = (translated,) if isinstance(translated, str) else tuple(translated)
    if not all(forms):
        return "is not translated"
    if any(_places(form) - _places(*text.forms) for form in forms):
        return "has a placeholder that the text has not"
    return ""


def _places(*texts: str) -> set[str | None]:
    return {name for text in texts for _, name, _, _ in Formatter().parse(text)}
