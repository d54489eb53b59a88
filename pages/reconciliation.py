import streamlit as st

from domain.person import Role
from ui import (
    access,
    reconciliation,
    reconciliation_ages,
    reconciliation_silence,
    reconciliation_views,
    store,
)
from ui.language import gettext as _

visit, person = access.open_to(*Role)

overview = store.overview(
    visit.revision, visit.election, visit.election.code, visit.day
)
found = reconciliation.lights_for(person, visit)

st.title(reconciliation.title_of(found))
reconciliation.draw_lights(found, visit)
reconciliation.draw_published(found, visit)
st.divider()
chosen = reconciliation_views.read_choice(overview, person)
if chosen is None:
    nothing = _("No phase of the verification has begun on this day.")
    st.info(nothing, icon=":material/info:")
elif not chosen.regions:
    st.info(_("You have no kab/kota to record for."), icon=":material/info:")
else:
    reconciliation_silence.draw(chosen, visit)
    reconciliation_ages.draw(chosen, visit)
