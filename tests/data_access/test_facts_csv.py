from datetime import date

import pytest

from data_access.facts_cells import count, day, words
from data_access.facts_csv import MalformedFact, read_facts

COLUMNS = {"code": words, "voting_day": day, "kabkota": count}
GOOD = "code,voting_day,kabkota\npemilu-2024,2024-02-14,10\n"


def read(folder, content):
    path = folder / "elections.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_facts(path, COLUMNS)


def refusal(folder, content):
    with pytest.raises(MalformedFact) as refused:
        read(folder, content)
    return refused.value


def test_rows_are_read_with_their_place(tmp_path):
    (fact,) = read(tmp_path, GOOD)
    assert fact.values == {
        "code": "pemilu-2024",
        "voting_day": date(2024, 2, 14),
        "kabkota": 10,
    }
    assert fact.file == f"{tmp_path.name}/elections.csv"
    assert fact.row == 2


def test_a_file_with_a_header_alone_holds_no_facts(tmp_path):
    assert read(tmp_path, "code,voting_day,kabkota\n") == ()


def test_a_bad_cell_is_named_by_file_row_column_and_value(tmp_path):
    error = refusal(tmp_path, GOOD + "pemilu-2029,14 Feb 2029,10\n")
    assert (error.row, error.column, error.value) == (3, "voting_day", "14 Feb 2029")
    assert str(error) == (
        f"{tmp_path.name}/elections.csv, row 3, column voting_day: "
        "'14 Feb 2029' is not a day, written 2022-09-08"
    )


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(MalformedFact, match=r"elections\.csv") as refused:
        read_facts(tmp_path / "elections.csv", COLUMNS)
    assert refused.value.expected == "a CSV file"


@pytest.mark.parametrize(
    "content",
    [
        b"code,voting_day,kabkota\n\xff\xfe,2024-02-14,10\n",
        'code,voting_day,kabkota\n"a"b',
    ],
    ids=["not UTF-8", "an open quote"],
)
def test_a_file_that_is_no_csv_is_refused(tmp_path, content):
    assert refusal(tmp_path, content).expected == "a CSV file"


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("code,day,kabkota", "voting_day"),
        ("code,voting_day", "kabkota"),
        ("code,voting_day,kabkota,provinsi", "provinsi"),
    ],
)
def test_another_header_is_refused(tmp_path, header, column):
    error = refusal(tmp_path, f"{header}\n")
    assert (error.row, error.column) == (1, column)


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("pemilu-2024,2024-02-14", "kabkota"),
        ("pemilu-2024,2024-02-14,10,11", "kabkota"),
    ],
)
def test_a_row_that_is_too_short_or_too_long_is_refused(tmp_path, row, column):
    error = refusal(tmp_path, f"code,voting_day,kabkota\n{row}\n")
    assert (error.row, error.column, error.value) == (2, column, row)


def test_an_empty_file_lacks_its_header(tmp_path):
    error = refusal(tmp_path, "")
    assert (error.row, error.column) == (1, "code")
