import streamlit as st

from charts.summary import countdown
from ui import access, figure, headlines, store, summary, summary_cards, summary_numbers

visit = access.open_to_all()

overview = store.overview(
    visit.revision, visit.election, visit.election.code, visit.day
)
attention = summary.attention(overview)
due = summary.due(overview)
changes = store.changes(visit.revision, visit.election, visit.election.code, visit.day)
title = headlines.state_of(visit.election, overview.stages, visit.day)
sketch = summary.sketch_of(visit.view, overview, visit)

# The countdown needs its width: where a screen has less, it goes under the title.
with st.container(horizontal=True, gap="medium"):
    state_side = st.container()
    until = summary.countdown_of(visit)
    track = countdown(until, theme=visit.theme, language=visit.language)
    alt = f"{until.days} {until.headline}"
    figure.chart(track, key="countdown", alt=alt, width=320)
with state_side:
    st.title(title)
    summary_cards.sentence(overview, attention)

if not overview.stages:
    summary_cards.nothing_known(visit)
four = summary_numbers.four_numbers(overview, visit)
summary_cards.numbers(visit.view, four, visit.theme)

strip_side, attention_side = st.columns(
    [summary_cards.WIDER, 1], gap="medium", border=True
)
with strip_side:
    takeaway = headlines.timeline_title(overview.stages)
    st.markdown(f"## {takeaway}")
    picked = figure.chart(sketch, key="strip", alt=takeaway, select=True)
    summary_cards.follow(picked)
    figure.table_and_downloads(
        f"{visit.election.code}-ringkasan-{visit.day}",
        lambda: summary.stages_table(overview),
        lambda: sketch,
    )
with attention_side:
    summary_cards.attention(visit, overview, attention)

summary_cards.due_and_changes(visit.view, due, changes)
summary_cards.gauges(overview, visit)
summary_cards.foot(visit)
