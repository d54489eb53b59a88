"""Linimasa as a public view."""

from charts.timeline import gantt
from domain.assessment import Assessment, StageAssessment
from exports.edition import Edition
from exports.public_copy.content import (
    Details,
    Folded,
    Heading,
    Item,
    Picture,
    Row,
    View,
)
from ui import headlines, panels, summary_cards, timeline, timeline_page
from ui.language import gettext as _
from ui.language import name
from ui.timeline_detail import called, stage_detail
from ui.timeline_page import ALL, Chosen

KEY = "linimasa"
GANTT = (360, 885, 1295)


def view_of(edition: Edition) -> View:
    """Return Linimasa of an edition, in the language that is spoken."""
    visit, overview = edition.visit, edition.overview
    if not overview.stages:
        return View(
            key=KEY,
            title=headlines.timeline_title(overview.stages),
            sentence=summary_cards.unordered_words(visit),
            foot=summary_cards.foot_words(visit),
        )
    chosen = _chosen(edition)
    title = timeline_page.title_of(overview, chosen)
    held = [each for each in overview.stages if each.milestones]
    panel = [_details(chosen.stage)] if chosen.stage else []
    return View(
        key=KEY,
        title=title,
        rows=[
            Row(blocks=[_gantt(edition, chosen, title), *panel], look="wide-left"),
            Row(
                blocks=[
                    Heading(title=_("Milestones by stage")),
                    *map(_milestones, held),
                ],
                look="stack",
            ),
        ],
        foot=summary_cards.foot_words(visit),
    )


def _chosen(edition: Edition) -> Chosen:
    """Return what Linimasa shows of an edition when nobody has chosen anything."""
    known = {each.code: each for each in edition.overview.baselines}
    first = timeline_page.first_baseline(edition.overview, ALL, None) if known else ""
    stage = timeline_page.stage_in_view(edition.overview)
    return Chosen(zoom=ALL, stage=stage, item=None, baseline=known.get(first))


def _gantt(edition: Edition, chosen: Chosen, title: str) -> Picture:
    visit = edition.visit
    rows = timeline.stage_rows(edition.overview.stages, chosen.baseline)
    view = timeline_page.view_of(visit, chosen, rows)
    return Picture(
        key="gantt",
        takeaway=title,
        spec=gantt(rows, view, theme=visit.theme, language=visit.language),
        widths=GANTT,
        table=timeline.timeline_table(rows),
    )


def _details(assessed: StageAssessment) -> Details:
    source = assessed.stage.provenance
    return Details(
        title=called(assessed),
        status=assessed.status,
        is_simulated=assessed.is_simulated,
        facts=[*stage_detail(assessed).items()],
        items=[*map(_item, assessed.milestones)],
        foot=panels.source_words(source.source, source.confidence),
    )


def _item(assessed: Assessment) -> Item:
    milestone = assessed.milestone
    return Item(
        status=assessed.status,
        name=name(milestone.short_name),
        days=timeline.days_on_a_line(milestone.schedule),
    )


def _milestones(assessed: StageAssessment) -> Folded:
    rows = timeline.milestone_rows(assessed.milestones, None)
    return Folded(title=called(assessed), table=timeline.timeline_table(rows))
