import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from exports.routes import served


@pytest.fixture
def site(demonstration):
    """A client of everything that leaves the screen, on the demonstration."""
    assert demonstration.exists()
    return TestClient(Starlette(routes=served()))
