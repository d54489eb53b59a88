"""The slides (Paparan) as PPTX: words that can be edited, charts as crisp pictures.

python-pptx, because nothing else in Python writes the format; it changes seldom, and
needs little that is not here anyway.
"""

import io
from typing import cast

from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.text.text import TextFrame

from reports import slide_parts
from reports.deck import Deck, Page
from reports.printable import visible
from reports.slide_master import blank_deck, numbered

REGIONS = {"id": "id-ID", "en": "en-GB"}


def pptx_of(deck: Deck) -> bytes:
    """Return the slides as a PowerPoint presentation."""
    made = blank_deck(visible(deck.title), visible(deck.office), deck.day)
    region = REGIONS[deck.language]
    for page in deck.pages:
        slide = numbered(made, visible(deck.foot))
        _fill(slide, page, deck.simulated)
        _note(slide, page, region)
    for part in (made.slide_master, *made.slide_layouts, *made.slides):
        _speak(part._element, region)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _fill(slide: Slide, page: Page, simulated: str) -> None:
    title = cast("Shape", slide.shapes.title)  # our one layout has a title
    title.text = visible(page.title)
    slide_parts.sentence(slide, page.sentence)
    slide_parts.numbers(slide, page.numbers)
    slide_parts.lines(slide, page.lines)
    if page.picture:
        slide_parts.picture(slide, page.picture)
    if page.table:
        slide_parts.table(slide, page.table)
    if page.is_simulated:
        slide_parts.simulated(slide, simulated)


def _note(slide: Slide, page: Page, region: str) -> None:
    if not page.notes:
        return
    notes = slide.notes_slide
    frame = cast("TextFrame", notes.notes_text_frame)
    frame.text = "\n".join(map(visible, page.notes))
    _speak(notes._element, region)


def _speak(part: BaseOxmlElement, region: str) -> None:
    """Set the language of every word, which a screen reader speaks in."""
    for kind in ("a:rPr", "a:endParaRPr"):
        for run in part.iter(qn(kind)):
            run.set("lang", region)
    for run in part.iter(qn("a:r")):
        run.get_or_add_rPr().set("lang", region)
