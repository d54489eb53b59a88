import streamlit as st

from ui import (
    access,
    figure,
    history_chain,
    history_list,
    history_page,
    history_store,
)
from ui.language import gettext as _

visit = access.open_to_all()

names = history_store.names(visit.revision, visit.election.code, visit.language)

heading = st.empty()
chosen = history_page.read_choice(visit, names, is_staff=False)
page = history_page.page_of(visit, chosen, is_staff=False)

heading.title(history_page.title_of(visit, chosen, page, names))
list_side, chain_side = st.columns([2.85, 1], gap="medium")
with list_side:
    history_list.draw_writing(chosen)
    if page.batches:
        history_list.draw_list(visit, chosen, page, names)
        history_list.draw_pages(chosen, page)
        figure.table_and_downloads(
            f"{visit.election.code}-riwayat",
            lambda: history_list.table_of(page, names),
        )
    else:
        st.info(_("No entry matches these filters."), icon=":material/filter_alt_off:")
with chain_side, st.container(border=True):
    history_chain.draw(visit)
