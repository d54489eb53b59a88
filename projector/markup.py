"""Pieces of a sheet as HTML, every word escaped.

Symbols are the paths that the charts use, in a box from -1 to 1.
"""

from html import escape

from charts.icons import NOTHING
from charts.palette import CELL_LOOKS, LIGHT, SOLID, STATUS_LOOKS, CellKind, Look
from domain.assessment import Status

BOX = "-1.5 -1.5 3 3"
HATCH = (
    '<path d="M-1.3,-.2L-.2,-1.3M-1.3,1.3L1.3,-1.3M.2,1.3L1.3,.2" stroke-width=".22"'
    ' stroke="#FFFFFF" stroke-opacity=".38"/>'
)
CLOCK = (
    '<path d="M-1.2,-.5L-.5,-1.2M-1.2,.4L-.85,.05M.05,-.85L.4,-1.2M-1.2,1.2L-.85,.85'
    'M.85,-.85L1.2,-1.2M-.4,1.2L-.05,.85M.85,-.05L1.2,-.4M.5,1.2L1.2,.5"'
    ' stroke="#0E1722" stroke-width=".16"/>'
    '<circle r=".85" fill="#FFFFFF" stroke="#0E1722" stroke-width=".2"/>'
    '<path d="M0,-.5V0L.38,.22" fill="none" stroke="#0E1722" stroke-width=".2"'
    ' stroke-linecap="round"/>'
)
LINE = "#595959"  # outlines of what has no ground of its own


def text(tag: str, look: str, words: str) -> str:
    """Return words in an element of a class; nothing for no words."""
    return f'<{tag} class="{look}">{escape(words)}</{tag}>' if words else ""


def status(which: Status, words: str) -> str:
    """Return the tile of a status with words beside it."""
    return _beside(STATUS_LOOKS[which], words)


def finding(kind: CellKind, words: str, more: str = "") -> str:
    """Return the tile of a finding with words beside it, on two lines if need be."""
    return _beside(CELL_LOOKS[kind], words, more)


def aged(words: str) -> str:
    """Return the mark of a stale figure: a clock on hatched ground, and its age."""
    tile = (
        f'<svg class="tile" viewBox="{BOX}" aria-hidden="true">'
        '<rect x="-1.35" y="-1.35" width="2.7" height="2.7" rx=".45" fill="#FFFFFF"/>'
        f"{CLOCK}</svg>"
    )
    return f'<span class="status aged">{tile}<span>{escape(words)}</span></span>'


def cell(kind: CellKind, words: str, *, is_stale: bool = False) -> str:
    """Return a cell of a table on the colour of its finding, its words for readers."""
    look = CELL_LOOKS[kind]
    hatch = f"{' hatched' if look.is_hatched else ''}{' stale' if is_stale else ''}"
    return (
        f'<td class="cell {_edge(look)}{hatch}"'
        f' style="background-color:{ground(kind)}">'
        f'<svg viewBox="{BOX}" role="img" aria-label="{escape(words)}">'
        f"{_symbol(look)}</svg></td>"
    )


def ground(kind: CellKind) -> str:
    """Return the colour that a cell of a finding stands on, whichever party it is."""
    return _ground(CELL_LOOKS[kind])


def percent(share: float) -> str:
    """Return a share from 0 to 1 as a length in CSS."""
    return f"{100 * share:.2f}%"


def _beside(look: Look, words: str, more: str = "") -> str:
    hatch = HATCH if look.is_hatched else ""
    tile = (
        f'<svg class="tile {_edge(look)}" viewBox="{BOX}" aria-hidden="true">'
        '<rect x="-1.35" y="-1.35" width="2.7" height="2.7" rx=".45"'
        f' fill="{_ground(look)}"/>{hatch}{_symbol(look)}</svg>'
    )
    rest = f'<i class="comma">, </i>{text("span", "rest", more)}' if more else ""
    return f'<span class="status">{tile}<span>{escape(words)}{rest}</span></span>'


def _edge(look: Look) -> str:
    """Return the class that draws the outline: the second carrier beside the colour."""
    if look.edge == SOLID:
        return "plain" if look.is_filled else "outlined"
    return "dotted" if look.is_filled else "dashed"


def _ground(look: Look) -> str:
    return LIGHT.fill[look.tone] if look.is_filled else LIGHT.paper


def _symbol(look: Look) -> str:
    ink = LIGHT.on[look.tone] if look.is_filled else LIGHT.ink
    solid, line = look.bare
    filled = "" if solid == NOTHING else f'<path d="{solid}" fill="{ink}"/>'
    drawn = "" if line == NOTHING else _stroked(line, ink)
    return f'<g transform="scale(.72)">{filled}{drawn}</g>'


def _stroked(path: str, ink: str) -> str:
    return (
        f'<path d="{path}" fill="none" stroke="{ink}" stroke-width=".3"'
        ' stroke-linecap="round" stroke-linejoin="round"/>'
    )
