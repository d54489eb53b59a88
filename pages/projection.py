import streamlit as st

from domain.person import Role
from projector.rehearsal import rehearse, sheet_words
from ui import access, projection, projection_store, projection_words

visit, _person = access.open_to(Role.EDITOR, Role.ADMIN)

heading = st.empty()
words = sheet_words()
chosen = projection.choose_sheets(words)
seconds = projection.choose_seconds()
draft = rehearse(chosen, seconds, visit, projection.site())
heading.title(projection_words.title_of(draft.preflight))
projection.draw_checks(draft, words)
projection.offer(draft, visit)
projection.draw_past(projection_store.past(visit.revision, visit.election.code))
