"""Streamlit's own words in Indonesian, in a browser that speaks English."""

import pytest

from tests.browser.test_recording import sign_in

pytestmark = pytest.mark.browser

GRID = "/pembaruan?tanggal=2022-09-08&cara=banyak"
WRONG = {"name": "Upload.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
IN_ENGLISH = {"locale": "en-US", "viewport": {"width": 1366, "height": 768}}


def test_uploader_calendar_and_table_speak_the_language_of_the_page(arrive):
    visitor = arrive(**IN_ENGLISH)
    page = sign_in(visitor, "baiq", "/impor")
    given = page.get_by_test_id("stFileUploaderDropzone")
    given.get_by_text("Pilih berkas").wait_for()
    given.get_by_text("5MB per berkas").wait_for()
    page.locator("input[type=file]").set_input_files(WRONG)
    given.get_by_role("button", name="Hapus Upload.pdf").wait_for()
    given.get_by_text("Upload.pdf").wait_for()  # a name is its owner's word

    page.get_by_role("link", name="English").click()
    given.get_by_text("Upload", exact=True).wait_for()
    given.get_by_text("5MB per file").wait_for()
    page.go_back()
    given.get_by_text("Pilih berkas").wait_for()

    visitor.open(GRID, charts=0)
    table = page.get_by_test_id("stDataFrame")
    table.hover()
    page.get_by_role("button", name="Cari").click()
    page.get_by_text("Ketik untuk mencari").wait_for()

    visitor.open("/pembaruan?tanggal=2022-11-04", charts=0)
    page.get_by_role("button", name="Pilih tanggal").first.click()
    calendar = page.get_by_test_id("stDateInputCalendar")
    calendar.get_by_role("button", name="Jumat, ").first.wait_for()
    calendar.get_by_role("button", name="Bulan berikutnya").wait_for()
    assert visitor.complaints == []
