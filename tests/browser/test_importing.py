import shutil
from io import BytesIO

import pytest
from openpyxl import load_workbook
from sqlalchemy import make_url

from tests.data_access.staff import PASSWORD

pytestmark = pytest.mark.browser

NOTE = 9  # column of the template
NARROW, WIDE = {"width": 390, "height": 844}, {"width": 1366, "height": 768}


def test_a_template_goes_out_comes_back_and_is_seen_in_the_history(
    serve, arrive, demonstration, tmp_path
):
    file = shutil.copy(make_url(demonstration).database, tmp_path / "election.db")
    visitor = arrive(serve(f"sqlite:///{file}"), viewport=WIDE)
    page = visitor.open("/impor", charts=0)
    page.get_by_role("link", name="Masuk").last.click()
    page.get_by_label("Nama pengguna").fill("baiq")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.get_by_role("heading", name="Impor kegiatan").wait_for()

    with page.expect_download() as download:
        page.get_by_role("button", name="Unduh templat").click()
    workbook = load_workbook(BytesIO(download.value.path().read_bytes()))
    workbook.worksheets[0].cell(2, NOTE, "Dokumen diterima")
    file = BytesIO()
    workbook.save(file)
    page.locator("input[type=file]").set_input_files(
        {
            "name": "isian.xlsx",
            "mimeType": "application/octet-stream",
            "buffer": file.getvalue(),
        }
    )
    page.get_by_role("heading", name="1 baris siap diimpor").wait_for()
    page.get_by_role("cell", name="Dokumen diterima").wait_for()
    for size in (NARROW, WIDE):
        page.set_viewport_size(size)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_label("Alasan perubahan").fill("laporan mingguan")
    page.get_by_role("button", name="Impor 1 baris").click()
    page.get_by_text("1 baris telah diimpor").wait_for()
    page.get_by_role("link", name="Lihat impor ini di Riwayat").click()
    page.get_by_text("laporan mingguan").first.wait_for()
    page.get_by_text("Dokumen diterima").first.wait_for(state="attached")
    assert visitor.complaints == []
    assert visitor.outside == []
