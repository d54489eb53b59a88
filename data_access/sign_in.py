"""Signing in, and changing one's own password."""

from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, Engine, Row, select

from data_access import attempts
from data_access.account_changes import set_password
from data_access.attempts import Attempt, Refusal, Refused
from data_access.database import writing
from data_access.journal import Author
from data_access.passwords import matches
from data_access.person_checks import CODE
from data_access.sessions import open_session
from data_access.tables import credentials, people
from domain.password import PasswordFault, WeakPassword, normalised

NO_NAME = ""
"""Stands for everything typed that cannot be a name."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A session that has begun.

    Attributes:
        token: What the browser shows from now on; stored nowhere.
        must_change_password: Whether somebody else chose the password.
    """

    token: str = field(repr=False)
    must_change_password: bool


def sign_in(engine: Engine, attempt: Attempt) -> Opened | Refused:
    """Return a new session for the right name and password, or why there is none.

    Takes as long for an unknown name as for a wrong password, and says the same.
    """
    attempt = _as_stored(attempt)
    verified = _verify(engine, attempt)
    if isinstance(verified, Refused):
        return verified
    with writing(engine).begin() as connection:
        attempts.forgive(connection, attempt.code)
        token = open_session(
            connection, attempt.code, verified.password_hash, attempt.at
        )
    return Opened(token, verified.must_change_password)


def change_password(
    engine: Engine, attempt: Attempt, password: str
) -> Opened | Refused:
    """Change one's own password, end every session, and return a new one.

    Args:
        engine: The database.
        attempt: Name and present password; wrong ones count as they do at sign-in.
        password: The new password.

    Raises:
        WeakPassword: The new password may not be chosen.
    """
    attempt = _as_stored(attempt)
    verified = _verify(engine, attempt)
    if isinstance(verified, Refused):
        return verified
    with writing(engine).begin() as connection:
        attempts.forgive(connection, attempt.code)
    if normalised(password) == normalised(attempt.password):
        raise WeakPassword(PasswordFault.IS_THE_SAME)
    author = Author(actor=attempt.code, reason="own password changed", at=attempt.at)
    with writing(engine).begin() as connection:
        stored = set_password(
            connection, attempt.code, password, is_own=True, by=author
        )
        token = open_session(connection, attempt.code, stored, attempt.at)
    return Opened(token, must_change_password=False)


def _verify(engine: Engine, attempt: Attempt) -> Row[str, bool, bool] | Refused:
    """Return the row of somebody who typed the right password, or the refusal."""
    with writing(engine).begin() as connection:
        number = attempts.note(connection, attempt)
    # Another transaction, which sees every attempt that was stored before this point.
    with writing(engine).begin() as connection:
        refused = attempts.refusal(connection, attempt, number)
        if refused is not None:
            attempts.withdraw(connection, number)
            return refused
        stored = _stored(connection, attempt.code)
    # Outside the transactions, because it takes its time.
    is_right = matches(stored.password_hash if stored else None, attempt.password)
    if stored is None or not is_right:
        return Refused(Refusal.WRONG)
    return Refused(Refusal.DISABLED) if stored.is_disabled else stored


def _stored(connection: Connection, code: str) -> Row[str, bool, bool] | None:
    query = (
        select(
            credentials.c.password_hash,
            people.c.must_change_password,
            people.c.is_disabled,
        )
        .join(people, people.c.code == credentials.c.person_code)
        .where(people.c.code == code)
    )
    return connection.execute(query).one_or_none()


def _as_stored(attempt: Attempt) -> Attempt:
    typed = normalised(attempt.code).strip().casefold()
    return replace(attempt, code=typed if CODE.fullmatch(typed) else NO_NAME)
