"""Pemeriksaan Data: the lights, what is red, and what was published."""

from collections.abc import Sequence

import streamlit as st

from domain.person import Person
from domain.reconciliation import Check, Light, LightState
from domain.reconciliation_summary import (
    CheckSummary,
    lights_of,
    responsible,
    summaries,
)
from ui import address, badges, figure, lines, reconciliation_store, wording
from ui.figure import Table, plain
from ui.language import gettext as _
from ui.language import ngettext
from ui.reconciliation_words import (
    check_words,
    measure_words,
    missing_words,
    names_of,
    people_words,
    source_words,
    state_badge,
    state_cell,
)
from ui.visit import Visit

SHOWN = 50
"""Red comparisons that are shown; the table below has them all."""

NONE = "–"


def lights_for(person: Person, visit: Visit) -> tuple[Light, ...]:
    """Return the lights that somebody may see."""
    return lights_of(reconciliation_store.lights(visit), person)


def title_of(found: Sequence[Light]) -> str:
    """Return how many checks agree, as the headline."""
    return _("Data checks: {words}").format(words=_agreeing(found))


def draw_link(person: Person, visit: Visit) -> None:
    """Offer the page in one line that says how many checks agree."""
    agreeing = _agreeing(lights_for(person, visit))
    st.page_link(
        "pages/reconciliation.py",
        label=_("Data checks: {words}").format(words=agreeing),
        icon=":material/rule:",
        query_params=address.shared(),
    )


def draw_lights(found: Sequence[Light], visit: Visit) -> None:
    """Show each check with what it found, then every red comparison."""
    st.header(_("Do numbers that must agree agree?"))
    st.markdown("\n".join(map(_summary_line, summaries(found))))
    red = [light for light in found if light.state is LightState.RED]
    if red:
        st.markdown("### " + _("What does not agree, and whom to call"))
        table = _table_of(red[:SHOWN], visit)
        lines.table(table.columns, table.rows)
        _say_more(len(red))
    figure.table_and_downloads(
        f"{visit.election.code}-pemeriksaan-{visit.day}",
        lambda: _table_of(found, visit),
    )


def draw_published(found: Sequence[Light], visit: Visit) -> None:
    """Show the published figures beside the sums of their parts, whoever is right."""
    published = [each for each in found if _is_published(each)]
    if not published:
        return
    st.header(_("Do published figures add up?"))
    st.caption(
        _("A gap is shown as it was published: nothing here is corrected or filled in.")
    )
    lines.table(
        (
            _("Result"), _("Figure"), _("Area"), _("Published"),
            _("Sum of the parts"), _("Difference"), _("Published in"),
        ),
        [_published_row(light, visit) for light in published],
    )  # fmt: skip


def _agreeing(found: Sequence[Light]) -> str:
    checks = summaries(found)
    agreeing = [each for each in checks if each.state is LightState.GREEN]
    return _("{count} of {total} agree").format(
        count=wording.number(len(agreeing)), total=wording.number(len(checks))
    )


def _summary_line(each: CheckSummary) -> str:
    badge = state_badge(each.state, each.check)
    words = f"- {badge} **{plain(check_words(each.check))}** · {_counts(each)}"
    return badges.marked(words, is_simulated=each.is_simulated)


def _counts(each: CheckSummary) -> str:
    if not each.compared:
        return missing_words(each.check)
    compared = ngettext(
        "{count} place checked", "{count} places checked", each.compared
    )
    parts = [compared.format(count=wording.number(each.compared))]
    if each.red:
        words = ngettext("{count} does not agree", "{count} do not agree", each.red)
        parts.append(words.format(count=wording.number(each.red)))
    if each.unknown:
        words = ngettext("{count} without data", "{count} without data", each.unknown)
        parts.append(words.format(count=wording.number(each.unknown)))
    return ", ".join(parts)


def _table_of(found: Sequence[Light], visit: Visit) -> Table:
    """Return comparisons as a table, one a row."""
    return Table(
        columns=(
            _("Check"), _("Result"), _("Where"), _("Counted"), _("Our figure"),
            _("Must agree with"), _("Difference"), _("Whom to call"),
            _("Minutes or source"),
        ),
        rows=[_row(light, visit) for light in found],
    )  # fmt: skip


def _row(light: Light, visit: Visit) -> tuple[str, ...]:
    people = responsible(light.region_code, reconciliation_store.people(visit.revision))
    mark = badges.simulated_words(is_simulated=light.is_simulated)
    return (
        check_words(light.check) + mark,
        state_cell(light),
        _where(light, visit),
        measure_words(light.measure),
        _count(light.ours),
        _limit(light),
        _count(light.gap),
        people_words(people),
        source_words(light.subject) if _is_published(light) else light.subject or NONE,
    )


def _published_row(light: Light, visit: Visit) -> tuple[str, ...]:
    return (
        state_cell(light),
        measure_words(light.measure),
        _where(light, visit),
        _count(light.theirs),
        _count(light.ours) + badges.simulated_words(is_simulated=light.is_simulated),
        _count(light.gap),
        source_words(light.subject) or NONE,
    )


def _where(light: Light, visit: Visit) -> str:
    names = names_of(visit)
    codes = {
        "party_code": light.party_code,
        "region_code": light.region_code,
        "phase_code": light.phase_code,
    }
    return " · ".join(
        names[column].get(code, code) for column, code in codes.items() if code
    )


def _limit(light: Light) -> str:
    words = _count(light.theirs)
    if light.check is Check.CORRECTION and light.theirs is not None:
        return _("at most {count}").format(count=words)
    return words


def _count(count: int | None) -> str:
    return NONE if count is None else wording.number(count)


def _is_published(light: Light) -> bool:
    if light.check is Check.PUBLISHED:
        return True
    return light.check is Check.PROVINCE and light.party_code is None


def _say_more(count: int) -> None:
    if count > SHOWN:
        more = count - SHOWN
        words = ngettext("And {count} more.", "And {count} more.", more)
        st.caption(words.format(count=wording.number(more)))
