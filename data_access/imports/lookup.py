"""Finds a party, region, phase, milestone or reason by its code or a name."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from data_access.imports.characters import RefusedCell, tidy
from data_access.imports.grid import Cell
from domain.bilingual import Bilingual
from domain.importing import RefusalKind

MOST_GUESSES = 200
"""Unknown names of one file that are compared with the known ones."""


def key_of(text: str) -> str:
    """Return a name without case, spaces and signs, by which names are compared."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in plain if character.isalnum())


def in_both(*names: Bilingual) -> tuple[str, ...]:
    """Return names as a file may write them: in either language."""
    return tuple(each for name in names for each in (name.indonesian, name.english))


@dataclass(frozen=True, slots=True)
class Lookup:
    """Codes by the keys of all their names.

    Attributes:
        codes: Codes of each key; more than one where things share a name.
        names: A name of each key, as people write it.
        guesses: Nearest names found so far, by the key of the unknown one.
    """

    codes: Mapping[str, tuple[str, ...]]
    names: Mapping[str, str]
    guesses: dict[str, str] = field(default_factory=dict)

    def find(self, cell: Cell) -> str:
        """Return the code that a cell names.

        Raises:
            RefusedCell: The name is unknown, or belongs to several things.
        """
        key = key_of(tidy(cell))
        codes = self.codes.get(key, ())
        if len(codes) == 1:
            return codes[0]
        if codes:
            raise RefusedCell(RefusalKind.AMBIGUOUS_NAME, codes=", ".join(codes))
        raise RefusedCell(RefusalKind.UNKNOWN, nearest=self._nearest(key))

    def _nearest(self, key: str) -> str:
        if key not in self.guesses and len(self.guesses) < MOST_GUESSES:
            near = get_close_matches(key, self.codes, n=1)
            self.guesses[key] = self.names[near[0]] if near else ""
        return self.guesses.get(key, "")


def lookup_of(named: Iterable[tuple[str, Iterable[str]]]) -> Lookup:
    """Return the lookup of things, each with its code and its names.

    A code goes before a name: what is one thing's code finds that thing alone.
    """
    things = [(code, tuple(names)) for code, names in named]
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    shown: dict[str, str] = {}
    for code, names in things:
        for name in filter(None, names):
            found[key_of(name)][code] = None
            shown.setdefault(key_of(name), name)
    codes = {key: tuple(of_key) for key, of_key in found.items()}
    for code, _names in things:
        codes[key_of(code)] = (code,)
        shown.setdefault(key_of(code), code)
    return Lookup(codes, shown)
