"""Names that the commission keeps in Indonesian and in English."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A language of the interface, by its ISO 639-1 code."""

    INDONESIAN = "id"
    ENGLISH = "en"


def language_of(asked: str) -> Language:
    """Return the language that a text names; Indonesian for any other text."""
    return Language(asked) if asked in set(Language) else Language.INDONESIAN


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One official name in both languages of the interface."""

    indonesian: str
    english: str

    def __post_init__(self) -> None:
        if not self.indonesian.strip():
            raise ValueError("a name needs its Indonesian form")

    def to(self, language: Language) -> str:
        """Return the name in a language; Indonesian where English is missing."""
        if language is Language.ENGLISH and self.english:
            return self.english
        return self.indonesian
