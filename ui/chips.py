"""Marks and cards as HTML, every word escaped: many words in one element.

Streamlit sends each element as a message of its own, and each costs a rerun some 0.2
milliseconds; a list of milestones in native elements is thirty of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

import streamlit as st

from charts.palette import DARK, STATUS_LOOKS, Theme
from domain.assessment import Status
from ui.language import gettext as _
from ui.words import status_word

EDGE = "rgba(128,138,150,0.35)"
HAIR = f"1px solid {EDGE}"
SMALL = "font-size:0.9rem;line-height:1.6"
CHIP = "border-radius:0.25rem;padding:0.05rem 0.3rem;font-size:0.875rem"
ICON = "font-family:'Material Symbols Rounded';vertical-align:-0.15em;font-size:1.05em"
CARDS = "display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(150px,1fr))"
CARD = f"border:{HAIR};border-radius:0.5rem;padding:0.8rem 1rem"
VALUE = "font-size:1.9rem;font-weight:650;line-height:1.5"
ROW = "display:flex;flex-wrap:wrap;gap:0 0.75rem;padding-bottom:0.9rem"
LEFT = "flex:1 1 9rem;min-width:0"
RIGHT = "text-align:right;flex:none;max-width:9.5rem;margin-left:auto"
HEADING = "font-size:1.05rem;font-weight:650;padding:0 0 0.7rem 0;margin:0"
SAND = {False: ("#F6EFD9", "#5C4708"), True: ("#3A3218", "#EBD694")}
"""Ground and ink of the mark on simulated figures, by whether the page is dark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One milestone of a list.

    Attributes:
        name: Name of the milestone.
        status: Where it stands.
        state: How much is done, in words; may be empty.
        is_simulated: Whether that is simulated.
        left: Working days left or past, in words.
        limit: The limit or the planned end, in words.
    """

    name: str
    status: Status
    state: str
    is_simulated: bool
    left: str
    limit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One number on a card.

    Attributes:
        label: What is counted.
        value: Numerator in words.
        total: Denominator in words; may be empty.
        source: Where the figure comes from, in a word.
        meaning: What the reader learns from it.
        is_simulated: Whether it is simulated.
    """

    label: str
    value: str
    total: str
    source: str
    meaning: str
    is_simulated: bool


def heading(words: str) -> str:
    """Return the heading of a card; nothing for no words."""
    return f'<h3 style="{HEADING}">{escape(words)}</h3>' if words else ""


def draw_lines(title: str, lines: Iterable[Line], theme: Theme) -> None:
    """Show milestones under one another, their limits at the right."""
    st.html(heading(title) + "".join(_line(line, theme) for line in lines))


def draw_cards(cards: Iterable[Card], theme: Theme) -> None:
    """Show cards side by side, two by two on a phone."""
    each = "".join(f'<div style="{CARD}">{_card(card, theme)}</div>' for card in cards)
    st.html(f'<div style="{CARDS}">{each}</div>')


def _line(line: Line, theme: Theme) -> str:
    mark = _simulated(theme) if line.is_simulated else ""
    state = f"{_status(line.status, theme)} {escape(line.state)} {mark}"
    return (
        f'<div style="{ROW}"><div style="{LEFT}"><b>{escape(line.name)}</b>'
        f'<div style="{SMALL}">{state}</div></div>'
        f'<div style="{RIGHT}"><b>{escape(line.left)}</b>'
        f'<div style="{SMALL}">{escape(line.limit)}</div></div></div>'
    )


def _card(card: Card, theme: Theme) -> str:
    total = f'<span style="font-size:0.9rem"> {escape(card.total)}</span>'
    mark = _chip(escape(card.source), f"background:{theme.wash}")
    if card.is_simulated:
        mark = _simulated(theme)
    return (
        f'<div style="{SMALL}">{escape(card.label)}</div>'
        f'<div style="{VALUE}">{escape(card.value)}{total}</div>'
        f'<div style="{SMALL}">{mark} {escape(card.meaning)}</div>'
    )


def _status(status: Status, theme: Theme) -> str:
    look = STATUS_LOOKS[status]
    ground = theme.fill[look.tone] if look.is_filled else theme.wash
    ink = theme.on[look.tone] if look.is_filled else theme.ink
    words = _icon(look.material) + " " + escape(status_word(status))
    return _chip(words, f"background:{ground};color:{ink}")


def _simulated(theme: Theme) -> str:
    ground, ink = SAND[theme is DARK]
    look = f"background:{ground};color:{ink}"
    return _chip(_icon("science") + " " + escape(_("simulated")), look)


def _chip(content: str, look: str) -> str:
    return f'<span style="{CHIP};{look};white-space:nowrap">{content}</span>'


def _icon(name: str) -> str:
    return f'<span aria-hidden="true" translate="no" style="{ICON}">{name}</span>'
