from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.imports.characters import RefusedCell
from data_access.imports.numbers import (
    MOST,
    exact_number,
    percentage,
    whole_number,
)
from domain.importing import RefusalKind


def refusal(cell, read=whole_number):
    with pytest.raises(RefusedCell) as refused:
        read(cell)
    return refused.value.kind, dict(refused.value.arguments)


@given(st.integers(0, MOST))
def test_a_count_is_read_however_it_is_written(count):
    dotted = f"{count:,}".replace(",", ".")
    spaced = f"{count:,}".replace(",", "\u00a0")
    for written in (count, float(count), str(count), f" {count} ", dotted, spaced):
        assert whole_number(written) == count


@given(st.integers(1_000_000, MOST))
def test_two_commas_can_only_part_thousands(count):
    assert whole_number(f"{count:,}") == count


@given(st.integers(1_000, 999_999))
def test_one_comma_can_be_read_in_two_ways(count):
    whole, rest = divmod(count, 1000)
    assert refusal(f"{count:,}") == (
        RefusalKind.AMBIGUOUS_NUMBER,
        {"whole": str(count), "share": f"{whole} + {rest:03}/1000"},
    )


@given(st.integers(-MOST, -1))
def test_a_negative_number_is_left_to_the_check_of_ranges(number):
    assert whole_number(number) == whole_number(str(number)) == number


def test_a_hugely_negative_number_is_negative_all_the_same():
    assert whole_number("-" + "9" * 4000) == whole_number(-1e300) == -MOST


@given(st.text())
def test_any_text_is_a_number_within_bounds_or_refused(text):
    with suppress(RefusedCell):
        assert -MOST <= whole_number(text) <= MOST


@given(st.floats())
def test_a_typed_fraction_is_refused(number):
    if number.is_integer() and abs(number) <= MOST:
        assert whole_number(number) == number
    elif not number.is_integer():
        assert refusal(number)[0] in {RefusalKind.NOT_WHOLE, RefusalKind.NOT_A_NUMBER}


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("dua belas", RefusalKind.NOT_A_NUMBER),
        ("12 orang", RefusalKind.NOT_A_NUMBER),
        ("", RefusalKind.NOT_A_NUMBER),
        ("-", RefusalKind.NOT_A_NUMBER),
        ("1e9", RefusalKind.NOT_A_NUMBER),
        (True, RefusalKind.NOT_A_NUMBER),
        (float("nan"), RefusalKind.NOT_A_NUMBER),
        (float("inf"), RefusalKind.NOT_A_NUMBER),
        ("1.5", RefusalKind.NOT_WHOLE),
        ("0.123", RefusalKind.NOT_WHOLE),
        ("1.234,5", RefusalKind.NOT_WHOLE),
        ("1,234.5", RefusalKind.NOT_WHOLE),
        (2.5, RefusalKind.NOT_WHOLE),
        ("9" * 4000, RefusalKind.TOO_LARGE),
        (1e300, RefusalKind.TOO_LARGE),
        (MOST + 1, RefusalKind.TOO_LARGE),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_is_no_whole_number_is_refused(cell, kind):
    assert refusal(cell)[0] is kind


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("１２", "FULLWIDTH DIGIT ONE"),
        ("٣", "ARABIC-INDIC DIGIT THREE"),
        ("1O0", "LATIN CAPITAL LETTER O"),
        ("l00", "LATIN SMALL LETTER L"),
        ("\u22125", "MINUS SIGN"),
        ("5\u200b", "ZERO WIDTH SPACE"),
        ("5\x07", "U+0007"),
    ],
)
def test_what_only_looks_like_a_digit_is_refused_by_name(cell, name):
    assert refusal(cell) == (RefusalKind.STRANGE_CHARACTER, {"name": name})


@pytest.mark.parametrize("cell", [45, 45.0, "45%", " 45 % "])
def test_a_percentage_may_carry_its_sign(cell):
    assert percentage(cell) == 45


def test_a_share_is_no_percentage():
    assert refusal(0.45, percentage)[0] is RefusalKind.NOT_WHOLE


@given(st.decimals(0, 999, places=4))
def test_an_exact_number_is_read_with_a_comma_or_a_point(number):
    assert exact_number(f"{number:f}") == number
    assert exact_number(f"{number:f}".replace(".", ",")) == number


def test_a_spreadsheet_s_own_number_keeps_its_digits():
    assert exact_number(3.0625000000000004) == Decimal("3.0625000000000004")
    assert (exact_number(29), exact_number(-1.5)) == (29, Decimal("-1.5"))


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("tiga", RefusalKind.NOT_A_NUMBER),
        ("1.234,5", RefusalKind.NOT_A_NUMBER),
        (float("nan"), RefusalKind.NOT_A_NUMBER),
        (1e300, RefusalKind.NOT_A_NUMBER),
        ("3.1234567890123456789", RefusalKind.TOO_LONG),
        ("３.5", RefusalKind.STRANGE_CHARACTER),
    ],
)
def test_what_is_no_exact_number_is_refused(cell, kind):
    assert refusal(cell, exact_number)[0] is kind
