"""Impor: the template, the file, and what becomes of it, one under another."""

from dataclasses import dataclass
from hashlib import sha256

import streamlit as st

from data_access.imports.preview import Preview
from domain.importing import RowStatus
from domain.person import Person
from reports.workbook import csv_of
from ui import address, filters, history_page, importing_store, wording
from ui.importing_contents import Content, offered_to
from ui.importing_sheets import Wanted, template
from ui.language import gettext as _
from ui.language import ngettext
from ui.visit import Visit

CONTENT = "isi"
CHECKED, GENERATION, OUTCOME = "import_checked", "import_generation", "import_outcome"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of an import, said by the run after it.

    Attributes:
        words: That, in plain words.
        writing: Number of the writing in the journal; None where nothing was stored.
    """

    words: str
    writing: int | None = None


def choose_content(person: Person) -> Content:
    """Offer what somebody may import and return what is chosen."""
    named = {
        Content.MILESTONES: _("Milestones"),
        Content.TALLIES: _("Recaps"),
        Content.ASSESSMENT: _("Self-assessment"),
        Content.SURVEY: _("Satisfaction survey"),
        Content.ACCOUNTABILITY: _("SAKIP"),
        Content.SERVICES: _("Services"),
        Content.FIGURES: _("Figures of services"),
        Content.DUTY: _("Duty rota"),
    }
    words = {each.value: named[each] for each in offered_to(person)}
    first = Content.MILESTONES.value
    return Content(filters.one_of(CONTENT, words, first, label=_("What to import")))


def offer_template(content: Content, person: Person, visit: Visit) -> None:
    """Offer the workbook to fill in, in two forms; made once one is asked for."""
    wanted = Wanted(
        content=content,
        election=visit.election.code,
        day=visit.day,
        language=visit.language,
        person=person,
    )
    words = _("Download template with the values of {day}").format(
        day=wording.short_day(visit.day)
    )
    file = f"{visit.election.code}-{content}-{visit.day}"
    with st.container(horizontal=True):
        st.download_button(
            words,
            lambda: template(wanted),
            f"{file}.xlsx",
            XLSX,
            key=f"template_{content}",
            icon=":material/download:",
            on_click="ignore",
        )
        st.download_button(
            _("The same as CSV"),
            lambda: template(wanted, csv_of),
            f"{file}.csv",
            "text/csv",
            key=f"template_csv_{content}",
            icon=":material/download:",
            on_click="ignore",
        )


def ask_for_file(content: Content) -> bytes | None:
    """Ask for the filled-in workbook and return what it holds."""
    generation = st.session_state.get(GENERATION, 0)
    given = st.file_uploader(
        _("The filled-in workbook, XLSX or CSV"),
        type=["xlsx", "csv"],
        key=f"import_{content}_{generation}",
    )
    filters.say_how_to_give()
    return given.getvalue() if given else None


def preview_of(file: bytes, content: Content, person: Person, visit: Visit) -> Preview:
    """Return what a file would change; checked again only when something else is asked.

    A new data revision asks something else: the rows are compared with what is
    recorded now.
    """
    election = visit.election.code
    found_in = (visit.revision, election, visit.day)
    key = (sha256(file).hexdigest(), content, person, *found_in)
    kept = st.session_state.get(CHECKED)
    if kept and kept[0] == key:
        preview: Preview = kept[1]
        return preview
    bar = st.progress(0.0, text=_("The file is read"))

    def told(done: int, total: int) -> None:
        words = _("{done} of {total} rows checked").format(
            done=wording.number(done), total=wording.number(total)
        )
        bar.progress(done / total, text=words)

    preview = importing_store.check(file, content, person, visit, told)
    bar.empty()
    st.session_state[CHECKED] = (key, preview)
    return preview


def title_of(content: Content, preview: Preview | None) -> str:
    """Return what is to be done, or what the file would do, as the headline."""
    if preview is None:
        return _titles()[content]
    refused = len(preview.refused_rows)
    if not preview.rows and preview.refusals:
        return _("This file cannot be imported")
    if refused:
        words = ngettext("{count} row is refused", "{count} rows are refused", refused)
        return words.format(count=wording.number(refused))
    ready = count_ready(preview)
    if not ready:
        return _("This file changes nothing")
    words = ngettext(
        "{count} row is ready to import", "{count} rows are ready to import", ready
    )
    return words.format(count=wording.number(ready))


def _titles() -> dict[Content, str]:
    return {
        Content.MILESTONES: _("Import milestones from a workbook"),
        Content.TALLIES: _("Import recaps from a workbook"),
        Content.ASSESSMENT: _("Import an assessment of the integrity zone"),
        Content.SURVEY: _("Import rounds of the satisfaction survey"),
        Content.ACCOUNTABILITY: _("Import years of SAKIP"),
        Content.SERVICES: _("Import the state of services"),
        Content.FIGURES: _("Import the figures of services"),
        Content.DUTY: _("Import the duty rota"),
    }


def count_ready(preview: Preview) -> int:
    """Return how many rows an import would store."""
    return preview.count(RowStatus.NEW) + preview.count(RowStatus.CHANGED)


def say_outcome(*, is_settled: bool) -> None:
    """Say what became of the last import, and where to look at it.

    Args:
        is_settled: Whether no new file is there; a success is said until one is.
    """
    outcome: Outcome | None = st.session_state.get(OUTCOME)
    if outcome is None:
        return
    if outcome.writing and not is_settled:
        del st.session_state[OUTCOME]
        return
    if outcome.writing is None:
        del st.session_state[OUTCOME]
        st.error(outcome.words, icon=":material/error:")
        return
    st.success(outcome.words, icon=":material/check:")
    st.page_link(
        "pages/history.py",
        label=_("See this import in the history"),
        icon=":material/history:",
        query_params={**address.shared(), history_page.WRITING: str(outcome.writing)},
    )


def begin_anew(outcome: Outcome) -> None:
    """Forget the file, as after it was stored, and keep what to say of it."""
    st.session_state[GENERATION] = st.session_state.get(GENERATION, 0) + 1
    st.session_state.pop(CHECKED, None)
    st.session_state[OUTCOME] = outcome
