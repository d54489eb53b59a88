"""Linimasa's legend, and the panel beside the chart."""

import streamlit as st

from charts.palette import DARK
from domain.assessment import Assessment, StageAssessment
from domain.history import HistoryFilter
from ui import badges, history_link, offers, panels, store, wording
from ui.drawn import once
from ui.language import gettext as _
from ui.language import name
from ui.store import Overview
from ui.timeline_detail import called, detail, stage_detail
from ui.timeline_page import ITEM, Chosen
from ui.visit import Visit

LEGEND = ("plan", "progress", "actual", "baseline", "limit", "reached", "ahead")


@once
def draw_legend(visit: Visit) -> None:
    """Name the signs of the chart, each beside its word; offer the documents."""
    words = (
        _("plan"), _("progress"), _("actual"), _("baseline"),
        _("legal limit"), _("milestone reached"), _("milestone ahead"),
    )  # fmt: skip
    ground = "dark" if visit.theme is DARK else "light"
    signs = [
        f":small[![](app/static/legend/{ground}/{sign}.svg)\u00a0{wording.unbroken(word)}]"
        for sign, word in zip(LEGEND, words, strict=True)
    ]
    named = "\u2003".join(signs)
    links = offers.line(visit, "milestones")
    st.markdown(f"{named}  \n{links}")


def draw_panel(overview: Overview, chosen: Chosen, visit: Visit) -> None:
    """Show what is known of the chosen milestone or stage."""
    if chosen.item:
        code = chosen.item.milestone.code
        _draw_item((*visit.view, code), overview, chosen.item, visit)
        of_item = HistoryFilter(election=visit.election.code, milestone=code)
        history_link.draw(visit, ITEM, code, of_item)
    elif chosen.stage:
        _draw_stage((*visit.view, chosen.stage.stage.code), chosen.stage)
    else:
        st.markdown(_("Choose a stage or a milestone to see its details."))


@once
def _draw_item(overview: Overview, item: Assessment, visit: Visit) -> None:
    others = {each.milestone.code: each for each in overview.milestones}
    badge = badges.status_badge(item.status)
    st.markdown(badges.marked(badge, is_simulated=item.is_simulated))
    st.header(name(item.milestone.name))
    panels.facts(detail(item, others))
    if len(item.deadlines) > 1:
        panels.readings(item.deadlines)
    panels.history(
        store.milestone_history(
            visit.revision, visit.election.code, item.milestone.code, visit.day
        )
    )
    panels.source(item.milestone.provenance)


@once
def _draw_stage(assessed: StageAssessment) -> None:
    stage = assessed.stage
    badge = badges.status_badge(assessed.status)
    st.markdown(badges.marked(badge, is_simulated=assessed.is_simulated))
    st.header(called(assessed))
    panels.facts(stage_detail(assessed))
    st.markdown(panels.items(assessed.milestones))
    panels.source(stage.provenance)
