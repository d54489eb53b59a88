from datetime import date

from charts.locale import in_words, vega_locale
from domain.bilingual import Language


def test_indonesian_numbers_group_by_points_and_months_are_named():
    locale = vega_locale(Language.INDONESIAN)
    assert locale["number"]["thousands"] == "."
    assert locale["number"]["decimal"] == ","
    assert locale["time"]["months"][7] == "Agustus"
    assert locale["time"]["shortMonths"][4] == "Mei"


def test_a_week_begins_on_sunday_as_vega_counts():
    assert vega_locale(Language.INDONESIAN)["time"]["days"][0] == "Minggu"
    assert vega_locale(Language.ENGLISH)["time"]["days"][:2] == ["Sunday", "Monday"]


def test_english_puts_the_day_before_the_month():
    assert vega_locale(Language.ENGLISH)["time"]["date"] == "%-d %B %Y"
    assert in_words(date(2022, 9, 8), "d MMM y", Language.ENGLISH) == "8 Sept 2022"


def test_a_day_is_written_in_indonesian():
    day = date(2022, 8, 17)
    assert in_words(day, "d MMMM y", Language.INDONESIAN) == "17 Agustus 2022"
