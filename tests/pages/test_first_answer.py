import pytest

from ui import kept
from ui.first_answer import first_answer


@pytest.mark.parametrize("query", ["", "tanggal=2022-11-06", "bahasa=en", "tanggal=x"])
def test_the_first_answer_is_what_ringkasan_says(dashboard, query):
    parts = dict([query.split("=")]) if query else {}
    at = dashboard(**parts)
    title, sentence = first_answer(query)
    assert title == at.title[0].value
    assert sentence.split(";")[0] in at.markdown[0].value.replace("\\", "")


def test_before_the_stages_were_ordered_there_is_none():
    assert first_answer("tanggal=2001-01-01") is None


@pytest.mark.usefixtures("empty_database")
def test_an_empty_database_has_none():
    kept.forget()
    assert first_answer("") is None
