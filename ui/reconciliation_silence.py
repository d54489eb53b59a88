"""Pemeriksaan Data: which kab/kota are silent in a phase, and what to write to them."""

from collections.abc import Sequence

import streamlit as st

from domain.person import Role
from domain.silence import Circumstances, ReportStatus, Silence, silences
from ui import badges, figure, filters, lines, reconciliation_store, wording
from ui.figure import Table
from ui.language import gettext as _
from ui.language import ngettext
from ui.reconciliation_messages import draw_message, silence_message
from ui.reconciliation_views import Chosen
from ui.reconciliation_words import people_words, unit_words
from ui.visit import Visit

RECIPIENT, EVERYBODY = "pesan", "semua"

ORDER = (
    ReportStatus.NO_OPERATOR,
    ReportStatus.NEVER_SIGNED_IN,
    ReportStatus.NEVER_SENT,
    ReportStatus.REFUSED,
    ReportStatus.SENT,
    ReportStatus.NOTHING_TO_CORRECT,
)
"""The longest silence first."""


def silences_of(chosen: Chosen, visit: Visit) -> tuple[Silence, ...]:
    """Return the kab/kota in view with how silent each is, the most silent first."""
    codes = {each.code for each in chosen.regions}
    reports = reconciliation_store.reports(visit, chosen.phase.code)
    known = Circumstances(
        people=reconciliation_store.people(visit.revision),
        signed_in=reconciliation_store.signed_in(),
        excused=reconciliation_store.excused(visit, chosen.phase.code),
    )
    own = [each for each in reports if each.region_code in codes]
    found = silences(own, known, visit.day)
    return tuple(sorted(found, key=lambda each: ORDER.index(each.status)))


def draw(chosen: Chosen, visit: Visit) -> None:
    """Show who is silent in the phase in view, and offer what to write to them."""
    found = silences_of(chosen, visit)
    silent = [each for each in found if each.status.is_silent]
    st.header(_title(len(silent), len(found)))
    if chosen.ended_on:
        ended = _("This phase ended on {day}.").format(day=wording.day(chosen.ended_on))
        st.caption(ended)
    table = _table_of(found, chosen)
    # Nobody is written to where nobody is silent: the table then has the whole width.
    table_side, *message_sides = st.columns([1.6, 1] if silent else 1, gap="medium")
    with table_side:
        lines.table(table.columns, table.rows)
        st.caption(_("Sign-ins are those until now, figures those of the day shown."))
        _say_how_to_add_operators(found)
    for side in message_sides:
        with side, st.container(border=True):
            _draw_messages(silent, chosen, visit)
    figure.table_and_downloads(
        f"{visit.election.code}-belum-kirim-{chosen.phase.code}-{visit.day}",
        lambda: table,
    )


def status_words(status: ReportStatus) -> str:
    """Return whether a kab/kota has sent figures, and why not."""
    return {
        ReportStatus.NO_OPERATOR: _("✗ no operator has an account"),
        ReportStatus.NEVER_SIGNED_IN: _("✗ never signed in"),
        ReportStatus.NEVER_SENT: _("✗ signed in, sent nothing"),
        ReportStatus.REFUSED: _("↩ sent, then sent back"),
        ReportStatus.SENT: _("✓ sent"),
        ReportStatus.NOTHING_TO_CORRECT: _("✓ nothing to correct"),
    }[status]


def _title(silent: int, total: int) -> str:
    if not silent:
        return _("No kab/kota is silent")
    words = ngettext(
        "{count} of {total} kab/kota is silent",
        "{count} of {total} kab/kota are silent",
        silent,
    )
    return words.format(count=wording.number(silent), total=wording.number(total))


def _table_of(found: Sequence[Silence], chosen: Chosen) -> Table:
    titles = {each.code: each.title for each in chosen.regions}
    return Table(
        columns=(
            _("Kab/kota"), _("State"), _("Last sent"), _("Sent back"), _("Operator"),
        ),
        rows=[
            (
                titles[each.reports.region_code],
                status_words(each.status),
                _sent_words(each),
                wording.number(each.reports.refused),
                people_words(each.operators),
            )
            for each in found
        ],
    )  # fmt: skip


def _sent_words(silence: Silence) -> str:
    reports = silence.reports
    if reports.sent_on is None:
        return _("never")
    mark = badges.simulated_words(is_simulated=reports.is_simulated)
    return wording.short_day(reports.sent_on) + mark


def _say_how_to_add_operators(found: Sequence[Silence]) -> None:
    without = [each for each in found if not each.operators]
    if not without:
        return
    words = ngettext(
        "{count} kab/kota has no operator. An administrator of the server adds one:",
        "{count} kab/kota have no operator. An administrator of the server adds one:",
        len(without),
    )
    st.info(words.format(count=wording.number(len(without))), icon=":material/info:")
    region = without[0].reports.region_code
    st.code(
        f'python -m tasks user add NAMA --name "Nama Lengkap" --role {Role.OPERATOR}'
        f" --region {region}",
        language="bash",
        wrap_lines=True,
    )


def _draw_messages(silent: Sequence[Silence], chosen: Chosen, visit: Visit) -> None:
    regions = {each.code: each for each in chosen.regions}
    by_code = {each.reports.region_code: each for each in silent}
    words = {EVERYBODY: _("All that are silent")} | {
        code: unit_words(regions[code]) for code in by_code
    }
    st.markdown("### " + _("A message to copy"))
    recipient = filters.from_list(
        RECIPIENT, words, EVERYBODY, label=_("Who the message is for")
    )
    written_to = silent if recipient == EVERYBODY else [by_code[recipient]]
    draw_message(
        lambda: silence_message(written_to, regions, chosen.phase, visit.day),
    )
