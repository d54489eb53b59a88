import streamlit as st

from domain.person import Permission
from ui import (
    access,
    figure,
    history_chain,
    history_list,
    history_page,
    history_store,
    history_undo,
)
from ui.language import gettext as _

visit = access.open_to_all()
person = access.staff()
is_staff = person is not None
may_undo = person is not None and person.may(Permission.RESTORE)

names = history_store.names(visit.revision, visit.election.code, visit.language)

heading = st.container()
chosen = history_page.read_choice(visit, names, is_staff=is_staff)
page = history_page.page_of(visit, chosen, is_staff=is_staff)

heading.title(history_page.title_of(visit, chosen, page, names))
list_side, chain_side = st.columns([2.85, 1], gap="medium")
with list_side:
    history_list.draw_writing(chosen)
    if may_undo:
        history_undo.draw(visit, chosen, names)
    if page.batches:
        history_list.draw_list(visit, chosen, page, names, may_undo=may_undo)
        history_list.draw_pages(chosen, page)
        figure.table_and_downloads(
            f"{visit.election.code}-riwayat",
            lambda: history_list.table_of(page, names),
        )
    else:
        st.info(_("No entry matches these filters."), icon=":material/filter_alt_off:")
with chain_side, st.container(border=True):
    history_chain.draw(visit)
