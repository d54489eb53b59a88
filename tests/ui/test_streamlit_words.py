"""Streamlit's own words: each still stands in the front end that is installed."""

import re

from ui.streamlit_words import streamlit_words
from web import frontend

LABELS = {
    # Said by the library of the calendar, which joins the rest from the fields.
    "Today, {date} selected", "Today, {date}", "{date} selected",
    "Choose date, {month}", "day, {label}", "month, {label}", "year, {label}",
    # Put together from parts by the front end.
    "Press Enter to apply", "Press {key}+Enter to apply", "{count} result",
    "{count} results", "{place} of {count} results", "{size} per file",
    "The page that you have requested does not seem to exist. Running the app's main "
    "page.",
}  # fmt: skip


def test_every_word_still_stands_in_the_front_end():
    folder = frontend.folder() / "static" / "js"
    files = "\n".join(file.read_text("utf-8") for file in folder.glob("*.js"))
    english = {word for words in streamlit_words().values() for word in words}
    for word in english - LABELS:
        first, *_ = re.split(r"\{\w+\}", word.removesuffix(": {title}"))
        rest = word.split("}", 1)[-1] if word.startswith("{") else first
        assert rest.strip() in files, word


def test_what_has_a_gap_keeps_it_in_indonesian():
    for words in streamlit_words().values():
        for english, said in words.items():
            assert re.findall(r"\{\w+\}", english) == re.findall(r"\{\w+\}", said)
            assert said
        assert len(set(words.values())) == len(words)  # so that the way back is one
