"""Impor: storing what was checked, all of it or nothing."""

import os

import streamlit as st
from sqlalchemy.exc import DBAPIError, IntegrityError

from data_access.changes import VersionConflict
from data_access.imports.preview import Preview, changes
from data_access.recording import NotPermitted, SignedOut
from domain.person import Permission
from domain.violation import Refused
from ui import clock, history_store, importing_store, wording
from ui.figure import plain
from ui.importing_contents import Content
from ui.importing_page import GENERATION, OUTCOME, Outcome, begin_anew, count_ready
from ui.language import gettext as _
from ui.language import ngettext
from ui.recording_words import field_word, violation_words
from ui.visit import Visit

ASKED = "import_asked"


def draw_save(preview: Preview, content: Content, visit: Visit) -> None:
    """Ask for a reason and store the accepted rows when asked."""
    ready = count_ready(preview)
    if not ready:
        return
    if preview.refusals:
        st.caption(_("The refused rows are left out; all others are stored at once."))
    generation = st.session_state.get(GENERATION, 0)
    reason = st.text_input(
        field_word("reason"),
        key=f"import_reason_{generation}",
        placeholder=_("for example: weekly report of the kab/kota"),
    )
    words = ngettext("Import {count} row", "Import {count} rows", ready)
    if st.button(
        words.format(count=wording.number(ready)),
        type="primary",
        key="import_save",
        on_click=_ask_for,
        args=(preview,),
    ):
        _save(st.session_state.pop(ASKED, preview), content, reason, visit)


def _ask_for(preview: Preview) -> None:
    """Keep what was on the screen when it was asked to store it.

    The run after the click may have checked the file anew; nobody has seen that yet.
    """
    st.session_state[ASKED] = preview


def _save(preview: Preview, content: Content, reason: str, visit: Visit) -> None:
    """Store the rows; whatever stands in the way is said, and the file stays."""
    try:
        writing = importing_store.save(changes(preview), content, reason, visit)
    except VersionConflict as conflict:
        # The next run finds a new revision, and checks the file against it.
        st.session_state[OUTCOME] = Outcome(words=_conflict_words(conflict))
        st.rerun()
    except (Refused, SignedOut, NotPermitted, DBAPIError) as failure:
        st.error(_failure_words(failure, visit), icon=":material/error:")
    else:
        count = count_ready(preview)
        words = ngettext("{count} row imported", "{count} rows imported", count)
        said = words.format(count=wording.number(count))
        begin_anew(Outcome(words=said, writing=writing))
        st.rerun()


def _conflict_words(conflict: VersionConflict) -> str:
    if conflict.actor is None or conflict.at is None:
        return _(
            "Somebody saved one of these rows meanwhile. Nothing was imported; the "
            "file is checked anew: look again, then import."
        )
    moment = wording.moment(conflict.at.astimezone(clock.office_zone(os.environ)))
    words = _(
        "{person} saved one of these rows on {moment}. Nothing was imported; the file "
        "is checked anew: look again, then import."
    )
    return plain(words.format(person=conflict.actor, moment=moment))


def _failure_words(failure: Exception, visit: Visit) -> str:
    match failure:
        case Refused():
            said = [plain(violation_words(each)) for each in failure.violations]
            return "\n\n".join(said)
        case SignedOut():
            return _(
                "Your session has ended. Nothing was imported. Sign in again in "
                "another tab, then import; the file stays here."
            )
        case NotPermitted():
            return _not_permitted_words(failure, visit)
        case IntegrityError():
            return _(
                "The database takes one of the rows for wrong. Nothing was imported."
            )
        case _:
            return _(
                "The database does not answer. Nothing was imported; the file stays "
                "here. Import again in a moment."
            )


def _not_permitted_words(failure: NotPermitted, visit: Visit) -> str:
    """Name the region whose rows somebody may not store."""
    code = failure.region or ""
    names = history_store.names(visit.revision, visit.election.code, visit.language)
    region = plain(names["region_code"].get(code, code))
    if failure.permission is Permission.DECIDE_TALLY:
        words = _(
            "A recap of {region} is decided in plenary meanwhile. Nothing was imported."
        )
    else:
        words = _("You do not record for {region}. Nothing was imported.")
    return words.format(region=region)
