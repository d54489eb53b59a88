import csv
import io
import zipfile
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from reports.workbook import RUNS, Column, Sheet, csv_of, xlsx_of


def sheet(*rows, choices=()):
    return Sheet(
        title="Isian",
        columns=(
            Column(heading="Nama", width=20),
            Column(heading="Isi", width=10, choices=choices),
        ),
        rows=rows,
        guide_title="Petunjuk",
        guide=("Pertama.", "=Kedua"),
    )


def part(content, name):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(f"xl/worksheets/{name}.xml").decode()


def rows_of(content, name="Isian"):
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)


def test_values_keep_their_types():
    content = xlsx_of(sheet(("a", 7), ("b", date(2022, 9, 8)), ("c", None), ("d", "")))
    assert rows_of(content) == [
        ["Nama", "Isi"],
        ["a", 7],
        ["b", date(2022, 9, 8)],
        ["c", ""],
        ["d", ""],
    ]


@pytest.mark.parametrize("begin", RUNS, ids=repr)
def test_a_text_is_a_text_in_a_workbook_whatever_it_begins_with(begin):
    content = xlsx_of(sheet((f"{begin}1+1", 7)))
    assert "<f>" not in part(content, "sheet1")
    assert rows_of(content)[1][0].endswith("1+1")


@pytest.mark.parametrize("begin", RUNS, ids=repr)
def test_a_text_that_a_spreadsheet_would_run_is_guarded_in_csv(begin):
    text = csv_of(sheet((f"{begin}1+1", -7))).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))[1] == [
        f"'{begin}1+1",
        "-7",
    ]


def test_csv_begins_with_the_mark_that_excel_looks_for():
    assert csv_of(sheet()).startswith(b"\xef\xbb\xbfNama;Isi\r\n")


def test_the_heading_stays_in_sight():
    assert 'state="frozen"' in part(xlsx_of(sheet()), "sheet1")


def test_choices_are_a_list_however_many_they_are():
    choices = tuple(f"Partai nomor {number}" for number in range(60))
    content = xlsx_of(sheet(("a", choices[0]), choices=choices))
    xml = part(content, "sheet1")
    assert '<dataValidation type="list"' in xml
    assert 'sqref="B2:B20001"' in xml
    assert "<formula1>Petunjuk!$C$2:$C$61</formula1>" in xml
    listed = [row[2] for row in rows_of(content, "Petunjuk")]
    assert listed == ["Isi", *choices]


def test_the_rules_stand_on_the_second_sheet_as_texts():
    content = xlsx_of(sheet())
    assert rows_of(content, "Petunjuk") == [["Pertama."], ["=Kedua"]]
