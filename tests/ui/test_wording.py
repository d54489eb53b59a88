from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from ui import wording
from ui.language import gettext as _

BRIEFING = date(2022, 9, 8)


def test_a_day_is_written_out():
    assert wording.day(BRIEFING) == "8 September 2022"


@pytest.mark.usefixtures("in_indonesian")
def test_an_indonesian_day_has_its_indonesian_month():
    assert wording.day(date(2022, 12, 14)) == "14 Desember 2022"
    assert wording.short_day(date(2022, 8, 16)) == "16 Agu 2022"
    assert wording.short_day(date(2022, 8, 16), with_year=False) == "16 Agu"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2022, 9, 14), date(2022, 9, 28), "14–28 Sep 2022"),
        (date(2022, 7, 29), date(2022, 12, 13), "29 Jul – 13 Dec 2022"),
        (date(2022, 6, 14), date(2024, 6, 14), "14 Jun 2022 – 14 Jun 2024"),
        (date(2022, 12, 14), date(2022, 12, 14), "14 Dec 2022"),
        (date(2022, 12, 14), None, "from 14 Dec 2022"),
        (None, date(2024, 10, 20), "until 20 Oct 2024"),
        (None, None, "days to follow"),
    ],
)
def test_a_span_says_what_its_ends_share_only_once(start, end, words):
    assert wording.span(start, end) == words


@pytest.mark.usefixtures("in_indonesian")
def test_an_indonesian_span_has_indonesian_months():
    words = wording.span(date(2022, 7, 29), date(2022, 12, 13))
    assert words == "29 Jul – 13 Des 2022"


@pytest.mark.usefixtures("in_indonesian")
def test_indonesian_thousands_are_parted_by_a_point():
    assert wording.number(31_240) == "31.240"


def test_english_thousands_are_parted_by_a_comma():
    assert wording.number(31_240) == "31,240"


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (Fraction(0), "0%"),
        (Fraction(13, 24), "54%"),
        (Fraction(1), "100%"),
    ],
)
def test_a_share_is_a_whole_percent(share, words):
    assert wording.percent(share) == words


@pytest.mark.parametrize(
    ("share", "words"), [(Fraction(999, 1000), "99%"), (Fraction(1, 1000), "1%")]
)
def test_almost_all_is_not_all_and_almost_none_is_not_none(share, words):
    assert wording.percent(share) == words


def test_a_count_carries_its_denominator_and_its_unit():
    assert wording.of_total(8, 10, "kab/kota") == "8 of 10 kab/kota"
    assert wording.of_total(8, 1_000) == "8 of 1,000"


def test_a_clock_names_its_zone():
    at = datetime(2022, 8, 14, 23, 59, tzinfo=UTC)
    assert wording.clock(at, "WIB") == "23:59 WIB"


@pytest.mark.usefixtures("in_indonesian")
def test_an_indonesian_clock_has_a_point():
    at = datetime(2022, 8, 14, 23, 59, tzinfo=UTC)
    assert wording.clock(at, "WITA") == "23.59 WITA"


def test_headlines_write_counts_up_to_twelve_as_words():
    assert wording.count_word(0) == _("no")
    assert wording.count_word(12) == _("twelve")
    assert wording.count_word(13) == "13"
    assert wording.count_word(1_200) == "1,200"


@pytest.mark.usefixtures("in_indonesian")
def test_indonesian_headlines_write_indonesian_words():
    assert wording.count_word(2) == "dua"
    assert wording.count_word(1_200) == "1.200"


def test_only_the_first_letter_is_raised():
    assert wording.capitalised("dua partai KPU") == "Dua partai KPU"
    assert wording.capitalised("") == ""
