import streamlit as st

from domain.person import Role
from ui import (
    access,
    filters,
    live,
    reconciliation,
    recording,
    recording_grid,
    recording_milestone,
    recording_tallies,
    store,
    unsaved,
)
from ui.language import gettext as _

MILESTONES, TALLIES = "kegiatan", "rekap"
ONE, MANY = "satu", "banyak"

visit, person = access.open_to(*Role)

overview = store.overview(
    visit.revision, visit.election, visit.election.code, visit.day
)
items = recording.worklist(overview, person)

heading = st.container()
kinds = {MILESTONES: _("Milestones"), TALLIES: _("Tallies")}
first = TALLIES if person.role is Role.OPERATOR else MILESTONES
with st.container(horizontal=True):
    kind = filters.one_of("catat", kinds, first, label=_("What do you record?"))
    if kind == MILESTONES:
        ways = {ONE: _("One milestone"), MANY: _("Many milestones at once")}
        way = filters.one_of("cara", ways, ONE, label=_("How many at once?"))
if kind == TALLIES:
    reconciliation.draw_link(person, visit)
    recording_tallies.draw(overview, person, visit)
elif way == MANY:
    recording_grid.draw(overview, items, person, visit)
else:
    list_side, form_side = st.columns([1, 2], gap="medium")
    with list_side:
        chosen = recording.choose(items, person, visit)
    with form_side, st.container(border=True):
        if chosen:
            recording_milestone.draw(overview, chosen, person, visit)
        else:
            st.markdown(_("There is no milestone that you may record."))
if unsaved.count_of(person.code, visit.election.code):
    live.hold()
heading.title(recording.title_of(items, person, visit))
