"""The ground of the slides: 16:9, one layout, our colours, nothing left over.

python-pptx begins with a file of 4:3 with eleven layouts, a thumbnail and the settings
of a printer; of it stays the layout that is a title alone.
"""

from copy import deepcopy
from datetime import date, datetime, time

from pptx import Presentation, presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.slide import Slide, SlideMaster
from pptx.util import Emu, Inches

from charts.palette import LIGHT, Tone

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
MARGIN = Inches(0.55)
INNER = Emu(WIDTH - 2 * MARGIN)
TOP, BOTTOM = Inches(1.5), Inches(6.75)
"""Of what stands between title and foot."""

TYPEFACE = "Arial"
OF_TEXTS = "+mn-lt"  # the theme's own, for texts that are no titles
"""One that every office has, or has one of the same widths: a slide carries none."""

PLACES = {
    PP_PLACEHOLDER.BODY: (MARGIN, TOP, INNER, Emu(BOTTOM - TOP)),
    PP_PLACEHOLDER.TITLE: (MARGIN, Inches(0.4), INNER, Inches(1.0)),
    PP_PLACEHOLDER.FOOTER: (MARGIN, Inches(6.95), Inches(8.6), Inches(0.35)),
    PP_PLACEHOLDER.SLIDE_NUMBER: (
        Inches(11.8),
        Inches(6.95),
        Inches(0.98),
        Inches(0.35),
    ),
}
COLOURS = {
    "dk1": LIGHT.ink,
    "lt1": LIGHT.paper,
    "dk2": LIGHT.soft,
    "lt2": LIGHT.wash,
    "accent1": LIGHT.fill[Tone.BLUE],
    "accent2": LIGHT.fill[Tone.GREEN],
    "accent3": LIGHT.fill[Tone.ORANGE],
    "accent4": LIGHT.fill[Tone.VIOLET],
    "accent5": LIGHT.fill[Tone.GRAY],
    "accent6": LIGHT.stripe,
    "hlink": LIGHT.fill[Tone.BLUE],
    "folHlink": LIGHT.fill[Tone.VIOLET],
}
LEFT_OVER = {RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.PRINTER_SETTINGS}


def blank_deck(title: str, author: str, day: date) -> presentation.Presentation:
    """Return slides of our look, without a slide."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    for part in (deck.part, deck.part.package):
        for name, relation in list(part._rels.items()):  # without a public name
            if relation.reltype in LEFT_OVER:
                part._rels.pop(name)
    for layout in list(deck.slide_layouts):
        if layout.name != "Title Only":
            deck.slide_layouts.remove(layout)
    _place(deck.slide_master)
    _dress(deck.slide_master)
    about = deck.core_properties
    about.title, about.author, about.last_modified_by = title, author, author
    about.created = about.modified = datetime.combine(day, time())
    return deck


def numbered(deck: presentation.Presentation, foot: str) -> Slide:
    """Return a new slide at the end, with its foot and its number."""
    layout = deck.slide_layouts[0]
    slide: Slide = deck.slides.add_slide(layout)
    for each in list(layout.placeholders):
        kind = each.placeholder_format.type
        if kind in {PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER}:
            slide.shapes._spTree.append(deepcopy(each._element))
        if kind is PP_PLACEHOLDER.FOOTER:
            slide.placeholders[each.placeholder_format.idx].text = foot
    return slide


def _place(master: SlideMaster) -> None:
    for shelf in (master, *master.slide_layouts):
        for each in list(shelf.placeholders):
            place = PLACES.get(each.placeholder_format.type)
            if place is None:  # the day stands in the foot
                each._element.getparent().remove(each._element)
            elif shelf is master:
                each.left, each.top, each.width, each.height = place


def _dress(master: SlideMaster) -> None:
    """Set colours and typeface of the theme, and how titles and feet are written."""
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    told = parse_xml(theme.blob)
    scheme = told.find(f".//{qn('a:clrScheme')}")
    for name, colour in COLOURS.items():
        own = scheme.find(qn(f"a:{name}"))
        own.clear()
        value = OxmlElement("a:srgbClr")
        value.set("val", colour.removeprefix("#"))
        own.append(value)
    for latin in told.iterfind(f".//{qn('a:fontScheme')}/*/{qn('a:latin')}"):
        latin.set("typeface", TYPEFACE)
    theme._blob = serialize_part_xml(told)
    title = master._element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    title.set("algn", "l")
    title.find(qn("a:defRPr")).attrib.update({"sz": "2600", "b": "1"})
    for level in master._element.iterfind(f".//{qn('a:lstStyle')}/{qn('a:lvl1pPr')}"):
        is_number = level.get("algn") == "r"
        level.set("algn", "r" if is_number else "l")
        # LibreOffice writes a foot that names no typeface in one of its own.
        typeface = OxmlElement("a:latin")
        typeface.set("typeface", OF_TEXTS)
        level.find(qn("a:defRPr")).append(typeface)
