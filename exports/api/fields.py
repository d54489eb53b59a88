"""What a table of open data is made of: fields that read and describe a value."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any, Generic, TypeAlias, TypeVar

from domain.bilingual import Bilingual
from domain.provenance import Confidence, Provenance
from exports.edition import Edition

Item = TypeVar("Item")
Value: TypeAlias = str | int | float | bool | None
Row: TypeAlias = dict[str, Value]

_TYPES: Mapping[type, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    Decimal: {"type": "number"},
    Fraction: {"type": "number"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(Generic[Item]):
    """One value of each row.

    Attributes:
        name: Its name, in every form of the table.
        type: Type of the value before it is written; a StrEnum is one of its values.
        says: What it says, in English.
        of: Reads it from an item.
        is_optional: Whether it may be missing.
    """

    name: str
    type: type
    says: str
    of: Callable[[Item], Any]
    is_optional: bool = False

    def value(self, item: Item) -> Value:
        """Return the value of an item as JSON writes it."""
        read = self.of(item)
        if isinstance(read, date):
            return read.isoformat()
        if isinstance(read, Decimal | Fraction):
            return round(float(read), 6)
        return None if read is None else self._plain(read)

    def schema(self) -> dict[str, Any]:
        """Return the JSON schema of the value."""
        return {**self._type(), "description": self.says}

    def _plain(self, read: str | int) -> Value:
        return str(read) if isinstance(read, StrEnum) else read

    def _type(self) -> dict[str, Any]:
        if issubclass(self.type, StrEnum):
            choices: list[str | None] = [each.value for each in self.type]
            if self.is_optional:
                return {"type": ["string", "null"], "enum": [*choices, None]}
            return {"type": "string", "enum": choices}
        told = _TYPES[self.type]
        return told | {"type": [told["type"], "null"]} if self.is_optional else told


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A part of the address that leaves only some rows.

    Attributes:
        part: Name of the part.
        field: Field that must have its value.
        known: Gives the values that exist.
    """

    part: str
    field: str
    known: Callable[[Edition], Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Generic[Item]):
    """A table of open data.

    Attributes:
        name: Its name in the address.
        says: What it holds, in English.
        fields: Its fields, in their order.
        items: Gives what its rows are made of.
        filters: Parts of the address that leave only some rows.
    """

    name: str
    says: str
    fields: tuple[Field[Item], ...]
    items: Callable[[Edition], Sequence[Item]]
    filters: tuple[Filter, ...] = ()

    def rows(self, edition: Edition, wanted: Mapping[str, str]) -> list[Row]:
        """Return the rows of an edition.

        Args:
            edition: Election and day.
            wanted: Value that a row must have, by name of the field.
        """
        rows = (
            {field.name: field.value(item) for field in self.fields}
            for item in self.items(edition)
        )
        return [
            row
            for row in rows
            if all(row[name] == value for name, value in wanted.items())
        ]


def must(name: str, kind: type, says: str, of: Callable[[Item], Any]) -> Field[Item]:
    """Return a field that every row has."""
    return Field(name=name, type=kind, says=says, of=of)


def may(name: str, kind: type, says: str, of: Callable[[Item], Any]) -> Field[Item]:
    """Return a field that some rows lack."""
    return Field(name=name, type=kind, says=says, of=of, is_optional=True)


def named(stem: str, says: str, of: Callable[[Item], Bilingual]) -> list[Field[Item]]:
    """Return the two fields of a name in both languages; English may be empty."""
    return [
        must(f"{stem}_indonesian", str, says, lambda item: of(item).indonesian),
        must(
            f"{stem}_english", str, f"{says}, or empty", lambda item: of(item).english
        ),
    ]


def sourced(of: Callable[[Item], Provenance]) -> list[Field[Item]]:
    """Return the fields that tell where a fact comes from."""
    source = "Address, regulation or minutes the facts were read in"
    confidence = "How the facts were established"
    return [
        must("source", str, source, lambda item: of(item).source),
        must("confidence", Confidence, confidence, lambda item: of(item).confidence),
    ]


def simulated(of: Callable[[Item], bool]) -> Field[Item]:
    """Return the field that tells whether a row holds a simulated figure."""
    says = "Whether a figure of this row is made up for the demonstration"
    return must("simulated", bool, says, of)
