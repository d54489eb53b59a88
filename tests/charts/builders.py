"""Values with defaults, so that a test names only what it is about."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import vl_convert

from charts.palette import CellKind
from charts.time_axis import Window
from charts.timeline import GanttView
from charts.timeline_rows import GanttRow
from charts.verification import GridCell, GridColumn, GridRow
from domain.assessment import Status

SEPTEMBER = Window(first=date(2022, 9, 1), last=date(2022, 9, 30))
TODAY = date(2022, 9, 8)


def stage(code="3", status=Status.RUNNING, **facts) -> GanttRow:
    words = {
        "name": "Pendaftaran dan verifikasi peserta",
        "full_name": "Pendaftaran dan verifikasi Peserta Pemilu",
        "caption": "Berjalan 27% · 29 Jul – 13 Des 2022",
        "status_word": "Berjalan 27%",
        "dates": "29 Jul – 13 Des 2022",
    }
    return GanttRow(code=code, status=status, **words | facts)


def view(**facts) -> GanttView:
    return GanttView(**{"window": SEPTEMBER, "today": TODAY} | facts)


def party(code="perindo", cells=(CellKind.ELIGIBLE,), **facts) -> GridRow:
    words = {
        "name": "Perindo",
        "full_name": "Partai Persatuan Indonesia",
        "summary": "7 dari 8 yang diperlukan",
        "brief": "7 dari 8",
        "standing_word": "masih mungkin",
        "standing": CellKind.IN_PROGRESS,
    }
    drawn = tuple(GridCell(kind=kind, text=kind.value) for kind in cells)
    return GridRow(code=code, cells=drawn, **words | facts)


MATARAM = GridColumn(code="52.71", name="Kota Mataram")
BIMA = GridColumn(code="52.72", name="Kota Bima")


def rows_of(spec: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """Return the rows of one kind that a filled chart carries."""
    values = spec["layer"][0]["data"]["values"]
    return [row for row in values if row["kind"] == kind]


def value_of(spec: dict[str, Any], name: str) -> Any:
    """Return the value of a name in the chart's expressions."""
    return next(param["value"] for param in spec["params"] if param["name"] == name)


def layers(spec: dict[str, Any]) -> list[dict[str, Any]]:
    return spec["layer"][0]["layer"]


def nested(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every mapping inside a chart."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from nested(each)


def drawn(spec: dict[str, Any], width: int = 900) -> str:
    """Return the chart as SVG, drawn by the engine that the browser uses."""
    sized = json.loads(json.dumps(spec)) | {"width": width}
    return vl_convert.vegalite_to_svg(sized)


def read(spec: dict[str, Any], width: int = 900) -> set[str]:
    """Return the texts that can be read in a chart; hidden ones have size 0."""
    texts = re.findall(
        r'font-size="([\d.]+)px"[^>]*>([^<]*)</text>', drawn(spec, width)
    )
    return {text for size, text in texts if float(size) > 0}
