"""A public view as HTML, every word of it escaped."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import assert_never

from charts.icons import NOTHING
from charts.palette import CELL_LOOKS, STATUS_LOOKS, Look
from exports.public_copy.content import (
    Attention,
    Block,
    Details,
    Folded,
    Heading,
    Item,
    Numbers,
    Passage,
    Picture,
    Row,
    Said,
    View,
)
from ui.chips import Card, Line
from ui.figure import Table
from ui.language import gettext as _
from ui.lines import Panel
from ui.words import status_word

Drawings = Mapping[str, Sequence[str]]
"""The SVG of each chart, by its key, from the narrowest to the widest."""

SIZES = {1: ("",), 2: ("narrow", "broad"), 3: ("narrow", "wide", "large")}
"""Classes of the drawings of one chart, by how many there are."""


def content(view: View, drawings: Drawings, *, has_tables: bool = True) -> str:
    """Return what stands on the page of a view.

    Args:
        view: What it says.
        drawings: Its charts.
        has_tables: Whether the tables behind the charts are folded in under them.
    """
    drawn = "".join(_row(row, drawings, has_tables=has_tables) for row in view.rows)
    return f"{_head(view, drawings)}{drawn}{_text('p', 'foot', view.foot)}"


def _head(view: View, drawings: Drawings) -> str:
    mark = _simulated() if view.is_simulated else ""
    sentence = f"<p>{escape(view.sentence)} {mark}</p>" if view.sentence else ""
    beside = ""
    if view.beside:
        beside = f'<div class="beside">{_sizes(drawings[view.beside.key])}</div>'
    return titled(view.title, sentence, beside)


def titled(title: str, under: str = "", beside: str = "") -> str:
    """Return the title of a page, with HTML under it and beside it."""
    # No h1: a screen that stands in for this one has its own.
    said = f'<b role="heading" aria-level="1">{escape(title)}</b>{under}'
    return f'<div class="head"><div class="state">{said}</div>{beside}</div>'


def _row(row: Row, drawings: Drawings, *, has_tables: bool) -> str:
    shown = row.blocks if has_tables else _without_tables(row.blocks)
    if not shown:
        return ""
    each = "".join(_block(block, drawings, has_tables=has_tables) for block in shown)
    return f'<div class="row {row.look}">{each}</div>'


def _without_tables(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return blocks without their tables, and without a heading of tables alone."""
    rest = [block for block in blocks if not isinstance(block, Folded)]
    of_tables = len(rest) < len(blocks)
    is_bare = of_tables and all(isinstance(block, Heading) for block in rest)
    return [] if is_bare else rest


def _block(  # noqa: C901 - one case a kind
    block: Block, drawings: Drawings, *, has_tables: bool
) -> str:
    match block:
        case Picture():
            table = block.table if has_tables else None
            return _picture(block, drawings[block.key], table)
        case Numbers():
            return f'<div class="numbers">{"".join(map(_card, block.cards))}</div>'
        case Attention():
            lines = "".join(map(_line, block.lines))
            return f'<section class="card">{_title(block.title)}{lines}</section>'
        case Heading():
            return _heading(block)
        case Folded():
            return _folded(block.title, block.table)
        case Panel():
            return _panel(block)
        case Details():
            return _details(block)
        case Passage():
            said = "".join(map(_said, block.said))
            return f'<div class="passage">{_title(block.title)}{said}</div>'
        case _ as unreachable:
            assert_never(unreachable)


def _heading(heading: Heading) -> str:
    mark = _simulated() if heading.is_simulated else ""
    words = _text("p", "small", heading.words)
    signs = (
        f"<li>{_chip(CELL_LOOKS[kind], words)}</li>"
        for kind, words in heading.legend.items()
    )
    legend = f'<ul class="legend">{"".join(signs)}</ul>' if heading.legend else ""
    return f"<div><h2>{escape(heading.title)} {mark}</h2>{words}{legend}</div>"


def _picture(picture: Picture, drawings: Sequence[str], table: Table | None) -> str:
    fold = _folded(_("Table"), table) if table else ""
    return (
        f'<figure class="card {picture.key}">{_title(picture.title)}'
        f"{_sizes(drawings)}{fold}</figure>"
    )


def _sizes(drawings: Sequence[str]) -> str:
    """Return one drawing in its sizes; the style sheet shows the one that fits."""
    sizes = zip(SIZES[len(drawings)], drawings, strict=True)
    return "".join(f'<div class="chart {size}">{svg}</div>' for size, svg in sizes)


def _card(card: Card) -> str:
    total = _text("span", "total", card.total)
    mark = _simulated() if card.is_simulated else _text("span", "chip", card.source)
    return (
        f'<div class="card"><div class="small">{escape(card.label)}</div>'
        f'<div class="value">{escape(card.value)} {total}</div>'
        f'<div class="small">{mark} {escape(card.meaning)}</div></div>'
    )


def _line(line: Line) -> str:
    mark = _simulated() if line.is_simulated else ""
    limit = _text("div", "small", line.limit)
    status = _chip(STATUS_LOOKS[line.status], status_word(line.status))
    return (
        f'<div class="line"><div><b>{escape(line.name)}</b><div class="small">'
        f"{status} {escape(line.state)} {mark}</div></div>"
        f'<div class="end"><b>{escape(line.left)}</b>{limit}</div></div>'
    )


def _panel(panel: Panel) -> str:
    table = _table(panel.columns, panel.rows) if panel.rows else ""
    foot = _text("div", "small", panel.foot)
    return f'<section class="card">{_title(panel.title)}{table}{foot}</section>'


def _said(said: Said) -> str:
    if said.items:
        lines = "".join(f"<li>{escape(each)}</li>" for each in said.items)
        return f"<ul>{lines}</ul>"
    chips = [_chip(STATUS_LOOKS[status], words) for status, words in said.chips]
    mark = [_simulated()] if said.is_simulated else []
    words = " ".join(filter(None, [*chips, escape(said.words), *mark]))
    return f'<p class="{said.look}">{words}</p>' if words else ""


def _details(block: Details) -> str:
    mark = _simulated() if block.is_simulated else ""
    status = _chip(STATUS_LOOKS[block.status], status_word(block.status))
    facts = "".join(
        f"<div><dt>{escape(label)}</dt><dd>{escape(words)}</dd></div>"
        for label, words in block.facts
    )
    return (
        f'<section class="card details"><p>{status} {mark}</p>'
        f"<h2>{escape(block.title)}</h2><dl>{facts}</dl>"
        f"<ul>{''.join(map(_item, block.items))}</ul>"
        f"{_text('p', 'source', block.foot)}</section>"
    )


def _item(item: Item) -> str:
    status = _chip(STATUS_LOOKS[item.status], status_word(item.status))
    days = _text("span", "source", item.days)
    return f"<li>{status} <b>{escape(item.name)}</b> {days}</li>"


def _folded(title: str, table: Table) -> str:
    rows = _table(table.columns, table.rows)
    return f"<details><summary>{escape(title)}</summary>{rows}</details>"


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    heads = "".join(f'<th scope="col">{escape(words)}</th>' for words in columns)
    head = f"<thead><tr>{heads}</tr></thead>" if columns else ""
    lines = ("".join(f"<td>{escape(words)}</td>" for words in row) for row in rows)
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return (
        f'<div class="scroll" tabindex="0"><table>{head}<tbody>{body}</tbody></table>'
        "</div>"
    )


def _chip(look: Look, words: str) -> str:
    """Return words on the colour of what they say, its sign before them."""
    ground = look.tone.value if look.is_filled else "empty"
    solid, line = look.bare
    filled = "" if solid == NOTHING else f'<path class="solid" d="{solid}"/>'
    drawn = "" if line == NOTHING else f'<path class="line" d="{line}"/>'
    sign = f'<svg viewBox="-1.3 -1.3 2.6 2.6" aria-hidden="true">{filled}{drawn}</svg>'
    return f'<span class="chip {ground}">{sign}{escape(words)}</span>'


def _simulated() -> str:
    return _text("span", "chip simulated", _("simulated"))


def _title(words: str) -> str:
    return _text("h2", "title", words)


def _text(tag: str, look: str, words: str) -> str:
    """Return words in an element of a class; nothing for no words."""
    return f'<{tag} class="{look}">{escape(words)}</{tag}>' if words else ""


def of_day(words: str) -> str:
    """Return the line over a view that says its day; the line is there without one."""
    return f'<div class="as-of">{escape(words)}</div>'
