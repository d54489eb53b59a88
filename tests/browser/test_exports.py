import pytest

pytestmark = pytest.mark.browser

NOTE = "#export-note"


def test_a_document_is_saved_from_the_foot_of_a_page_or_says_why_not(visitor):
    page = visitor.page
    visitor.open("/?tanggal=2022-11-06&bahasa=en", charts=6)
    link = page.get_by_role("link", name="Briefing (PDF)")

    held = []
    page.route("**/unduh/**", lambda route: held.append(route))
    link.click()
    page.locator(NOTE, has_text="Preparing").wait_for()
    with page.expect_download() as saved:
        held[0].continue_()
    page.unroute("**/unduh/**")
    assert saved.value.suggested_filename == "pemilu-2024-taklimat-2022-11-06.pdf"
    assert saved.value.path().read_bytes().startswith(b"%PDF")
    page.locator(NOTE, has_text="Preparing").wait_for(state="hidden")

    link.evaluate("link => { link.href = link.href.replace('2022-11-06', 'kemarin'); }")
    link.click()
    page.locator(NOTE, has_text="kemarin").wait_for()
    assert visitor.complaints == []

    page.get_by_role("link", name="Calendar to subscribe to").click()
    told = page.locator(NOTE, has_text="calendar program")
    told.wait_for()
    assert "/kalender.ics?pemilu=pemilu-2024&bahasa=en" in told.text_content()
    assert visitor.complaints == []
