from datetime import date

import pytest
from starlette.datastructures import QueryParams

from domain.bilingual import Language
from projector.show import LONGEST, SHORTEST, USUAL, SheetName, wish_of


def asked(query):
    return wish_of(QueryParams(query))


def test_without_a_wish_the_whole_show_turns_every_twenty_seconds():
    wish = asked("")
    assert wish.sheets == tuple(SheetName)
    assert (wish.seconds, wish.day, wish.election) == (USUAL, None, "")
    assert wish.language is Language.INDONESIAN


def test_a_presenter_chooses_sheets_in_their_order_seconds_day_and_language():
    wish = asked(
        "lembar=partai,tahapan,partai&detik=45&tanggal=2022-11-04&bahasa=en"
        "&pemilu=pemilu-2024"
    )
    assert wish.sheets == (SheetName.PARTIES, SheetName.STAGES)
    assert (wish.seconds, wish.day) == (45, date(2022, 11, 4))
    assert wish.language is Language.ENGLISH
    assert wish.election == "pemilu-2024"


@pytest.mark.parametrize(
    ("seconds", "given"),
    [
        ("1", SHORTEST),
        ("600", LONGEST),
        ("999", LONGEST),
        ("-5", USUAL),
        ("1e3", USUAL),
        ("٢٠", USUAL),
        ("99999999999", USUAL),
        ("dua", USUAL),
        ("", USUAL),
    ],
)
def test_seconds_stay_within_bounds(seconds, given):
    assert asked({"detik": seconds}).seconds == given


@pytest.mark.parametrize("day", ["kemarin", "2022-02-29", "1999-12-31", "2100-01-01"])
def test_a_day_that_is_none_gives_the_usual_day(day):
    assert asked({"tanggal": day}).day is None


@pytest.mark.parametrize(
    "names", ["", "layar", "<script>", "tahapan;partai", ",,,", "TAHAPAN"]
)
def test_unknown_sheets_give_the_usual_show(names):
    assert asked({"lembar": names}).sheets == tuple(SheetName)


def test_known_sheets_among_unknown_ones_are_shown():
    assert asked({"lembar": "x,tahapan,y"}).sheets == (SheetName.STAGES,)
