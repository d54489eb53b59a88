import sys
import unicodedata

import pytest

from data_access.imports.characters import FORBIDDEN, RefusedCell, tidy
from domain.importing import RefusalKind


def test_nothing_that_can_be_printed_is_forbidden():
    every = map(chr, range(sys.maxunicode + 1))
    hidden = [each for each in every if unicodedata.category(each) in FORBIDDEN]
    assert not any(map(str.isprintable, hidden))


@pytest.mark.parametrize("unseen", ["\u202e", "\u200b", "\x00", "\ue000", "\u2028"])
def test_a_character_that_nobody_sees_is_refused(unseen):
    with pytest.raises(RefusedCell) as refused:
        tidy(f"Mata{unseen}ram")
    assert refused.value.kind is RefusalKind.STRANGE_CHARACTER


@pytest.mark.parametrize(
    "text", ["", "Mataram", "Lombok\u00a0Utara", "baris satu\nbaris dua", "\u2026"]
)
def test_a_text_that_people_see_is_kept(text):
    assert tidy(f" {text} ") == text
