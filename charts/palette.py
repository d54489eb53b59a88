"""One palette: a colour, an icon and a second carrier for every status and verdict."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.assessment import Status

# Icons are SVG paths in a box from -1 to 1.
CIRCLE = "M-1,0A1,1,0,1,1,1,0A1,1,0,1,1,-1,0Z"
HALF_DISC = "M0,-1A1,1,0,0,1,0,1Z"
TRIANGLE = "M0,-0.95L1.05,0.88L-1.05,0.88Z"
CHECK = "M-0.45,0.05L-0.12,0.38L0.48,-0.33"
CROSS = "M-0.36,-0.36L0.36,0.36M-0.36,0.36L0.36,-0.36"
EXCLAMATION = "M0,-0.25L0,0.28M0,0.53L0,0.6"
QUESTION = "M-0.42,-0.4A0.44,0.44,0,1,1,0.12,0.0Q0,0.1,0,0.35M0,0.72L0,0.8"
MINUS = "M-0.5,0L0.5,0"
ELLIPSIS = "M-0.5,0L-0.46,0M-0.02,0L0.02,0M0.46,0L0.5,0"
NOTHING = "M0,0Z"

SOLID = (1.0, 0.0)


class Tone(StrEnum):
    """A colour of the palette, by the name of the Streamlit colour it stands for."""

    BLUE = "blue"
    GREEN = "green"
    ORANGE = "orange"
    VIOLET = "violet"
    GRAY = "gray"


class CellKind(StrEnum):
    """What one party reached in one kab/kota, as a cell shows it."""

    ELIGIBLE = "MS"
    CORRECTABLE = "BMS"
    INELIGIBLE = "TMS"
    CARRIED = "carried"  # MS in an earlier round, not checked again
    IN_PROGRESS = "in_progress"
    UNREPORTED = "unreported"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Theme:
    """The colours of a page that charts stand on; two themes differ by identity.

    Attributes:
        ink: Text and lines that carry meaning.
        soft: Text of the second rank.
        hair: Hairlines, decoration only.
        paper: Ground of the page.
        wash: Ground of a chosen row and of an empty track.
        fill: Colour of each tone.
        on: Colour of text and symbols on each tone.
        stripe: Colour of the diagonal stripes on the violet tone.
    """

    ink: str
    soft: str
    hair: str
    paper: str
    wash: str
    fill: Mapping[Tone, str]
    on: Mapping[Tone, str]
    stripe: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How one status is drawn; colour is never its only carrier.

    Attributes:
        tone: Colour; its value is the Streamlit colour of the badge.
        material: Name of the Material symbol in badges.
        solid: Filled part of the chart icon, an SVG path.
        line: Stroked part of the chart icon, an SVG path.
        edge: Dashes of the outline in pixels, drawn and blank by turns.
        is_filled: Whether the shape is filled with the tone rather than outlined.
        is_hatched: Whether diagonal stripes lie on the fill.
    """

    tone: Tone
    material: str
    solid: str
    line: str
    edge: tuple[float, ...] = SOLID
    is_filled: bool = True
    is_hatched: bool = False


LIGHT = Theme(
    ink="#0E1722",
    soft="#4A5561",
    hair="#DCE2E8",
    paper="#FFFFFF",
    wash="#F3F5F7",
    fill={
        Tone.BLUE: "#12436D",
        Tone.GREEN: "#28A197",
        Tone.ORANGE: "#F46A25",
        Tone.VIOLET: "#801650",
        Tone.GRAY: "#595959",
    },
    on={
        Tone.BLUE: "#FFFFFF",
        Tone.GREEN: "#000000",
        Tone.ORANGE: "#000000",
        Tone.VIOLET: "#FFFFFF",
        Tone.GRAY: "#FFFFFF",
    },
    stripe="#A8497F",
)
DARK = Theme(
    ink="#E9EEF3",
    soft="#B4BEC9",
    hair="#2C3947",
    paper="#0F1720",
    wash="#18222D",
    fill={
        Tone.BLUE: "#6BACE6",
        Tone.GREEN: "#28A197",
        Tone.ORANGE: "#F46A25",
        Tone.VIOLET: "#A285D1",
        Tone.GRAY: "#9AA0A6",
    },
    on=dict.fromkeys(Tone, "#000000"),
    stripe="#C9B8E6",
)

STATUS_LOOKS: Mapping[Status, Look] = {
    Status.DONE: Look(tone=Tone.BLUE, material="check", solid=CIRCLE, line=CHECK),
    Status.DONE_LATE: Look(
        tone=Tone.BLUE,
        material="check_circle",
        solid=NOTHING,
        line=CIRCLE + CHECK,
    ),
    Status.RUNNING: Look(
        tone=Tone.GREEN, material="contrast", solid=HALF_DISC, line=CIRCLE
    ),
    Status.AT_RISK: Look(
        tone=Tone.ORANGE,
        material="warning",
        solid=TRIANGLE,
        line=EXCLAMATION,
        edge=(2, 2.5),
    ),
    Status.OVERDUE: Look(
        tone=Tone.VIOLET,
        material="close",
        solid=CIRCLE,
        line=CROSS,
        is_hatched=True,
    ),
    Status.NOT_STARTED: Look(
        tone=Tone.GRAY,
        material="radio_button_unchecked",
        solid=NOTHING,
        line=CIRCLE,
        edge=(5, 3),
        is_filled=False,
    ),
    Status.UNREPORTED: Look(
        tone=Tone.GRAY,
        material="question_mark",
        solid=NOTHING,
        line=QUESTION,
        edge=(1.5, 2.5),
        is_filled=False,
    ),
    Status.CONDITIONAL: Look(
        tone=Tone.GRAY,
        material="pending",
        solid=NOTHING,
        line=CIRCLE + ELLIPSIS,
        edge=(7, 3, 1.5, 3),
        is_filled=False,
    ),
    Status.NOT_HELD: Look(
        tone=Tone.GRAY,
        material="do_not_disturb_on",
        solid=NOTHING,
        line=CIRCLE + MINUS,
        edge=(1.5, 4),
        is_filled=False,
    ),
}

# Cells are drawn larger than the icons of a row, so their symbols have no disc.
CELL_LOOKS: Mapping[CellKind, Look] = {
    CellKind.ELIGIBLE: Look(
        tone=Tone.BLUE,
        material="check",
        solid=NOTHING,
        line="M-0.78,0.05L-0.22,0.62L0.82,-0.6",
    ),
    CellKind.CORRECTABLE: Look(
        tone=Tone.ORANGE,
        material="warning",
        solid="M0,-0.75L0.85,0.7L-0.85,0.7Z",
        line=NOTHING,
        edge=(1.5, 3),
    ),
    CellKind.INELIGIBLE: Look(
        tone=Tone.VIOLET,
        material="close",
        solid=NOTHING,
        line="M-0.65,-0.65L0.65,0.65M0.65,-0.65L-0.65,0.65",
        is_hatched=True,
    ),
    CellKind.CARRIED: Look(
        tone=Tone.BLUE,
        material="done_all",
        solid=NOTHING,
        line="M-1,0.05L-0.5,0.55L0.4,-0.5M0,0.55L0.9,-0.5",
        is_filled=False,
    ),
    CellKind.IN_PROGRESS: Look(
        tone=Tone.GREEN,
        material="contrast",
        solid="M0,-0.85A0.85,0.85,0,0,0,0,0.85Z",
        line="M0,-0.85A0.85,0.85,0,0,1,0,0.85",
    ),
    CellKind.UNREPORTED: Look(
        tone=Tone.GRAY,
        material="question_mark",
        solid=NOTHING,
        line="M-0.5,-0.36A0.5,0.44,0,1,1,0.2,0.02Q0,0.12,0,0.34M0,0.72L0,0.76",
        edge=(1.5, 3.2),
        is_filled=False,
    ),
    CellKind.NOT_APPLICABLE: Look(
        tone=Tone.GRAY,
        material="remove",
        solid=NOTHING,
        line=MINUS,
        edge=(0, 1),
        is_filled=False,
    ),
}


def contrast(one: str, other: str) -> float:
    """Return the contrast of two `#RRGGBB` colours, from 1 to 21.

    Source: WCAG 2.2, definition of contrast ratio.
    """
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(channel: float) -> float:
    if channel <= 0.04045:
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)
