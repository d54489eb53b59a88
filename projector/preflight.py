"""The checks before a show, made on the very sheets that the room would see."""

from domain.projection import Preflight
from domain.projection_checks import preflight
from projector.sheet import shown
from projector.sheets import Show
from projector.text_sizes import text_sizes


def examine(show: Show, css: str) -> Preflight:
    """Return what stands against a show.

    Args:
        show: The sheets.
        css: The style sheet that they are drawn with.
    """
    sheets = [shown(sheet, show.frame) for sheet in show.sheets]
    return preflight(sheets, text_sizes(css))
