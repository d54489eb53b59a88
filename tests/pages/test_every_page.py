import pytest

from domain.bilingual import Language

BEFORE = ["2022-06-01"]
DURING = ["2022-09-08", "2022-11-06", "2023-03-21"]
VOTING_DAY_AND_AFTER = ["2024-02-14", "2024-03-20", "2026-11-24"]
ENDS_OF_THE_CALENDAR = ["2000-01-01", "2099-12-31"]

WITHOUT_CHARTS = {"history"}

DAYS = BEFORE + DURING + VOTING_DAY_AND_AFTER + ENDS_OF_THE_CALENDAR


def test_a_stranger_sees_every_page_of_the_demonstration(visit, page):
    at = visit(page)
    assert not at.exception
    assert len(at.title) == 1
    assert bool(at.get("vega_lite_chart")) is (page.stem not in WITHOUT_CHARTS)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("day", DAYS)
def test_every_page_is_drawn_as_of_any_day_in_both_languages(
    visit, page, day, language
):
    at = visit(page, tanggal=day, bahasa=language.value)
    assert not at.exception
    assert not at.error
    assert not at.warning
    assert len(at.title) == 1
    assert at.title[0].value


@pytest.mark.parametrize("theme", ["terang", "gelap"])
def test_every_page_is_drawn_light_and_dark(visit, page, theme):
    at = visit(page, tema=theme)
    assert not at.exception
    assert at.query_params["tema"] == theme


@pytest.mark.parametrize("language", Language)
@pytest.mark.usefixtures("empty_database")
def test_an_empty_database_says_what_to_do_next(dashboard, said, language):
    at = dashboard(bahasa=language.value)
    assert not at.exception
    title = said("No election is recorded yet", language)
    assert [each.value for each in at.title] == [title]
    assert at.code[0].value == "python -m tasks demo"
    assert not at.get("vega_lite_chart")


def test_the_demonstration_opens_on_the_eighth_of_september(visit, page):
    at = visit(page)
    assert at.button(key="on")
    assert str(at.date_input[0].value) == "2022-09-08"


def test_a_step_of_the_day_is_written_into_the_address(visit, page):
    at = visit(page).button(key="on").click().run()
    assert not at.exception
    assert at.query_params["tanggal"] == "2022-09-09"
    at.button(key="return").click().run()
    assert "tanggal" not in at.query_params


def test_a_picked_day_is_written_into_the_address(visit, page):
    at = visit(page)
    at.date_input[0].set_value("2022-11-06").run()
    assert not at.exception
    assert at.query_params["tanggal"] == "2022-11-06"


def test_day_and_language_go_along_to_another_page(visit, page):
    at = visit(page, tanggal="2022-11-06", bahasa="en")
    at.switch_page("pages/timeline.py")
    at.query_params.clear()
    at.run()
    assert at.query_params["tanggal"] == "2022-11-06"
    assert at.query_params["bahasa"] == "en"


def test_every_page_offers_the_other_language_and_the_other_ground(visit, page):
    at = visit(page, bahasa="en", tanggal="2022-11-06")
    links = at.get("html")[0].proto.body
    assert "bahasa=id" in links
    assert "tema=gelap" in links
    assert links.count("tanggal=2022-11-06") == 3  # the projector's, too
