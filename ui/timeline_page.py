"""Linimasa: what is shown of the timeline, and the panel beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import streamlit as st

from charts.time_axis import Window
from charts.timeline import GanttView, gantt
from charts.timeline_rows import GanttRow
from domain.assessment import Assessment, StageAssessment, Status
from domain.timeline import Baseline
from ui import address, filters, headlines
from ui.drawn import made
from ui.figure import Spec
from ui.language import gettext as _
from ui.language import name
from ui.store import Overview
from ui.summary import landmarks
from ui.timeline import milestone_rows, stage_rows
from ui.visit import Visit
from ui.words import status_word

ZOOM = "lihat"
STAGE = "tahap"
ITEM = "kegiatan"
STATUS = "status"
BASELINE = "acuan"
ALL = "semua"
ONE_STAGE = "tahapan"
NINETY = "90hari"
NINETY_DAYS = (timedelta(30), timedelta(60))
MARGIN = timedelta(12)
FILTERED = (
    Status.RUNNING,
    Status.AT_RISK,
    Status.OVERDUE,
    Status.DONE,
    Status.NOT_STARTED,
    Status.UNREPORTED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What the address asks of Linimasa.

    Attributes:
        zoom: All stages, one stage, or ninety days.
        stage: Stage in view under the zoom on one stage; the one in the panel else.
        item: Milestone in the panel, if any.
        baseline: Baseline to compare with, if any.
    """

    zoom: str
    stage: StageAssessment | None
    item: Assessment | None
    baseline: Baseline | None


def read_choice(overview: Overview) -> Chosen:
    """Draw the controls above the chart and return what is chosen."""
    zooms = {ALL: _("All"), ONE_STAGE: _("One stage"), NINETY: _("90 days")}
    with st.container(horizontal=True, vertical_alignment="center"):
        zoom = filters.one_of(ZOOM, zooms, ALL, label=_("Zoom"))
        stage = _read_stage(overview, zoom)
        filters.some_of(
            STATUS, {s.value: status_word(s) for s in FILTERED}, label=_("Status")
        )
        baseline = _read_baseline(overview, zoom, stage)
    items = {item.milestone.code: item for item in overview.milestones}
    asked = address.choice(ITEM, items, None)
    return Chosen(
        zoom=zoom,
        stage=stage,
        item=items[asked] if asked else None,
        baseline=baseline,
    )


@made
def rows_of(overview: Overview, chosen: Chosen) -> list[GanttRow]:
    """Return the chart rows of what is chosen, narrowed to the chosen statuses."""
    wanted = set(st.query_params.get_all(STATUS))
    rows = _all_rows(overview, chosen)
    return [row for row in rows if not wanted or _kind(row.status) in wanted]


@made
def spec_of(visit: Visit, chosen: Chosen, rows: Sequence[GanttRow]) -> Spec:
    """Return the chart of what is chosen."""
    view = view_of(visit, chosen, rows)
    return gantt(rows, view, theme=visit.theme, language=visit.language)


def view_of(visit: Visit, chosen: Chosen, rows: Sequence[GanttRow]) -> GanttView:
    """Return which part of time the chart shows, and how."""
    selected = chosen.item or chosen.stage
    code = ""
    if isinstance(selected, Assessment):
        code = selected.milestone.code
    elif selected:
        code = selected.stage.code
    return GanttView(
        window=_window(visit, chosen, rows),
        today=visit.day,
        landmarks=landmarks(visit),
        row_height=50 if chosen.zoom == ALL else 40,
        selected=code,
    )


def title_of(overview: Overview, chosen: Chosen) -> str:
    """Return the conclusion that Linimasa draws."""
    if chosen.zoom != ONE_STAGE or chosen.stage is None:
        return headlines.timeline_title(overview.stages)
    limited = [m for m in chosen.stage.milestones if m.slack is not None]
    nearest = min(limited, key=lambda m: m.slack or 0, default=None)
    return headlines.stage_title(chosen.stage, nearest)


def follow(picked: Mapping[str, str], chosen: Chosen) -> None:
    """Open in the panel what was picked in the chart."""
    code = picked.get("code")
    if code is None:
        return
    part = STAGE if chosen.zoom == ALL else ITEM
    if st.query_params.get(part) != code:
        address.keep(ITEM, None)
        address.keep(part, code)
        st.rerun()


def _read_stage(overview: Overview, zoom: str) -> StageAssessment | None:
    stages = {stage.stage.code: stage for stage in overview.stages}
    now = stage_in_view(overview)
    first = now.stage.code if now else ""
    words = {
        code: f"{code}. {name(stage.stage.short_name)}"
        for code, stage in stages.items()
    }
    if zoom == ONE_STAGE:
        return stages.get(filters.from_list(STAGE, words, first, label=_("Stage")))
    return stages.get(address.choice(STAGE, stages, first) or "")


def stage_in_view(overview: Overview) -> StageAssessment | None:
    """Return the stage that the panel shows when none is chosen."""
    now = headlines.running(overview.stages)
    return now[-1] if now else next(iter(overview.stages), None)


def _read_baseline(
    overview: Overview, zoom: str, stage: StageAssessment | None
) -> Baseline | None:
    known = {baseline.code: baseline for baseline in overview.baselines}
    if not known:
        return None
    words = {
        code: _("Baseline: {name}").format(name=baseline.name)
        for code, baseline in known.items()
    }
    first = first_baseline(overview, zoom, stage)
    return known[filters.from_list(BASELINE, words, first, label=_("Baseline"))]


def first_baseline(overview: Overview, zoom: str, stage: StageAssessment | None) -> str:
    """Return the oldest baseline that has days of the items in view."""
    in_view = {each.stage.code for each in overview.stages}
    if zoom == NINETY:
        in_view = {item.milestone.code for item in overview.milestones}
    elif zoom == ONE_STAGE and stage:
        in_view = {item.milestone.code for item in stage.milestones}
    fitting = [each for each in overview.baselines if in_view & each.days.keys()]
    return (fitting or list(overview.baselines))[0].code


def _all_rows(overview: Overview, chosen: Chosen) -> list[GanttRow]:
    if chosen.zoom == ALL:
        return stage_rows(overview.stages, chosen.baseline)
    if chosen.zoom == ONE_STAGE and chosen.stage:
        heading = name(chosen.stage.stage.short_name)
        return milestone_rows(chosen.stage.milestones, chosen.baseline, heading)
    return _ninety_day_rows(overview, chosen.baseline)


def _ninety_day_rows(overview: Overview, baseline: Baseline | None) -> list[GanttRow]:
    first, last = overview.day - NINETY_DAYS[0], overview.day + NINETY_DAYS[1]
    rows: list[GanttRow] = []
    for stage in overview.stages:
        near = [m for m in stage.milestones if _touches(m, first, last)]
        flat = milestone_rows(near, baseline)
        heading = name(stage.stage.short_name)
        rows += [replace(row, group=heading) for row in flat]
    return rows


def _touches(item: Assessment, first: date, last: date) -> bool:
    """Return whether an item's planned or actual days lie between two days."""
    schedule = item.milestone.schedule
    start = schedule.actual_start or schedule.planned_start or schedule.planned_end
    end = schedule.actual_end or schedule.planned_end or schedule.actual_start
    is_open = item.status in headlines.RUNNING
    return bool(start and end and start <= last and (end >= first or is_open))


def _kind(status: Status) -> str:
    """Return the filter that a status falls under."""
    return (Status.DONE if status.is_done else status).value


def _window(visit: Visit, chosen: Chosen, rows: Sequence[GanttRow]) -> Window:
    if chosen.zoom == NINETY:
        return Window(first=visit.day - NINETY_DAYS[0], last=visit.day + NINETY_DAYS[1])
    days = [day for row in rows for day in _days_of(row)]
    if chosen.zoom == ALL or not days:
        days += [visit.election.launched_on, visit.election.voting_day]
    return Window(first=min(days) - MARGIN, last=max(days) + MARGIN)


def _days_of(row: GanttRow) -> list[date]:
    named = (
        row.planned_start,
        row.planned_end,
        row.actual_start,
        row.actual_end,
        row.limit,
    )
    return [day for day in named if day] + [point.day for point in row.points]
