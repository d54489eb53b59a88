"""The cards of Ringkasan."""

from collections.abc import Mapping, Sequence

import streamlit as st

from charts.gauge import Badge, Gauge, gauge, side_by_side
from charts.palette import Theme
from domain.agenda import Due
from domain.assessment import Assessment, Status
from domain.verification import Phase
from ui import (
    address,
    badges,
    chips,
    figure,
    lines,
    live,
    offers,
    summary,
    summary_gauges,
    wording,
)
from ui import changes as change_words
from ui.chips import Card, Line
from ui.drawn import once
from ui.figure import plain
from ui.language import gettext as _
from ui.language import name, ngettext
from ui.lines import Panel
from ui.store import Changes, Overview
from ui.summary_gauges import Gauged
from ui.summary_numbers import Number, current_phase
from ui.timeline import progress_words, slack_words
from ui.timeline_page import NINETY, ONE_STAGE, STAGE, STATUS, ZOOM
from ui.visit import Visit
from ui.words import status_word

SHOWN = 4  # milestones a card shows before it points to the whole list
LISTED = 6  # rows a panel shows before it counts the rest
WIDER = 1.45  # the left card, when the right one is 1


def sentence(overview: Overview, urgent: Sequence[Assessment]) -> None:
    """Show the state of the election in one sentence, under the title."""
    words = summary.sentence_of(overview, urgent)
    simulated = summary.is_simulated(urgent)
    st.markdown(badges.marked(plain(words), is_simulated=simulated))


@once
def numbers(four: Sequence[Number], theme: Theme) -> None:
    """Show the four numbers, side by side or two by two."""
    chips.draw_cards([card_of(number) for number in four], theme)


def card_of(number: Number) -> Card:
    """Return a number in words."""
    total = ""
    if number.total is not None:
        total = _("of {total}").format(total=wording.number(number.total))
    return Card(
        label=number.label,
        value=wording.number(number.value),
        total=total,
        source=number.source,
        meaning=number.meaning,
        is_simulated=number.is_simulated,
    )


def nothing_known(visit: Visit) -> None:
    """Say that the stages were not ordered yet on this day."""
    st.info(unordered_words(visit), icon=":material/event_upcoming:")
    foot(visit)
    live.draw(visit.revision)
    st.stop()


def unordered_words(visit: Visit) -> str:
    """Return that the stages were not ordered yet on the day."""
    words = _("The stages were not ordered yet on {day}.")
    return words.format(day=wording.day(visit.day))


def follow(picked: Mapping[str, str]) -> None:
    """Open Linimasa on the stage that was picked in the strip."""
    code = picked.get("code")
    if code:
        there = {ZOOM: ONE_STAGE, STAGE: code}
        st.switch_page("pages/timeline.py", query_params=address.shared() | there)


def attention(visit: Visit, overview: Overview, urgent: Sequence[Assessment]) -> None:
    """Show the milestones that need attention, the most pressing first."""
    _attention_list(visit.view, overview, urgent, visit.theme)
    if urgent:
        _link_to_timeline(len(urgent))


@once
def _attention_list(
    overview: Overview, urgent: Sequence[Assessment], theme: Theme
) -> None:
    if not urgent:
        st.markdown(f"## {attention_title(urgent)}")
        st.markdown(calm_words())
        return
    attended = [line_of(item, overview) for item in urgent[:SHOWN]]
    chips.draw_lines(attention_title(urgent), attended, theme)


def attention_title(urgent: Sequence[Assessment]) -> str:
    """Return how many milestones need attention, in words."""
    if not urgent:
        return _("Nothing needs attention")
    words = ngettext(
        "Needs attention: {count} milestone",
        "Needs attention: {count} milestones",
        len(urgent),
    )
    return words.format(count=wording.count_word(len(urgent)))


def calm_words() -> str:
    """Return what it means that nothing needs attention."""
    return _("No milestone is overdue, at risk, unreported or near its limit.")


def line_of(item: Assessment, overview: Overview) -> Line:
    """Return a milestone that needs attention in words."""
    left, limit = summary.limit_words(item, overview)
    return Line(
        name=name(item.milestone.short_name),
        status=item.status,
        state=progress_words(item.progress) if item.progress else "",
        is_simulated=item.is_simulated,
        left=left,
        limit=limit,
    )


def _link_to_timeline(count: int) -> None:
    words = ngettext("Open Linimasa", "Open all {count} in Linimasa", count)
    statuses = [Status.OVERDUE, Status.AT_RISK, Status.UNREPORTED]
    st.page_link(
        "pages/timeline.py",
        label=words.format(count=wording.number(count)),
        icon=":material/arrow_forward:",
        icon_position="right",
        query_params={
            **address.shared(),
            ZOOM: NINETY,
            STATUS: [status.value for status in statuses],
        },
    )


@once
def due_and_changes(items: Sequence[Due], changed: Changes) -> None:
    """Show what begins or ends in the coming days, and what changed before."""
    lines.panels([due_panel(items), changes_panel(changed)])


def due_panel(items: Sequence[Due], most: int = LISTED) -> Panel:
    """Return what begins or ends in the coming days, in at most so many rows."""
    words = ngettext(
        "Due in 14 days: {count} day", "Due in 14 days: {count} days", len(items)
    )
    some = words.format(count=wording.count_word(len(items)))
    return Panel(
        title=some if items else _("Nothing is due in 14 days"),
        columns=[_("Day"), _("Milestone"), _("Left")],
        rows=[
            (
                wording.unbroken(wording.short_day(item.on, with_year=False)),
                summary.due_words(item),
                wording.unbroken(slack_words(item.working_days_left)),
            )
            for item in items[:most]
        ],
        foot=more_words(len(items) - most),
        share=WIDER,
    )


def changes_panel(changed: Changes, most: int = LISTED) -> Panel:
    """Return what changed since the last plenary, or in some days, in so many rows."""
    day = wording.short_day(changed.since, with_year=False)
    plenary = _("Changed since the plenary of {day}").format(day=day)
    week = _("Changed since {day}").format(day=day)
    more = more_words(len(changed.found) - most)
    return Panel(
        title=plenary if changed.is_plenary else week,
        columns=[_("Item"), _("Before"), _("Now")],
        rows=[change_words.row(change) for change in changed.found[:most]],
        foot=more if changed.found else _("Nothing changed."),
    )


def more_words(count: int) -> str:
    """Return how many rows are left out, in words; nothing for none."""
    words = ngettext("and {count} more", "and {count} more", count)
    return words.format(count=wording.number(count)) if count > 0 else ""


def gauges(overview: Overview, visit: Visit) -> None:
    """Show how far the current phase has come, with table and downloads."""
    four = summary_gauges.gauges(overview)
    _draw_gauges(visit.view, overview, four, visit.theme)
    if not four:
        return
    figure.table_and_downloads(
        f"{visit.election.code}-verifikasi-{visit.day}",
        lambda: summary_gauges.gauges_table(four),
        lambda: side_by_side([gauge_of(each) for each in four], theme=visit.theme),
    )


@once
def _draw_gauges(overview: Overview, four: Sequence[Gauged], theme: Theme) -> None:
    found = current_phase(overview)
    if found is None:
        st.markdown("## " + _("No verification figure is reported yet"))
        return
    words = gauges_title(found[0], four)
    st.markdown(f"## {badges.marked(plain(words), is_simulated=found[1].is_simulated)}")
    with st.grid(len(four), min_column_width=250, border=True):
        for each in four:
            words = f"{each.title}: {under(each)}"
            spec = gauge(gauge_of(each), theme=theme)
            figure.chart(spec, key=f"gauge_{each.title}", alt=words)


def gauges_title(phase: Phase, four: Sequence[Gauged]) -> str:
    """Return how many measures of a phase are met, in words."""
    met = sum(each.status is Status.DONE for each in four)
    return _("{phase}: {met} of {total} measures met").format(
        phase=name(phase.name),
        met=wording.count_word(met),
        total=wording.count_word(len(four)),
    )


def under(each: Gauged) -> str:
    """Return numerator, denominator and unit: "8 dari 10 kab/kota"."""
    return wording.of_total(each.done, each.total, each.unit)


def gauge_of(each: Gauged) -> Gauge:
    """Return a gauge with its words."""
    share = each.share
    return Gauge(
        title=each.title,
        share=None if share is None else float(share),
        number="–" if share is None else wording.percent(share),
        under=under(each),
        threshold=None if each.threshold is None else float(each.threshold),
        threshold_text=each.threshold_words,
        badge=Badge(status=each.status, word=status_word(each.status)),
        notes=(each.note, each.age),
    )


def foot(visit: Visit) -> None:
    """Say where the figures come from and how old they are."""
    links = offers.line(visit, "stages")
    st.markdown(f":small[{foot_words(visit)}]  \n{links}")


def foot_words(visit: Visit) -> str:
    """Return where the figures come from and how old they are."""
    return _(
        "Schedule: PKPU 3/2022 and PKPU 4/2022. Figures marked simulated are no "
        "official results. State as of {day}; data revision {revision}."
    ).format(day=wording.day(visit.day), revision=visit.revision)
