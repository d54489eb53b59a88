import streamlit as st

from domain.person import Role
from ui import access, filters, recording, recording_milestone, recording_tallies, store
from ui.language import gettext as _

MILESTONES, TALLIES = "kegiatan", "rekap"

visit, person = access.open_to(*Role)

overview = store.overview(
    visit.revision, visit.election, visit.election.code, visit.day
)
items = recording.worklist(overview, person)

heading = st.container()
kinds = {MILESTONES: _("Milestones"), TALLIES: _("Tallies")}
first = TALLIES if person.role is Role.OPERATOR else MILESTONES
kind = filters.one_of("catat", kinds, first, label=_("What do you record?"))
if kind == TALLIES:
    recording_tallies.draw(overview, person, visit)
else:
    list_side, form_side = st.columns([1, 2], gap="medium")
    with list_side:
        chosen = recording.choose(items, person, visit)
    with form_side, st.container(border=True):
        if chosen:
            recording_milestone.draw(overview, chosen, person, visit)
        else:
            st.markdown(_("There is no milestone that you may record."))
heading.title(recording.title_of(items, person, visit))
