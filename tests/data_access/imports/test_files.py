import io
import struct
import zipfile
from datetime import date

import pytest

from data_access.imports import archives, grid, workbooks
from data_access.imports.files import COMPOUND, LOCKED, read_file
from data_access.imports.grid import RefusedFile
from domain.importing import Refusal, RefusalKind
from tests.data_access.imports.files import altered, csv, xlsx


def refusals(content):
    with pytest.raises(RefusedFile) as refused:
        read_file(content)
    return refused.value.refusals


def kinds(content):
    return [refusal.kind for refusal in refusals(content)]


def test_a_workbook_gives_its_cells_with_their_types_and_row_numbers():
    found = read_file(xlsx(("a", 1), (None, None), ("b", date(2022, 9, 8))))
    assert found.heading == ("Nama", "Jumlah")
    assert found.rows == ((2, ("a", 1.0)), (4, ("b", date(2022, 9, 8))))


def test_the_first_visible_sheet_is_read_and_the_others_are_named():
    found = read_file(xlsx(("a", 1), hidden=("Rahasia",), others=("Petunjuk",)))
    assert found.rows == ((2, ("a", 1.0)),)
    assert found.ignored_sheets == ("Rahasia", "Petunjuk")


def test_a_sheet_with_the_name_of_its_template_goes_before_the_first():
    content = xlsx(("a", 1), others=("Kegiatan",))
    with pytest.raises(RefusedFile) as refused:
        read_file(content, {"Kegiatan"})
    assert refused.value.refusals == (Refusal(kind=RefusalKind.NO_HEADER),)
    assert read_file(content, {"Rekapitulasi"}).ignored_sheets == ("Kegiatan",)


def test_a_workbook_without_a_visible_sheet_is_refused():
    hide = b'<sheet name="Isian" state="hidden"'
    content = altered(
        xlsx(), workbook=lambda part: part.replace(b'<sheet name="Isian"', hide)
    )
    assert kinds(content) == [RefusalKind.NO_VISIBLE_SHEET]


def test_formulas_are_refused_by_cell_whatever_their_stored_result():
    content = xlsx(("a", 1), formulas={"B3": "=1+1", "AA9": "=NOW()"})
    assert refusals(content) == (
        Refusal(kind=RefusalKind.FORMULA, column="B3"),
        Refusal(kind=RefusalKind.FORMULA, column="AA9"),
    )


def test_a_text_that_looks_like_a_formula_is_a_text():
    assert read_file(xlsx(("=1+1", 1))).rows == ((2, ("=1+1", 1.0)),)


def test_a_formula_in_a_cell_without_a_name_is_found_by_its_place():
    content = altered(
        xlsx(("a", 1), formulas={"B2": "=1+1"}),
        sheet1=lambda part: part.replace(b' r="B2"', b"").replace(b' r="2"', b""),
    )
    assert refusals(content) == (Refusal(kind=RefusalKind.FORMULA, column="B2"),)


def test_merged_cells_are_refused_by_range():
    assert refusals(xlsx(("a", 1), merged="A3:B4")) == (
        Refusal(kind=RefusalKind.MERGED_CELLS, column="A3:B4"),
    )


def test_an_error_of_excel_is_refused_by_cell():
    error = b'<c r="B2" t="e"><v>#REF!</v></c>'
    content = altered(
        xlsx(("a", 1)),
        sheet1=lambda part: part.replace(b'<c r="B2"><v>1</v></c>', error),
    )
    assert refusals(content) == (Refusal(kind=RefusalKind.ERROR_VALUE, column="B2"),)


def test_only_so_many_refused_cells_are_named():
    content = xlsx(formulas={f"A{row}": "=1" for row in range(2, 100)})
    assert len(refusals(content)) == 50


def test_a_target_from_the_root_of_the_archive_is_followed():
    content = altered(
        xlsx(("a", 1), formulas={"B3": "=1"}),
        workbook=lambda part: part.replace(
            b'Target="worksheets', b'Target="/xl/worksheets'
        ),
    )
    assert kinds(content) == [RefusalKind.FORMULA]


def test_a_cell_far_away_takes_no_memory():
    far = b'<c r="XFD1048576"><v>1</v></c>'
    content = altered(
        xlsx(("a", 1)),
        sheet1=lambda part: part.replace(b'<c r="B2"><v>1</v></c>', far),
    )
    assert kinds(content) == [RefusalKind.TOO_MANY_ROWS]


def test_a_column_far_away_takes_no_memory():
    far = b'<c r="XFD2"><v>1</v></c>'
    content = altered(
        xlsx(("a", 1)),
        sheet1=lambda part: part.replace(b'<c r="B2"><v>1</v></c>', far),
    )
    assert kinds(content) == [RefusalKind.TOO_MANY_COLUMNS]


def test_a_long_text_shown_in_many_cells_is_refused(monkeypatch):
    monkeypatch.setattr(workbooks, "MOST_TEXT", 1_000)
    assert kinds(xlsx(*[("x" * 300, 1)] * 4)) == [RefusalKind.UNPACKS_TOO_LARGE]


def test_a_bomb_is_refused_before_it_is_unpacked():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("[Content_Types].xml", b" " * 50_000_000)
    assert len(file.getvalue()) < 100_000
    assert kinds(file.getvalue()) == [RefusalKind.UNPACKS_TOO_LARGE]


def test_a_bomb_that_lies_about_its_size_does_no_harm():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("[Content_Types].xml", b" " * 1_000_000)
    content = file.getvalue().replace(
        struct.pack("<I", 1_000_000), struct.pack("<I", 100)
    )
    assert kinds(content) == [RefusalKind.DAMAGED]


def test_a_workbook_with_too_many_parts_is_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(archives.MOST_PARTS + 1):
            archive.writestr(f"{number}.xml", b"")
    assert kinds(file.getvalue()) == [RefusalKind.TOO_MANY_PARTS]


def test_a_locked_part_is_refused():
    content = bytearray(xlsx(("a", 1)))
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    assert kinds(bytes(content)) == [RefusalKind.ENCRYPTED]


def declares_entities(part):
    bomb = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    return part.replace(b"<worksheet", bomb + b"<worksheet", 1)


@pytest.mark.parametrize("place", ["B99999999999999999999", "AAAAAAA2", "2", "b2", ""])
def test_a_cell_whose_name_the_reader_would_misread_is_refused(place):
    content = altered(
        xlsx(("a", 1)),
        sheet1=lambda part: part.replace(b'r="B2"', f'r="{place}"'.encode()),
    )
    assert kinds(content) == [RefusalKind.DAMAGED]


def test_a_row_whose_number_the_reader_would_misread_is_refused():
    content = altered(
        xlsx(("a", 1)),
        sheet1=lambda part: part.replace(b'<row r="2"', b'<row r="4294967298"'),
    )
    assert kinds(content) == [RefusalKind.DAMAGED]


@pytest.mark.parametrize("count", ["4294967296", "-1", "x"])
def test_a_list_of_texts_that_lies_about_its_length_is_refused(count):
    lie = f'uniqueCount="{count}"'.encode()
    content = altered(
        xlsx(("a", 1)),
        sharedStrings=lambda part: part.replace(b'uniqueCount="3"', lie),
    )
    assert kinds(content) == [RefusalKind.DAMAGED]


def test_a_cell_that_shows_a_text_that_is_not_there_is_refused():
    content = altered(
        xlsx(("a", 1)),
        sharedStrings=lambda part: part.replace(b"<si><t>a</t></si>", b""),
    )
    assert kinds(content) == [RefusalKind.DAMAGED]


def test_two_parts_of_one_name_are_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/workbook.xml", b"<a/>")
        archive.writestr("XL/Workbook.xml", b"<b/>")
    assert kinds(file.getvalue()) == [RefusalKind.DAMAGED]


def with_types(types):
    return altered(xlsx(), **{"[Content_Types]": types})


def with_macros(part):
    plain = b"vnd.openxmlformats-officedocument.spreadsheetml.sheet.main"
    return part.replace(plain, b"vnd.ms-excel.sheet.macroEnabled.main")


REFUSED = {
    "nothing": (b"", RefusalKind.FILE_EMPTY),
    "blank": (b" \r\n", RefusalKind.FILE_EMPTY),
    "large": (b"x" * (grid.MOST_BYTES + 1), RefusalKind.FILE_TOO_LARGE),
    "xls": (COMPOUND + b"\0" * 512, RefusalKind.OLD_EXCEL),
    "locked": (COMPOUND + b"\0" * 512 + LOCKED, RefusalKind.ENCRYPTED),
    "pdf": (b"%PDF-1.7", RefusalKind.WRONG_TYPE),
    "page": (b"  <HTML><table>", RefusalKind.WRONG_TYPE),
    "binary": (b"Nama;\0Jumlah", RefusalKind.WRONG_TYPE),
    "cut off": (b"PK\x03\x04 cut off", RefusalKind.DAMAGED),
    "short": (xlsx(("a", 1))[:-900], RefusalKind.DAMAGED),
    "no heading": (xlsx(heading=()), RefusalKind.NO_HEADER),
    "other types": (with_types(lambda _part: b"<Types/>"), RefusalKind.WRONG_TYPE),
    "macros": (with_types(with_macros), RefusalKind.HAS_MACROS),
    "entities": (altered(xlsx(), sheet1=declares_entities), RefusalKind.DAMAGED),
    "open tag": (altered(xlsx(), sheet1=lambda _part: b"<x>"), RefusalKind.DAMAGED),
    "no sheets": (altered(xlsx(), workbook=lambda _part: b"<w"), RefusalKind.DAMAGED),
    "wide": (xlsx(("a", 1, 2)), RefusalKind.ROW_TOO_WIDE),
    "wide csv": (csv(("a", 1, 2)), RefusalKind.ROW_TOO_WIDE),
    "blank heading": (csv(heading=("", "")), RefusalKind.NO_HEADER),
    "columns": (csv(heading=["k"] * 101), RefusalKind.TOO_MANY_COLUMNS),
    "rows": (csv(*[("a", 1)] * 20_001), RefusalKind.TOO_MANY_ROWS),
    "cp1252": (csv(("Kepulauan é", 1), encoding="cp1252"), RefusalKind.NOT_UTF8),
    "half utf-16": (b"\xff\xfeN", RefusalKind.DAMAGED),
    "open quote": (csv(('"unclosed', 1)), RefusalKind.DAMAGED),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_imported_says_why(name):
    content, kind = REFUSED[name]
    assert kinds(content) == [kind]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_csv_file_is_read_in_every_usual_form(separator, encoding):
    content = csv(("Képulauan", 7), ("", ""), separator=separator, encoding=encoding)
    found = read_file(content)
    assert found.heading == ("Nama", "Jumlah")
    assert found.rows == ((2, ("Képulauan", "7")),)


def test_a_short_row_of_a_csv_file_ends_in_empty_cells():
    assert read_file(csv(("a",))).rows == ((2, ("a", None)),)


def test_a_formula_in_a_csv_file_is_refused_by_cell():
    assert refusals(csv(("a", "=1+1"))) == (
        Refusal(kind=RefusalKind.FORMULA, row=2, column="B2", value="=1+1"),
    )


def test_a_guarded_text_of_a_csv_file_is_read_without_its_apostrophe():
    assert read_file(csv(("'=1+1", "'tis"))).rows == ((2, ("=1+1", "'tis")),)
