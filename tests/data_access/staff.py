"""People of the staff with defaults, so that a test shows only what it is about."""

from datetime import UTC, datetime

from data_access.account_changes import add_person, set_password
from data_access.journal import Author
from domain.person import Person, Role

NOW = datetime(2022, 9, 8, 3, 0, tzinfo=UTC)
FIRST_PASSWORD = "pinjaman-dari-admin"
PASSWORD = "sasambo bumi gora"
BY_ADMIN = Author(actor="admin", reason="new colleague", at=NOW)


def person(code="baiq", **values):
    return Person(**{"code": code, "name": "Baiq Ratna", "role": Role.EDITOR} | values)


def store_person(connection, code="baiq", **values):
    """Store somebody who has chosen a password of their own."""
    store_newcomer(connection, code, **values)
    set_password(connection, code, PASSWORD, is_own=True, by=BY_ADMIN)


def store_newcomer(connection, code="baiq", **values):
    """Store somebody who still has the password of the administrator."""
    add_person(connection, person(code, **values), FIRST_PASSWORD, by=BY_ADMIN)
