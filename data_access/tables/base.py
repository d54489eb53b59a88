"""What the tables share: names of constraints, types of columns, sources of facts."""

from collections.abc import Iterable
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar, cast

from sqlalchemy import (
    Column,
    DateTime,
    Dialect,
    Enum,
    Integer,
    MetaData,
    Named,
    String,
    Text,
    TypedColumns,
    TypeDecorator,
)
from sqlalchemy.types import TypeEngine

from domain.provenance import Confidence
from domain.verification import Verdict

Choice = TypeVar("Choice", bound=StrEnum)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

CODE = String(80)
"""Type of every code that stands in an address or names a row."""


def _values(choices: type[StrEnum]) -> list[str]:
    return [choice.value for choice in choices]


def one_of(choices: type[Choice], name: str) -> TypeEngine[Choice]:
    """Return the type of a column that holds one value of an enumeration.

    Args:
        choices: The enumeration; its values are stored, not its names.
        name: Name of the check constraint that guards it.
    """
    kind = Enum(
        choices,
        name=name,
        native_enum=False,
        create_constraint=True,
        length=40,
        values_callable=_values,
    )
    return cast("TypeEngine[Choice]", kind)


class Instant(TypeDecorator[datetime]):
    """An instant, stored in UTC and read back aware on every engine."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        """Return the instant in UTC; SQLite keeps it without its zone.

        Raises:
            ValueError: The instant names no zone.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"the instant {value} names no zone")
        instant = value.astimezone(UTC)
        return instant.replace(tzinfo=None) if dialect.name == "sqlite" else instant

    def process_result_value(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        """Return the stored instant, aware, in UTC."""
        if value is None:
            return None
        if dialect.name == "sqlite":
            return value.replace(tzinfo=UTC)
        return value.astimezone(UTC)


class Share(TypeDecorator[Fraction]):
    """A share kept exactly, as `3/4`."""

    impl = String(40)
    cache_ok = True

    def process_bind_param(
        self,
        value: Fraction | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's signature
    ) -> str | None:
        """Return the share as numerator and denominator."""
        return None if value is None else str(value)

    def process_result_value(
        self,
        value: str | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's signature
    ) -> Fraction | None:
        """Return the stored share."""
        return None if value is None else Fraction(value)


class Points(TypeDecorator[Decimal]):
    """Points kept exactly, as `16.23125`."""

    impl = String(40)
    cache_ok = True

    def process_bind_param(
        self,
        value: Decimal | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's signature
    ) -> str | None:
        """Return the points in digits."""
        return None if value is None else f"{value:f}"

    def process_result_value(
        self,
        value: str | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's signature
    ) -> Decimal | None:
        """Return the stored points."""
        return None if value is None else Decimal(value)


class VerdictSet(TypeDecorator[frozenset[Verdict]]):
    """A set of verdicts, kept as `BMS MS TMS`."""

    impl = String(20)
    cache_ok = True

    def process_bind_param(
        self,
        value: Iterable[Verdict] | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's signature
    ) -> str | None:
        """Return the verdicts in alphabetical order."""
        return None if value is None else " ".join(sorted(value))

    def process_result_value(
        self,
        value: str | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's signature
    ) -> frozenset[Verdict] | None:
        """Return the stored verdicts."""
        return None if value is None else frozenset(map(Verdict, value.split()))


class TextSet(TypeDecorator[frozenset[str]]):
    """A set of texts, kept one a line in alphabetical order."""

    impl = Text
    cache_ok = True

    def process_bind_param(
        self,
        value: Iterable[str] | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's signature
    ) -> str | None:
        """Return the texts, one a line."""
        return None if value is None else "\n".join(sorted(value))

    def process_result_value(
        self,
        value: str | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's signature
    ) -> frozenset[str] | None:
        """Return the stored texts."""
        return None if value is None else frozenset(value.splitlines())


class Sourced(TypedColumns):
    """Columns of every row that states a fact."""

    source: Named[str] = Column(Text)
    confidence: Named[Confidence] = Column(one_of(Confidence, "confidence"))
    note: Named[str] = Column(Text, default="")


class Versioned(TypedColumns):
    """Column of every row that may change; a save names the version it opened."""

    version: Named[int] = Column(Integer, default=1)
