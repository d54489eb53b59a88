"""Ringkasan as a public view."""

from charts.gauge import gauge
from charts.summary import countdown
from exports.edition import Edition
from exports.public_copy.content import (
    Attention,
    Folded,
    Heading,
    Numbers,
    Picture,
    Row,
    View,
)
from ui import headlines, summary, summary_cards, summary_gauges, summary_numbers
from ui.language import gettext as _
from ui.lines import Panel
from ui.summary_cards import SHOWN
from ui.summary_gauges import Gauged
from ui.visit import Visit

KEY = "ringkasan"
COUNTDOWN = (320,)
STRIP = (330, 675, 1003)
GAUGE = (263,)


def view_of(edition: Edition) -> View:
    """Return Ringkasan of an edition, in the language that is spoken."""
    visit, overview = edition.visit, edition.overview
    urgent = summary.attention(overview)
    four = summary_numbers.four_numbers(overview, visit)
    due = summary_cards.due_panel(summary.due(overview))
    changed = summary_cards.changes_panel(edition.changes)
    title = headlines.state_of(visit.election, overview.stages, visit.day)
    if not overview.stages:
        return View(
            key=KEY,
            title=title,
            sentence=summary_cards.unordered_words(visit),
            beside=_countdown(visit),
            foot=summary_cards.foot_words(visit),
        )
    return View(
        key=KEY,
        title=title,
        sentence=summary.sentence_of(overview, urgent),
        is_simulated=summary.is_simulated(urgent),
        beside=_countdown(visit),
        rows=[
            Row(blocks=[Numbers(cards=[summary_cards.card_of(one) for one in four])]),
            Row(blocks=[_strip(edition), _attention(edition)], look="split"),
            Row(blocks=[due, changed], look="split"),
            *_gauges(edition),
        ],
        foot=summary_cards.foot_words(visit),
    )


def _countdown(visit: Visit) -> Picture:
    until = summary.countdown_of(visit)
    return Picture(
        key="countdown",
        takeaway=f"{until.days} {until.headline}",
        spec=countdown(until, theme=visit.theme, language=visit.language),
        widths=COUNTDOWN,
    )


def _strip(edition: Edition) -> Picture:
    visit, overview = edition.visit, edition.overview
    takeaway = headlines.timeline_title(overview.stages)
    return Picture(
        key="strip",
        takeaway=takeaway,
        title=takeaway,
        spec=summary.sketch_of(visit.view, overview, visit),
        widths=STRIP,
        table=summary.stages_table(overview),
    )


def _attention(edition: Edition) -> Attention | Panel:
    urgent = summary.attention(edition.overview)
    title = summary_cards.attention_title(urgent)
    if not urgent:
        return Panel(title=title, foot=summary_cards.calm_words())
    return Attention(
        title=title,
        lines=[summary_cards.line_of(one, edition.overview) for one in urgent[:SHOWN]],
    )


def _gauges(edition: Edition) -> list[Row]:
    found = summary_numbers.current_phase(edition.overview)
    if found is None:
        nothing = _("No verification figure is reported yet")
        return [Row(blocks=[Heading(title=nothing)])]
    phase, totals = found
    four = summary_gauges.gauges(edition.overview)
    heading = Heading(
        title=summary_cards.gauges_title(phase, four),
        is_simulated=totals.is_simulated,
    )
    table = Folded(
        title=_("Table"),
        table=summary_gauges.gauges_table(four),
    )
    pictures = [_gauge(at, one, edition.visit) for at, one in enumerate(four)]
    return [
        Row(blocks=[heading]),
        Row(blocks=pictures, look="four"),
        Row(blocks=[table]),
    ]


def _gauge(at: int, one: Gauged, visit: Visit) -> Picture:
    return Picture(
        key=f"gauge-{at}",
        takeaway=f"{one.title}: {summary_cards.under(one)}",
        spec=gauge(summary_cards.gauge_of(one), theme=visit.theme),
        widths=GAUGE,
    )
