"""The day of 4 November 2022, with an operator and an editor in two browsers."""

from io import BytesIO

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from data_access.chain import verify
from data_access.tables import journal, milestone_states, milestones, tallies
from domain.tally import TallyState
from tests.data_access.staff import PASSWORD

pytestmark = pytest.mark.browser

DAY = "tanggal=2022-11-04"
CELL = f"/pembaruan?{DAY}&catat=rekap&fase=factual&partai=gelora&wilayah=52.71"
FIGURES = {
    "Anggota diserahkan": 1200,
    "Syarat minimal anggota": 442,
    "Sampel": 291,
    "Dikunjungi": 291,
    "Ditemui": 280,
    "MS": 270,
    "BMS": 21,
}


NOTE = 9  # column of the template
STORY = [
    ("lalu", "rekap verifikasi faktual"),
    ("baiq", "pleno rekapitulasi"),
    ("lalu", "dari operator"),
    ("baiq", "dari editor"),
    ("baiq", "laporan mingguan"),
    ("baiq", "berkas keliru"),
]


def sign_in(visitor, code, there):
    page = visitor.page
    page.goto(f"{visitor.url}/masuk?next=/pembaruan")
    page.get_by_label("Nama pengguna").fill(code)
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.get_by_role("link", name="Pembaruan").wait_for()
    return visitor.open(there, charts=0)


def fill(page, label, value):
    field = page.get_by_label(label, exact=True)
    field.fill(str(value))
    field.press("Tab")
    page.wait_for_timeout(300)  # until the change is on its way
    page.locator("[data-test-script-state=notRunning]").wait_for()


def import_note(visitor, note):
    """Fill in the template's first row, and import it."""
    page = visitor.open(f"/impor?{DAY}", charts=0)
    with page.expect_download() as download:
        page.get_by_role("button", name="Unduh templat").click()
    workbook = load_workbook(BytesIO(download.value.path().read_bytes()))
    workbook.worksheets[0].cell(2, NOTE, note)
    file = BytesIO()
    workbook.save(file)
    page.locator("input[type=file]").set_input_files(
        {
            "name": "isian.xlsx",
            "mimeType": "application/octet-stream",
            "buffer": file.getvalue(),
        }
    )
    page.get_by_label("Alasan perubahan").fill("laporan mingguan")
    page.get_by_role("button", name="Impor 1 baris").click()
    page.get_by_text("1 baris telah diimpor").wait_for()


def undo_import(visitor):
    """Follow the import to Riwayat, and undo it there."""
    page = visitor.page
    page.get_by_role("link", name="Lihat impor ini di Riwayat").click()
    page.get_by_text("Batalkan penyimpanan ini").click()
    fill(page, "Alasan perubahan ini", "berkas keliru")
    page.get_by_role("button", name="Batalkan", exact=True).click()
    page.get_by_text("Dibatalkan: 1 baris dikembalikan").wait_for()


def test_two_people_record_decide_collide_merge_import_and_undo(serve, arrive, facts):
    server = serve(str(facts.url))
    operator, editor = arrive(server), arrive(server)

    page = sign_in(operator, "lalu", CELL)
    for label, value in FIGURES.items():
        fill(page, label, value)
    fill(page, "Alasan perubahan ini", "rekap verifikasi faktual")
    page.get_by_role("button", name="Serahkan").click()
    page.get_by_text("Tersimpan: Gelora di Kota Mataram").wait_for()

    other = sign_in(editor, "baiq", CELL)
    fill(other, "Alasan perubahan ini", "pleno rekapitulasi")
    fill(other, "Nomor berita acara", "12/PL.01.1-BA/5271/2022")
    fill(other, "Ditandatangani oleh", "Ketua dan empat anggota")
    fill(other, "SHA-256 berkas bertanda tangan", "ab" * 32)
    other.get_by_role("button", name="Putuskan di pleno").click()
    other.get_by_text("Tersimpan: Gelora di Kota Mataram").wait_for()

    oath = f"/pembaruan?{DAY}&catat=kegiatan&kegiatan={_own_milestone(facts)}"
    page, other = operator.open(oath, charts=0), editor.open(oath, charts=0)
    for screen, said in ((page, "dari operator"), (other, "dari editor")):
        fill(screen, "Keterangan", said)
        fill(screen, "Alasan perubahan ini", said)
    page.get_by_role("button", name="Simpan 1 perubahan").click()
    page.get_by_text("Tersimpan:").wait_for()
    other.get_by_role("button", name="Simpan 1 perubahan").click()
    other.get_by_text("lalu menyimpan data ini").wait_for()
    assert other.get_by_label("Keterangan", exact=True).input_value() == "dari editor"
    other.get_by_role("button", name="Simpan pilihan").click()
    other.get_by_text("Tersimpan:").wait_for()

    import_note(editor, "dari berkas")
    undo_import(editor)

    with facts.connect() as connection:
        rows = connection.execute(select(tallies).order_by(tallies.c.version)).all()
        remarks = connection.scalars(
            select(milestone_states.c.remark).where(milestone_states.c.remark != "")
        ).all()
        told = select(journal.c.actor, journal.c.reason).order_by(journal.c.id.desc())
        story = connection.execute(told.limit(len(STORY))).all()[::-1]
        assert verify(connection).is_sound
    assert [row.state for row in rows] == [TallyState.SUBMITTED, TallyState.DECIDED]
    assert remarks == ["dari operator", "dari editor"]
    assert story == STORY
    for visitor in (operator, editor):
        assert visitor.complaints == []
        assert visitor.outside == []


def _own_milestone(engine):
    """Return a milestone of Kota Mataram."""
    with engine.connect() as connection:
        own = milestones.c.region_code == "52.71"
        return connection.scalars(select(milestones.c.code).where(own)).first()
