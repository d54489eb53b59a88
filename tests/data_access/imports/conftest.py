import pytest
from sqlalchemy import event


@pytest.fixture
def statements(connection):
    """The statements that the connection runs from here on."""
    seen = []

    def note(_connection, _cursor, statement, *_rest):
        seen.append(statement)

    event.listen(connection, "before_cursor_execute", note)
    yield seen
    event.remove(connection, "before_cursor_execute", note)
