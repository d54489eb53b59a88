from datetime import UTC, datetime

import pytest
from starlette.datastructures import QueryParams

from projector.show import visit_of, wish_of
from ui import language

NOW = datetime(2022, 9, 8, 1, 0, tzinfo=UTC)


@pytest.fixture
def looking(demonstration):
    """Return what gives the visit that a query string asks for."""
    assert demonstration.exists()

    def look(query=""):
        wish = wish_of(QueryParams(query))
        language.speak(wish.language)
        return visit_of(wish)

    return look
