"""The status grammar in Markdown: colour, icon and word, always together."""

from charts.palette import CELL_LOOKS, STATUS_LOOKS, CellKind, Look
from domain.assessment import Status
from ui.language import gettext as _
from ui.words import status_word


def status_badge(status: Status, more: str = "") -> str:
    """Return the badge of a status, with more words after its own."""
    words = f"{status_word(status)} {more}".strip()
    return look_badge(STATUS_LOOKS[status], words)


def cell_badge(kind: CellKind, words: str) -> str:
    """Return the badge of a cell of the verification grid."""
    return look_badge(CELL_LOOKS[kind], words)


def look_badge(look: Look, words: str) -> str:
    """Return a badge in the colour and with the icon of a look."""
    return f":{look.tone}-badge[:material/{look.material}: {words}]"


def simulated_badge() -> str:
    """Return the mark that every simulated figure carries."""
    word = _("simulated")
    return f":yellow-badge[:material/science: {word}]"


def simulated_words(*, is_simulated: bool) -> str:
    """Return the mark in words, where a chart has no room for a badge."""
    word = _("simulated")
    return f" ({word})" if is_simulated else ""


def marked(words: str, *, is_simulated: bool) -> str:
    """Return words, with the mark after them if a figure in them is simulated."""
    return f"{words} {simulated_badge()}" if is_simulated else words
