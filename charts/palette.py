"""One palette: a colour, an icon and a second carrier for every status and verdict."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from charts import icons
from domain.assessment import Status

SOLID = (1.0, 0.0)
_WIDE = {icons.CHECK: icons.WIDE_CHECK, icons.CROSS: icons.WIDE_CROSS}


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
    solid: str = icons.NOTHING
    line: str = icons.NOTHING
    edge: tuple[float, ...] = SOLID
    is_filled: bool = True
    is_hatched: bool = False

    @property
    def bare(self) -> tuple[str, str]:
        """Return the filled and the stroked part for a ground of the colour itself.

        A disc or triangle of that colour would vanish on it, so it is left out or
        drawn in outline, and the sign within takes its place.
        """
        line = _WIDE.get(self.line, self.line)
        if self.solid == icons.TRIANGLE:
            return icons.NOTHING, line + icons.TRIANGLE
        return (icons.NOTHING if self.solid == icons.CIRCLE else self.solid), line


def _by_tone(*colours: str) -> Mapping[Tone, str]:
    return dict(zip(Tone, colours, strict=True))


LIGHT = Theme(
    ink="#0E1722",
    soft="#4A5561",
    hair="#DCE2E8",
    paper="#FFFFFF",
    wash="#F3F5F7",
    fill=_by_tone("#12436D", "#28A197", "#F46A25", "#801650", "#595959"),
    on=_by_tone("#FFFFFF", "#000000", "#000000", "#FFFFFF", "#FFFFFF"),
    stripe="#A8497F",
)
DARK = Theme(
    ink="#E9EEF3",
    soft="#B4BEC9",
    hair="#2C3947",
    paper="#0F1720",
    wash="#18222D",
    fill=_by_tone("#6BACE6", "#28A197", "#F46A25", "#A285D1", "#9AA0A6"),
    on=dict.fromkeys(Tone, "#000000"),
    stripe="#C9B8E6",
)

STATUS_LOOKS: Mapping[Status, Look] = {
    Status.DONE: Look(
        tone=Tone.BLUE, material="check", solid=icons.CIRCLE, line=icons.CHECK
    ),
    Status.DONE_LATE: Look(
        tone=Tone.BLUE, material="check_circle", line=icons.CIRCLE + icons.CHECK
    ),
    Status.RUNNING: Look(
        tone=Tone.GREEN, material="contrast", solid=icons.HALF_DISC, line=icons.CIRCLE
    ),
    Status.AT_RISK: Look(
        tone=Tone.ORANGE,
        material="warning",
        solid=icons.TRIANGLE,
        line=icons.EXCLAMATION,
        edge=(2, 2.5),
    ),
    Status.OVERDUE: Look(
        tone=Tone.VIOLET,
        material="close",
        solid=icons.CIRCLE,
        line=icons.CROSS,
        is_hatched=True,
    ),
    Status.NOT_STARTED: Look(
        tone=Tone.GRAY,
        material="radio_button_unchecked",
        line=icons.CIRCLE,
        edge=(5, 3),
        is_filled=False,
    ),
    Status.UNREPORTED: Look(
        tone=Tone.GRAY,
        material="question_mark",
        line=icons.QUESTION,
        edge=(1.5, 2.5),
        is_filled=False,
    ),
    Status.CONDITIONAL: Look(
        tone=Tone.GRAY,
        material="pending",
        line=icons.CIRCLE + icons.ELLIPSIS,
        edge=(7, 3, 1.5, 3),
        is_filled=False,
    ),
    Status.NOT_HELD: Look(
        tone=Tone.GRAY,
        material="do_not_disturb_on",
        line=icons.CIRCLE + icons.MINUS,
        edge=(1.5, 4),
        is_filled=False,
    ),
}

# Cells are drawn larger than the icons of a row, so their symbols have no disc.
CELL_LOOKS: Mapping[CellKind, Look] = {
    CellKind.ELIGIBLE: Look(tone=Tone.BLUE, material="check", line=icons.WIDE_CHECK),
    CellKind.CORRECTABLE: Look(
        tone=Tone.ORANGE, material="warning", solid=icons.WIDE_TRIANGLE, edge=(1.5, 3)
    ),
    CellKind.INELIGIBLE: Look(
        tone=Tone.VIOLET, material="close", line=icons.WIDE_CROSS, is_hatched=True
    ),
    CellKind.CARRIED: Look(
        tone=Tone.BLUE, material="done_all", line=icons.TWO_CHECKS, is_filled=False
    ),
    CellKind.IN_PROGRESS: Look(
        tone=Tone.GREEN,
        material="contrast",
        solid=icons.LEFT_HALF,
        line=icons.RIGHT_ARC,
    ),
    CellKind.UNREPORTED: Look(
        tone=Tone.GRAY,
        material="question_mark",
        line=icons.WIDE_QUESTION,
        edge=(1.5, 3.2),
        is_filled=False,
    ),
    CellKind.NOT_APPLICABLE: Look(
        tone=Tone.GRAY, material="remove", line=icons.MINUS, is_filled=False
    ),
}
