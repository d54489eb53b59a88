import pytest

from domain.typed_text import clean_reason
from domain.violation import Refused, insist


@pytest.mark.parametrize("reason", ["abc", "a" * 500, "  abc  ", "Ralat BA 12/2022"])
def test_a_reason_of_three_to_five_hundred_characters_passes_stripped(reason):
    assert clean_reason(reason) == reason.strip()


@pytest.mark.parametrize(
    "reason", ["", "ab", "   ab   ", "a" * 501, "a\tb", "a\u200bb"]
)
def test_any_other_reason_is_refused(reason):
    with pytest.raises(Refused, match="reason: ") as refused:
        clean_reason(reason)
    (violation,) = refused.value.violations
    assert (violation.field, violation.value) == ("reason", reason.strip())


def test_without_a_violation_nothing_is_refused():
    assert insist(()) is None
