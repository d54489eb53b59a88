"""What the rows of several tables have in common, as domain values."""

from typing import Any, TypeAlias

from sqlalchemy import Row

from domain.bilingual import Bilingual
from domain.provenance import Provenance

AnyRow: TypeAlias = Row[*tuple[Any, ...]]
"""A row of a query, read by the names of its columns."""


def provenance_of(row: AnyRow) -> Provenance:
    """Return where the row's fact comes from."""
    return Provenance(source=row.source, confidence=row.confidence, note=row.note)


def optional_name(indonesian: str, english: str) -> Bilingual | None:
    """Return a name kept in two columns, or None where they are empty."""
    return Bilingual(indonesian, english) if indonesian else None
