import re

import pytest

pytestmark = pytest.mark.browser


def pick(page, words):
    """Click on the mark of a chart that says certain words to a screen reader."""
    mark = page.locator(f'svg.marks path[aria-label^="{words}"]').first
    mark.scroll_into_view_if_needed()
    mark.click(force=True)


def test_a_bar_of_the_timeline_opens_its_stage_and_the_link_reopens_it(visitor, arrive):
    page = visitor.open("/linimasa?bahasa=en", 1)
    pick(page, "Determination of election contestants")
    page.wait_for_url(re.compile("tahap=4"))
    visitor.settle()
    opened = page.locator("h2").first.inner_text()
    another = arrive(viewport={"width": 1440, "height": 1000})
    again = another.open(page.url.removeprefix(visitor.url), 1)
    assert again.locator("h2").first.inner_text() == opened
    assert another.title() == visitor.title()


def test_a_cell_of_the_grid_opens_the_party_and_the_link_reopens_it(visitor, arrive):
    page = visitor.open("/partai?bahasa=en&tanggal=2022-11-06", 5)
    pick(page, "Partai Gelombang Rakyat Indonesia, Kota Mataram")
    page.wait_for_url(re.compile("partai=gelora"))
    page.locator("h1", has_text="Gelora").wait_for()
    visitor.settle()
    another = arrive()
    another.open(page.url.removeprefix(visitor.url), 1)
    assert another.title() == visitor.title()


def test_a_table_is_saved_as_csv(visitor):
    page = visitor.open("/linimasa?bahasa=en", 1)
    page.get_by_text("Table and downloads").first.click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="CSV", exact=True).click()
    assert saved.value.suggested_filename == "pemilu-2024-linimasa-2022-09-08.csv"
    text = saved.value.path().read_text("utf-8-sig")
    assert text.startswith("Item,Status,Planned,")
    assert len(text.splitlines()) == 13


def test_a_step_of_the_day_changes_the_address(visitor):
    page = visitor.open("/?bahasa=en", 6)
    page.get_by_role("button", name="chevron_right").click()
    page.wait_for_url(re.compile("tanggal=2022-09-09"))
    page.get_by_text("as of 9 September 2022").first.wait_for()


def test_a_milestone_leads_to_its_history_and_the_link_reopens_it(visitor, arrive):
    page = visitor.open("/linimasa?bahasa=en&kegiatan=M3-03", 1)
    page.get_by_role("link", name="History of this item").click()
    page.wait_for_url(re.compile("riwayat.*kegiatan=M3-03"))
    page.locator("h1", has_text="last recorded on").wait_for()
    visitor.settle(0)
    another = arrive()
    another.open(page.url.removeprefix(visitor.url), 0)
    assert another.title() == visitor.title()


def test_the_values_of_a_first_version_unfold(visitor):
    page = visitor.open("/riwayat?bahasa=en&penyimpanan=1&sebelum=995", 0)
    fold = page.locator("summary").first
    value = page.locator("details td").nth(1)
    assert not value.is_visible()
    fold.click()
    value.wait_for()
    assert value.is_visible()
