import pytest

from domain.bilingual import Language
from ui import language


@pytest.fixture(autouse=True)
def in_english():
    """Words are English, unless a test speaks Indonesian."""
    before = language.current()
    language.speak(Language.ENGLISH)
    yield
    language.speak(before)


@pytest.fixture
def in_indonesian():
    """Words are Indonesian."""
    language.speak(Language.INDONESIAN)
