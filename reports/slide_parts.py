"""What stands on a slide: sentences, numbers, charts, tables."""

import io
from collections.abc import Sequence

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.table import _Cell
from pptx.text.text import TextFrame
from pptx.util import Emu, Inches, Length, Pt

from charts.palette import LIGHT
from reports import pictures, symbols
from reports.deck import Picture
from reports.printable import visible
from reports.slide_master import BOTTOM, INNER, MARGIN, TOP
from reports.tables import Cell, Number, Table

INK, SOFT = MSO_THEME_COLOR.TEXT_1, MSO_THEME_COLOR.TEXT_2
WASH = MSO_THEME_COLOR.BACKGROUND_2
SENTENCE_HEIGHT = Inches(1.0)
CARD_HEIGHT = Inches(2.3)
GAP = Inches(0.25)
KEY_HEIGHT = Inches(0.4)
ROW_HEIGHT, TALL_ROW = Inches(0.44), Inches(0.66)
SHORT = 7  # rows of a table that has room for tall ones
TILE = Inches(0.2)
MARK_GROUND = RGBColor(0xF6, 0xEF, 0xD9)  # type: ignore[no-untyped-call]
MARK_INK = RGBColor(0x5C, 0x47, 0x08)  # type: ignore[no-untyped-call]

Box = tuple[Length, Length, Length, Length]
"""Left, top, width and height."""


def sentence(slide: Slide, words: str) -> None:
    """Write a sentence under the title."""
    if words:
        _write(_frame(slide, (MARGIN, TOP, INNER, SENTENCE_HEIGHT)), words, 20)


def numbers(slide: Slide, each: Sequence[Number]) -> None:
    """Draw numbers as cards side by side, under the sentence."""
    width = Emu((INNER - GAP * (len(each) - 1)) // max(len(each), 1))
    top = Emu(TOP + SENTENCE_HEIGHT + GAP)
    for place, number in enumerate(each):
        left = Emu(MARGIN + place * (width + GAP))
        _card(slide, (left, top, width, CARD_HEIGHT), number)


def _card(slide: Slide, box: Box, number: Number) -> None:
    card = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box)
    card.fill.solid()
    card.fill.fore_color.theme_color = WASH
    card.line.fill.background()
    card.shadow.inherit = False
    frame = card.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
    frame.margin_top = frame.margin_left = Inches(0.25)
    _write(frame, number.label, 14, SOFT)
    _write(frame, number.value, 44, is_bold=True)
    _add(frame, f" {number.total}", 20, SOFT)
    _write(frame, number.meaning, 13, SOFT)


def picture(slide: Slide, chart: Picture) -> None:
    """Draw a chart as large as fits, with what its tiles mean under it."""
    drawn = slide.shapes.add_picture(
        io.BytesIO(pictures.png(chart.spec, LIGHT.paper, chart.width)), MARGIN, TOP
    )
    _tell(drawn, chart.told)
    room = Emu(BOTTOM - TOP - (KEY_HEIGHT if chart.key else 0))
    scale = min(INNER / drawn.width, room / drawn.height)
    drawn.width, drawn.height = (
        Emu(int(drawn.width * scale)),
        Emu(int(drawn.height * scale)),
    )
    drawn.left = Emu(MARGIN + (INNER - drawn.width) // 2)
    drawn.top = Emu(TOP + (room - drawn.height) // 2)
    if chart.key:
        _key(slide, chart.key)


def table(slide: Slide, each: Table) -> None:
    """Write a table, larger where it is short; its heading is the slide's title."""
    if each.rows:
        _table(slide, each)
    if each.foot:
        under = Emu(BOTTOM - KEY_HEIGHT) if each.rows else TOP
        frame = _frame(slide, (MARGIN, under, INNER, KEY_HEIGHT))
        _write(frame, each.foot, 14 if each.rows else 20, SOFT)


def _table(slide: Slide, each: Table) -> None:
    rows, columns = len(each.rows) + 1, len(each.columns)
    size, high = (18, TALL_ROW) if rows <= SHORT else (13, ROW_HEIGHT)
    box = (MARGIN, TOP, INNER, Emu(high * rows))
    drawn = slide.shapes.add_table(rows, columns, *box)
    _tell(drawn, each.heading)
    for at, share in enumerate(each.widths):
        drawn.table.columns[at].width = Emu(int(INNER * share))
    heads = tuple(Cell(words=words) for words in each.columns)
    for at, row in enumerate((heads, *each.rows)):
        for place, cell in enumerate(row):
            there = drawn.table.cell(at, place)
            _cell(there, cell.words, size, is_heading=at == 0)


def lines(slide: Slide, each: Sequence[str]) -> None:
    """Write lines of text under the title."""
    if not each:
        return
    frame = _frame(slide, (MARGIN, TOP, INNER, Emu(BOTTOM - TOP)))
    for words in each:
        _write(frame, words, 18)


def simulated(slide: Slide, words: str) -> None:
    """Mark a slide as one of simulated figures."""
    left, top = Inches(9.3), Inches(6.97)
    mark = slide.shapes.add_shape(
        MSO_SHAPE.ROUNDED_RECTANGLE, left, top, Inches(2.55), Inches(0.3)
    )
    mark.fill.solid()
    mark.fill.fore_color.rgb = MARK_GROUND
    mark.line.fill.background()
    mark.shadow.inherit = False
    frame = mark.text_frame
    frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    _write(frame, words, 12)
    frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    frame.paragraphs[0].runs[0].font.color.rgb = MARK_INK


def _cell(cell: _Cell, words: str, size: float, *, is_heading: bool) -> None:
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_top = cell.margin_bottom = Inches(0.04)
    frame = cell.text_frame
    colour = MSO_THEME_COLOR.BACKGROUND_1 if is_heading else INK
    _write(frame, words, size, colour, is_bold=is_heading)


def _key(slide: Slide, key: Sequence[Cell]) -> None:
    tiles, width = symbols.tiles(), Emu(INNER // len(key))
    top = Emu(BOTTOM - KEY_HEIGHT + Inches(0.08))
    for place, cell in enumerate(key):
        left = Emu(MARGIN + place * width)
        drawn = pictures.tile(tiles[cell.tile])
        tile = slide.shapes.add_picture(io.BytesIO(drawn), left, top, TILE, TILE)
        _tell(tile, "")
        box = (Emu(left + TILE), Emu(top - Inches(0.08)), Emu(width - TILE), KEY_HEIGHT)
        _write(_frame(slide, box), cell.words, 12, SOFT)


def _frame(slide: Slide, box: Box) -> TextFrame:
    frame: TextFrame = slide.shapes.add_textbox(*box).text_frame
    frame.word_wrap = True
    return frame


def _write(
    frame: TextFrame,
    words: str,
    size: float,
    colour: MSO_THEME_COLOR = INK,
    *,
    is_bold: bool = False,
) -> None:
    """Write a paragraph after those that are there."""
    if frame.paragraphs[-1].runs:
        frame.add_paragraph()  # type: ignore[no-untyped-call]
    frame.paragraphs[-1].alignment = PP_ALIGN.LEFT
    _add(frame, words, size, colour, is_bold=is_bold)


def _add(
    frame: TextFrame,
    words: str,
    size: float,
    colour: MSO_THEME_COLOR,
    *,
    is_bold: bool = False,
) -> None:
    """Add words to the last paragraph."""
    run = frame.paragraphs[-1].add_run()
    run.text, run.font.size, run.font.bold = visible(words), Pt(size), is_bold
    run.font.color.theme_color = colour


def _tell(shape: BaseShape, words: str) -> None:
    """Say what a shape shows, for those who do not see it."""
    shape._element._nvXxPr.cNvPr.set("descr", visible(words))
