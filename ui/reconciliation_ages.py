"""Pemeriksaan Data: how old the figures of each kab/kota are."""

from collections.abc import Sequence

import streamlit as st

from domain.figure_age import FigureAge, median_age
from ui import badges, figure, lines, reconciliation_store, wording
from ui.figure import Table
from ui.language import gettext as _
from ui.reconciliation_messages import (
    age_message,
    days_words,
    draw_message,
    middle_words,
)
from ui.reconciliation_views import Chosen
from ui.reconciliation_words import names_of
from ui.visit import Visit


def draw(chosen: Chosen, visit: Visit) -> None:
    """Show the age of the figures of the phase in view, the oldest first."""
    regions = {each.code: each for each in chosen.regions}
    known = [
        each for each in reconciliation_store.ages(visit) if each.region_code in regions
    ]
    own = [each for each in known if each.phase_code == chosen.phase.code]
    st.header(_title(own))
    if own:
        table = _table_of(own, visit)
        table_side, message_side = st.columns([1.6, 1], gap="medium")
        with table_side:
            lines.table(table.columns[1:], [row[1:] for row in table.rows])
        with message_side, st.container(border=True):
            st.markdown("### " + _("A message to copy"))
            draw_message(lambda: age_message(own, regions, chosen.phase, visit.day))
    else:
        st.info(_("No figures of this phase are recorded yet."), icon=":material/info:")
    figure.table_and_downloads(
        f"{visit.election.code}-umur-angka-{visit.day}",
        lambda: _table_of(known, visit),
    )


def _title(ages: Sequence[FigureAge]) -> str:
    middle = median_age(ages)
    if middle is None:
        return _("How old are the figures?")
    return _("Half of the figures are at least {days} old").format(
        days=middle_words(middle)
    )


def _table_of(ages: Sequence[FigureAge], visit: Visit) -> Table:
    names = names_of(visit)
    return Table(
        columns=(
            _("Phase"), _("Kab/kota"), _("Day of the newest figures"), _("Age"),
            _("Decided in plenary"),
        ),
        rows=[
            (
                names["phase_code"].get(each.phase_code, each.phase_code),
                names["region_code"].get(each.region_code, each.region_code),
                wording.short_day(each.reported_on)
                + badges.simulated_words(is_simulated=each.is_simulated),
                days_words(each.age),
                wording.of_total(each.decided, each.recaps),
            )
            for each in ages
        ],
    )  # fmt: skip
