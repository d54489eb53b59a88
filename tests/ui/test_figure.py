import csv
import io

import pytest

from ui.figure import Table, plain

TABLE = Table(columns=("Partai", "MS"), rows=[("Gelora", "8"), ("PKN", "–")])


def read(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_a_table_is_saved_with_its_heading_and_a_mark_for_spreadsheets():
    content = TABLE.as_csv()
    assert content.startswith(b"\xef\xbb\xbf")
    assert read(content) == [["Partai", "MS"], ["Gelora", "8"], ["PKN", "–"]]


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", '=HYPERLINK("x")']
)
def test_a_cell_that_a_spreadsheet_would_run_is_led_by_an_apostrophe(cell):
    table = Table(columns=(cell,), rows=[(cell,)])
    assert read(table.as_csv()) == [[f"'{cell}"], [f"'{cell}"]]


def test_commas_quotes_and_line_breaks_stay_within_their_cell():
    cell = 'Kampanye, "rapat umum"\nMataram'
    assert read(Table(columns=("x",), rows=[(cell,)]).as_csv())[1] == [cell]


def test_a_table_without_rows_is_its_heading():
    empty = Table(columns=("Partai", "MS"), rows=[])
    assert read(empty.as_csv()) == [["Partai", "MS"]]
    assert list(empty.as_frame().columns) == ["Partai", "MS"]
    assert len(empty.as_frame()) == 0


def test_a_frame_holds_the_words_of_the_table():
    assert TABLE.as_frame().to_dict("list") == {
        "Partai": ["Gelora", "PKN"],
        "MS": ["8", "–"],
    }


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**tebal**", r"\*\*tebal\*\*"),
        ("[Masuk](https://example.org)", r"\[Masuk\](https\://example.org)"),
        (":red[x] :material/x:", r"\:red\[x\] \:material/x\:"),
        ("<script>", "&lt;script>"),
        ("Rp$1", r"Rp\$1"),
        ("a | b `c` ~d~ #e _f_", r"a \| b \`c\` \~d\~ \#e \_f\_"),
        ("dua\nbaris", "dua baris"),
        ("Pasal 173 ayat (2)", "Pasal 173 ayat (2)"),
    ],
)
def test_plain_text_is_shown_letter_by_letter(text, shown):
    assert plain(text) == shown
