"""Who may see a page, and who is looking."""

import os
from collections.abc import Callable
from datetime import datetime

import streamlit as st
from sqlalchemy import Connection

from data_access import accounts, database, sessions
from domain.person import Person, Role
from domain.session import Session, token_in
from ui import address, clock, controls, store, visit
from ui.language import gettext as _


def open_to_all() -> visit.Visit:
    """Let everybody see the page, but only inside the dashboard's shell.

    Streamlit runs a file of `pages/` by itself when it is the first thing a fresh
    server is asked for; then the shell has begun no visit, and the page stops.
    """
    begun = visit.current()
    if begun is None:
        st.stop()
    return begun


def open_to(*roles: Role) -> tuple[visit.Visit, Person]:
    """Let only staff in one of the roles see the page, and return who is looking.

    Others are told what to do, and the page stops. A write looks the person up again
    (`identify`): a page may stay open for hours after it was allowed.
    """
    begun = open_to_all()
    found = session()
    if found is None:
        st.info(_("This page is for staff of the commission."), icon=":material/lock:")
        controls.link(_("Sign in"), address.of_account(address.SIGN_IN))
        if has_office_accounts():
            words = _("Sign in with an office account")
            st.button(words, key="office", on_click=st.login)
        st.stop()
    if found.must_change_password:
        st.info(
            _("An administrator chose your password. Change it before you go on."),
            icon=":material/key:",
        )
        controls.link(_("Change password"), address.of_account(address.PASSWORD))
        st.stop()
    if found.person.role not in roles:
        st.info(_("This page is not for your role."), icon=":material/lock:")
        st.stop()
    return begun, found.person


def has_office_accounts() -> bool:
    """Return whether `[auth]` is configured, so that `st.login` leads somewhere."""
    return "is_logged_in" in st.user


def session() -> Session | None:
    """Return the session of whoever is looking, asked anew; None for a stranger.

    The cookie stays what it was when the page was loaded, so it is looked up each
    time: a session that ended elsewhere ends here with the next click.
    """
    token = token_in(st.context.cookies)
    if not token:
        return None
    now = _now()
    with store.connect() as connection:
        found = accounts.read_session(connection, token, now)
    if found and found.is_to_be_noted(now):
        engine = database.engine_for(database.url_from(os.environ))
        with database.writing(engine).begin() as connection:
            sessions.note_use(connection, token, now)
    return found


def staff() -> Person | None:
    """Return who of the staff is looking; None for a stranger.

    None as well while they have to change their password first, as `open_to` has it.
    """
    found = session()
    if found is None or found.must_change_password:
        return None
    return found.person


def may_be_signed_in() -> bool:
    """Return whether the browser shows a session at all, without asking for it."""
    return bool(token_in(st.context.cookies))


def identify() -> Callable[[Connection], Person | None]:
    """Return what looks up, inside a write's own transaction, who is writing."""
    return accounts.identify(token_in(st.context.cookies), _now())


def _now() -> datetime:
    return clock.now(clock.office_zone(os.environ))
