"""Small tables between hairlines.

Streamlit's own tables load pandas, which costs a process 40 MB and the first visitor a
second; these are plain HTML, every word of it escaped.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from ui import chips

TABLE = "width:100%;border-collapse:collapse;font-size:0.9rem"
CELL = "text-align:left;vertical-align:top;padding:0.35rem 0.75rem 0.35rem 0"
LONG_WORD = 24  # letters; an address or a hash, which may break anywhere
EVEN = "table-layout:fixed;overflow-wrap:break-word"
PANELS = "display:flex;flex-wrap:wrap;gap:1rem 2rem"
PANEL_WIDTH = 20  # rem; a panel narrower than that goes under its neighbour
RECORD = f"border-top:{chips.HAIR};padding:0.7rem 0 0.9rem 0"
FACT = f"display:flex;flex-wrap:wrap;gap:0 0.75rem;border-bottom:{chips.HAIR}"
LABEL = "flex:1 1 5.5rem;font-weight:500;padding:0.35rem 0"
MEANING = "flex:2 1 9rem;margin:0;padding:0.35rem 0;overflow-wrap:anywhere"
FOLD = "cursor:pointer;min-height:24px;font-size:0.9rem"


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A card with a small table.

    Attributes:
        title: What the card says.
        columns: Headings of the rows.
        rows: The rows; may be empty.
        foot: What the card says under them, or instead of them; may be empty.
        share: Its share of the width, beside others.
    """

    title: str
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    foot: str = ""
    share: float = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One write of a list, with what it changed.

    Attributes:
        title: What was written.
        line: Who, when, why.
        fold: What the rows are called while they are folded away; empty leaves them
            open.
        columns: Headings of the rows.
        rows: What changed; may be empty.
        foot: What else the reader must know; may be empty.
    """

    title: str
    line: str
    fold: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    foot: str


def table(
    columns: Sequence[str], rows: Sequence[Sequence[str]], title: str = ""
) -> None:
    """Show rows of plain text under their headings, and a title over them."""
    st.html(chips.heading(title) + _scrolled(columns, rows))


def panels(each: Iterable[Panel]) -> None:
    """Show cards side by side, under one another on a phone, in one element."""
    st.html(f'<div style="{PANELS}">{"".join(map(_panel, each))}</div>')


def facts(pairs: Iterable[tuple[str, str]]) -> None:
    """Show labels and what they stand for, one line each, or two where it is narrow."""
    body = "".join(
        f'<div style="{FACT}"><dt style="{LABEL}">{escape(label)}</dt>'
        f'<dd style="{MEANING}">{escape(words)}</dd></div>'
        for label, words in pairs
    )
    st.html(f'<dl style="margin:0;padding:0;font-size:0.9rem">{body}</dl>')


def records(each: Iterable[Record]) -> None:
    """Show writes under one another, in one element."""
    st.html("".join(map(_record, each)))


def _record(record: Record) -> str:
    rows = _changed(record) if record.rows else ""
    foot = f'<div style="{chips.SMALL}">{escape(record.foot)}</div>'
    return (
        f'<section style="{RECORD}"><b>{escape(record.title)}</b>'
        f'<div style="{chips.SMALL}">{escape(record.line)}</div>'
        f"{rows}{foot if record.foot else ''}</section>"
    )


def _panel(panel: Panel) -> str:
    rows = _scrolled(panel.columns, panel.rows) if panel.rows else ""
    foot = f'<div style="{chips.SMALL}">{escape(panel.foot)}</div>'
    least = f"min(100%,{PANEL_WIDTH * panel.share}rem)"
    width = f"flex:{panel.share} 1 {least};min-width:0;box-sizing:border-box"
    return (
        f'<section style="{chips.CARD};{width}">{chips.heading(panel.title)}'
        f"{rows}{foot if panel.foot else ''}</section>"
    )


def _scrolled(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table that moves inside the page where the screen is narrower.

    It does so under the finger, or by the arrow keys once it has the focus.
    """
    heads = "".join(_cell("th scope='col'", "th", words) for words in columns)
    head = f"<thead><tr>{heads}</tr></thead>"
    return f"<div tabindex='0' style='overflow-x:auto'>{_table(head, rows)}</div>"


def _changed(record: Record) -> str:
    heads = "".join(_cell("th scope='col'", "th", words) for words in record.columns)
    table = _table(f"<thead><tr>{heads}</tr></thead>", record.rows, EVEN)
    if not record.fold:
        return table
    summary = f'<summary style="{FOLD}">{escape(record.fold)}</summary>'
    return f"<details>{summary}{table}</details>"


def _table(head: str, rows: Sequence[Sequence[str]], look: str = "") -> str:
    lines = ("".join(_cell("td", "td", words) for words in row) for row in rows)
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"<table style='{TABLE};{look}'>{head}<tbody>{body}</tbody></table>"


def _cell(opening: str, tag: str, words: str) -> str:
    weight = "font-weight:500;" if tag == "th" else ""
    longest = max(map(len, words.split()), default=0)
    breaks = "overflow-wrap:anywhere;" if longest > LONG_WORD else ""
    look = f"{weight}{breaks}{CELL};border-bottom:{chips.HAIR}"
    return f"<{opening} style='{look}'>{escape(words)}</{tag}>"
