"""Tables of the staff: people, their passwords, sessions and attempts to sign in.

Only `people` is journalled. The others hold secrets and traces that are no facts.
"""

from datetime import datetime

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Named,
    String,
    Table,
    Text,
    TypedColumns,
    text,
)

from data_access.tables.base import (
    CODE,
    Instant,
    TextSet,
    Versioned,
    metadata,
    one_of,
)
from domain.bilingual import Language
from domain.person import Role

SHA_256 = String(64)
"""Type of a SHA-256 in hexadecimal."""


class PersonColumns(Versioned):
    """Columns of the `people` table.

    Regions and divisions are part of the row, so that one journal entry shows what a
    person might do before and after.
    """

    code: Named[str] = Column(CODE, primary_key=True)
    name: Named[str] = Column(Text)
    role: Named[Role] = Column(one_of(Role, "role"))
    regions: Named[frozenset[str]] = Column(TextSet, default=frozenset())
    divisions: Named[frozenset[str]] = Column(TextSet, default=frozenset())
    language: Named[Language] = Column(
        one_of(Language, "language"), default=Language.INDONESIAN
    )
    email: Named[str] = Column(Text, default="")
    subject: Named[str | None] = Column(Text)  # what the identity provider calls them
    is_disabled: Named[bool] = Column(default=False)
    must_change_password: Named[bool] = Column(default=True)
    password_set_at: Named[datetime] = Column(Instant)


people = Table(
    "people",
    metadata,
    PersonColumns,
    CheckConstraint("code <> '' AND code = lower(code)", name="code_is_lower_case"),
    CheckConstraint("name <> ''", name="is_named"),
    CheckConstraint("version >= 1", name="version_counts_from_1"),
    # Either tells who somebody is that the identity provider vouches for.
    Index(
        "uq_people_email",
        "email",
        unique=True,
        sqlite_where=text("email <> ''"),
        postgresql_where=text("email <> ''"),
    ),
    Index("uq_people_subject", "subject", unique=True),
)


class CredentialColumns(TypedColumns):
    """Columns of the `credentials` table; the journal never sees them."""

    person_code: Named[str] = Column(CODE, ForeignKey("people.code"), primary_key=True)
    password_hash: Named[str] = Column(Text)


credentials = Table("credentials", metadata, CredentialColumns)


class SessionColumns(TypedColumns):
    """Columns of the `sessions` table; the token itself is nowhere stored."""

    token_hash: Named[str] = Column(SHA_256, primary_key=True)
    person_code: Named[str] = Column(CODE, ForeignKey("people.code"), index=True)
    opened_at: Named[datetime] = Column(Instant)
    last_used_at: Named[datetime] = Column(Instant)
    ended_at: Named[datetime | None] = Column(Instant)
    provider_subject: Named[str | None] = Column(Text)  # None: opened by a password


sessions = Table(
    "sessions",
    metadata,
    SessionColumns,
    CheckConstraint("last_used_at >= opened_at", name="is_used_once_open"),
)


class SignInAttemptColumns(TypedColumns):
    """Columns of the `sign_in_attempts` table: those that were not successful."""

    id: Named[int] = Column(Integer, primary_key=True)
    at: Named[datetime] = Column(Instant)
    address: Named[str] = Column(CODE)
    code: Named[str] = Column(CODE)  # as typed: nobody may have that name


sign_in_attempts = Table(
    "sign_in_attempts",
    metadata,
    SignInAttemptColumns,
    Index("ix_sign_in_attempts_address_at", "address", "at"),
    Index("ix_sign_in_attempts_code_at", "code", "at"),
)
