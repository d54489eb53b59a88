import streamlit as st

from domain.person import Role
from ui import access, importing, importing_page, importing_preview, live

visit, person = access.open_to(*Role)

heading = st.container()
content = importing_page.choose_content(person)
with st.container(border=True):
    importing_page.offer_template(content, person, visit)
    file = importing_page.ask_for_file(content)
preview = None
if file is not None:
    preview = importing_page.preview_of(file, content, person, visit)
heading.title(importing_page.title_of(content, preview))
importing_page.say_outcome(is_settled=preview is None)
if preview:
    live.hold()  # the checked file is what is saved
    importing_preview.draw(preview, content, visit)
    importing.draw_save(preview, content, visit)
