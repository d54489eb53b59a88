"""Staff of the office, signed in."""

from datetime import UTC, datetime

from sqlalchemy import URL

from data_access.account_changes import add_person, set_password
from data_access.database import engine_for, writing
from data_access.journal import Author
from data_access.sessions import open_session
from domain.person import Person, Role

PASSWORD = "sasambo bumi gora"


def sign_in(url: URL, code: str) -> str:
    """Add an editor to the staff and return the token of a session of theirs."""
    now = datetime.now(UTC)
    by = Author(actor="bench", reason="staff of the benchmark", at=now)
    person = Person(code=code, name=code.capitalize(), role=Role.EDITOR)
    with writing(engine_for(url)).begin() as connection:
        add_person(connection, person, PASSWORD, by=by)
        verified = set_password(connection, code, PASSWORD, is_own=True, by=by)
        return open_session(connection, code, verified, now)
