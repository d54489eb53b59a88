"""A chart on a page: the picture, its takeaway, its table and its downloads."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import streamlit as st

from charts.palette import LIGHT
from reports import pictures
from ui import visit
from ui.language import gettext as _

if TYPE_CHECKING:
    import pandas as pd

Spec = dict[str, Any]

_ESCAPED = str.maketrans(
    {sign: f"\\{sign}" for sign in "\\`*_[]|$:~#"} | {"<": "&lt;", "\n": " "}
)

PIXELS_WIDE = 1200  # of a downloaded picture; on the page a chart fills its column


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The figures behind a chart, one row each, with words ready to read."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]

    def as_csv(self) -> bytes:
        """Return the table as CSV in UTF-8 with a mark that spreadsheets recognise.

        A cell that a spreadsheet would take for a formula is led by an apostrophe.
        """
        sheet = io.StringIO()
        writer = csv.writer(sheet)
        writer.writerows([map(_harmless, row) for row in (self.columns, *self.rows)])
        return sheet.getvalue().encode("utf-8-sig")

    def as_frame(self) -> "pd.DataFrame":
        """Return the table as a frame of texts, one column a heading."""
        import pandas as pd  # slow to load: only once a table is asked for

        return pd.DataFrame(list(self.rows), columns=list(self.columns), dtype="str")


def plain(text: str) -> str:
    """Return text that Markdown shows letter by letter."""
    return text.translate(_ESCAPED)


def chart(
    spec: Spec,
    *,
    key: str,
    alt: str,
    select: bool = False,
) -> dict[str, Any]:
    """Draw a chart and return what the visitor picked in it, by field.

    Args:
        spec: Vega-Lite specification with its rows inline.
        key: Identity of the chart on the page.
        alt: The takeaway, for those who do not see it.
        select: Whether a click on a mark picks it.
    """
    own = dict(spec)  # Streamlit adds to what it is given, and others share this one
    if not select:
        st.vega_lite_chart(spec=own, key=key, alt=alt, theme=None)
        return {}
    event = st.vega_lite_chart(
        spec=own, key=key, alt=alt, theme=None, on_select="rerun"
    )
    picked = event["selection"].get("pick") or []
    return dict(picked[0]) if picked else {}


def table_and_downloads(
    name: str, table: Callable[[], Table], spec: Callable[[], Spec] | None = None
) -> None:
    """Offer the table and the downloads of a chart; made only once asked for.

    Args:
        name: Name of the files, without ending; also the identity on the page.
        table: Makes the table.
        spec: Makes the chart's specification; None offers no picture.
    """
    panel = st.expander(
        _("Table and downloads"),
        key=f"table_{name}",
        icon=":material/table:",
        type="compact",
        on_change="rerun",
    )
    if not panel.open:
        return
    begun = visit.current()
    paper = begun.theme.paper if begun else LIGHT.paper
    with panel:
        made = table()
        st.dataframe(made.as_frame(), hide_index=True, key=f"frame_{name}")
        with st.container(horizontal=True):
            _offer(_("CSV"), made.as_csv, f"{name}.csv", "text/csv")
            if spec:
                _offer(
                    "SVG", lambda: as_svg(spec(), paper), f"{name}.svg", "image/svg+xml"
                )
                _offer("PNG", lambda: as_png(spec(), paper), f"{name}.png", "image/png")


def as_svg(spec: Spec, paper: str) -> bytes:
    """Return the chart as a vector picture, on ground of the colour `paper`."""
    return pictures.svg_of(pictures.on_paper(spec, paper, PIXELS_WIDE))


def as_png(spec: Spec, paper: str) -> bytes:
    """Return the chart as a picture of twice its size, on ground of `paper`."""
    return pictures.png_of(pictures.on_paper(spec, paper, PIXELS_WIDE))


def _offer(label: str, make: Callable[[], bytes], name: str, mime: str) -> None:
    st.download_button(label, make, name, mime, key=f"save_{name}", on_click="ignore")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
