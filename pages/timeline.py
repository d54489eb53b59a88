import streamlit as st

from ui import access, address, figure, store, timeline, timeline_page, timeline_panel
from ui.language import gettext as _

visit = access.open_to_all()

overview = store.overview(
    visit.revision, visit.election, visit.election.code, visit.day
)

heading = st.container()
chosen = timeline_page.read_choice(overview)
view = (*visit.view, *address.parts())
rows = timeline_page.rows_of(view, overview, chosen)
title = timeline_page.title_of(overview, chosen)
spec = timeline_page.spec_of(view, visit, chosen, rows)

heading.title(title)
chart_side, panel_side = st.columns([2.85, 1], gap="medium")
with chart_side:
    if rows:
        picked = figure.chart(spec, key=f"gantt_{chosen.zoom}", alt=title, select=True)
        timeline_page.follow(picked, chosen)
        timeline_panel.draw_legend(visit.view, visit)
        figure.table_and_downloads(
            f"{visit.election.code}-linimasa-{visit.day}",
            lambda: timeline.timeline_table(rows),
            lambda: spec,
        )
    else:
        st.info(_("No item matches these filters."), icon=":material/filter_alt_off:")
with panel_side, st.container(border=True):
    timeline_panel.draw_panel(overview, chosen, visit)
