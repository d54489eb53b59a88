"""The tiles of the palette as SVG pictures: a ground, its edge, its sign."""

from enum import StrEnum

from charts.icons import NOTHING
from charts.palette import CELL_LOOKS, LIGHT, SOLID, STATUS_LOOKS, Look

BOX = "-1.5 -1.5 3 3"
HATCH = "M-1.3,-.2L-.2,-1.3M-1.3,1.3L1.3,-1.3M.2,1.3L1.3,.2"
LINE = 'fill="none" stroke-linecap="round" stroke-linejoin="round"'


def key_of(kind: StrEnum) -> str:
    """Return the name of the tile of a status, or of a cell of the grid."""
    return f"{type(kind).__name__}.{kind.name}"


def tiles() -> dict[str, str]:
    """Return every tile as an SVG picture, by its name."""
    looks = (*STATUS_LOOKS.items(), *CELL_LOOKS.items())
    return {key_of(kind): tile(look) for kind, look in looks}


def tile(look: Look) -> str:
    """Return a tile as an SVG picture, on white paper."""
    ground = LIGHT.fill[look.tone] if look.is_filled else LIGHT.paper
    ink = LIGHT.on[look.tone] if look.is_filled else LIGHT.ink
    solid, line = look.bare
    filled = "" if solid == NOTHING else f'<path d="{solid}" fill="{ink}"/>'
    drawn = f'<path d="{line}" stroke="{ink}" stroke-width=".3" {LINE}/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{BOX}">'
        f'<rect x="-1.35" y="-1.35" width="2.7" height="2.7" rx=".45" fill="{ground}"'
        f"{_edge(look)}/>{_hatch(look)}"
        f'<g transform="scale(.72)">{filled}{drawn if line != NOTHING else ""}</g>'
        "</svg>"
    )


def _edge(look: Look) -> str:
    if look.edge == SOLID and look.is_filled:
        return ""
    ink = LIGHT.ink if look.is_filled else LIGHT.fill[look.tone]
    dashes = " ".join(str(length * 0.11) for length in look.edge)
    dashed = "" if look.edge == SOLID else f' stroke-dasharray="{dashes}"'
    return f' stroke="{ink}" stroke-width=".18"{dashed}'


def _hatch(look: Look) -> str:
    if not look.is_hatched:
        return ""
    return f'<path d="{HATCH}" stroke="{LIGHT.stripe}" stroke-width=".22" {LINE}/>'
