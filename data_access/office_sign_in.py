"""Signing in somebody that the office's identity provider vouches for."""

from datetime import datetime

from sqlalchemy import Connection, Engine, or_, select

from data_access.attempts import Refusal, Refused
from data_access.database import writing
from data_access.rows import AnyRow
from data_access.sessions import open_provider_session
from data_access.sign_in import Opened
from data_access.tables import people
from domain.office_account import OfficeAccount


def sign_in_from_office(
    engine: Engine, account: OfficeAccount, at: datetime
) -> Opened | Refused:
    """Return a new session of the person an office account belongs to, or why not.

    It is the person with its subject; else the one with its e-mail address, if the
    provider vouches for the address and no other subject is known of them.

    Args:
        engine: The database.
        account: What the provider says.
        at: Instant of the sign-in, aware.
    """
    with writing(engine).begin() as connection:
        row = _owner(connection, account)
        if row is None:
            is_unverified = account.email and not account.is_verified
            return Refused(Refusal.UNVERIFIED if is_unverified else Refusal.UNKNOWN)
        if row.is_disabled:
            return Refused(Refusal.DISABLED)
        token = open_provider_session(connection, row.code, account.subject, at)
    return Opened(token, must_change_password=False)


def _owner(connection: Connection, account: OfficeAccount) -> AnyRow | None:
    is_named = people.c.subject == account.subject
    if account.is_verified:
        has_address = people.c.email == account.email
        is_named = or_(is_named, has_address & people.c.subject.is_(None))
    # Where the subject is one person's and the address another's, the subject counts.
    query = select(people).where(is_named).order_by(people.c.subject.is_(None)).limit(1)
    return connection.execute(query).one_or_none()
