import io
import zipfile
from datetime import date, datetime, time

from openpyxl import load_workbook

from reports.book import Book, book_of
from reports.workbook import Column, Sheet
from tests.pages.nasty import READABLE

# A spreadsheet knows no zones.
MIDNIGHT = datetime.combine(date(2022, 9, 8), time.min)
AT = datetime.combine(date(2022, 9, 8), time(14, 5))


def written(*sheets, cover=()):
    return book_of(
        Book(title="Pemilu", cover_title="Sampul", cover=cover, sheets=sheets)
    )


def sheet(title, *rows):
    columns = (Column(heading="Nama", width=20), Column(heading="Isi", width=10))
    return Sheet(title=title, columns=columns, rows=rows)


def values(worksheet):
    return [list(row) for row in worksheet.iter_rows(values_only=True)]


def test_values_are_what_they_are_behind_a_cover():
    rows = (("a", 0.25), ("b", date(2022, 9, 8)), ("c", AT))
    content = written(sheet("Satu", *rows), sheet("Dua"), cover=(("Hari", 7),))
    book = load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["Sampul", "Satu", "Dua"]
    assert book.properties.title == "Pemilu"
    assert values(book["Sampul"]) == [["Pemilu", None], ["Hari", 7]]
    assert values(book["Satu"])[1:] == [
        ["a", 0.25],
        ["b", MIDNIGHT],
        ["c", AT],
    ]
    assert book["Satu"]["B3"].number_format == "yyyy-mm-dd"
    assert book["Satu"]["B4"].number_format == "yyyy-mm-dd hh:mm"


def test_headings_stay_in_sight_with_filters_over_every_row():
    book = load_workbook(io.BytesIO(written(sheet("Satu", ("a", 1), ("b", 2)))))
    assert book["Satu"].freeze_panes == "A2"
    assert book["Satu"].auto_filter.ref == "A1:B3"


def test_texts_come_back_letter_by_letter_and_none_is_run():
    rows = [(text, None) for text in READABLE.values()]
    content = written(sheet("Satu", *rows), cover=(("Nama", READABLE["formula"]),))
    book = load_workbook(io.BytesIO(content))
    assert [row[0] for row in values(book["Satu"])[1:]] == list(READABLE.values())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [name for name in archive.namelist() if "worksheets" in name]
        assert not any(b"<f>" in archive.read(name) for name in parts)
