"""Small tables between hairlines.

Streamlit's own tables load pandas, which costs a process 40 MB and the first visitor a
second; these are plain HTML, every word of it escaped.
"""

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from ui import chips

TABLE = "width:100%;border-collapse:collapse;font-size:0.9rem"
CELL = "text-align:left;vertical-align:top;padding:0.35rem 0.75rem 0.35rem 0"


def table(
    columns: Sequence[str], rows: Sequence[Sequence[str]], title: str = ""
) -> None:
    """Show rows of plain text under their headings, and a title over them."""
    heads = "".join(_cell("th scope='col'", "th", words) for words in columns)
    head = f"<thead><tr>{heads}</tr></thead>"
    st.html(chips.heading(title) + _table(head, rows))


def facts(pairs: Iterable[tuple[str, str]]) -> None:
    """Show labels and what they stand for, one line each."""
    body = "".join(
        "<tr>"
        + _cell("th scope='row'", "th", label)
        + _cell("td", "td", words)
        + "</tr>"
        for label, words in pairs
    )
    st.html(f"<table style='{TABLE}'><tbody>{body}</tbody></table>")


def _table(head: str, rows: Sequence[Sequence[str]]) -> str:
    lines = ("".join(_cell("td", "td", words) for words in row) for row in rows)
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"<table style='{TABLE}'>{head}<tbody>{body}</tbody></table>"


def _cell(opening: str, tag: str, words: str) -> str:
    weight = "font-weight:500;" if tag == "th" else ""
    look = f"{weight}{CELL};border-bottom:{chips.HAIR}"
    return f"<{opening} style='{look}'>{escape(words)}</{tag}>"
