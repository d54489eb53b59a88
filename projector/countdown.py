"""The first sheet: days until voting day, and the state in one sentence."""

from domain.projection import ShownFigure
from domain.status import BEHIND
from projector.figures import of_status, sourced
from projector.markup import percent, text
from projector.sheet import Sheet
from projector.show import SheetName
from ui import headlines, summary, wording
from ui.language import name
from ui.store import Overview
from ui.visit import Visit


def countdown_sheet(overview: Overview, visit: Visit) -> Sheet:
    """Return the countdown to voting day over the track of the whole election."""
    until = summary.countdown_of(visit)
    day_name = name(visit.election.voting_day_name)
    headline = until.headline.replace(day_name, wording.unbroken(day_name))
    state = headlines.state_of(visit.election, overview.stages, visit.day)
    body = (
        '<div class="countdown">'
        f"{text('p', 'eyebrow', name(visit.election.name))}"
        f'<h1 class="row">{text("span", "days", wording.number(until.days))}'
        f'<span class="what">{text("span", "", headline)}'
        f"{text('small', '', until.subline)}</span></h1>"
        f"{text('p', 'state', state)}{_road(visit, until.progress)}</div>"
    )
    behind = [item for item in overview.milestones if item.status in BEHIND]
    figures = tuple(map(of_status, behind))
    return Sheet(
        code=SheetName.COUNTDOWN,
        title=until.headline,
        body=body,
        source=sourced(visit.election.legal_basis, behind),
        is_simulated=any(each.is_simulated for each in figures),
        is_titled=False,
        figures=(ShownFigure(name=until.headline), *figures),
    )


def _road(visit: Visit, progress: float) -> str:
    here = percent(min(max(progress, 0.0), 1.0))
    ends = visit.election.launched_on, visit.election.voting_day
    first, last = map(wording.short_day, ends)
    return (
        f'<div><div class="road"><div class="gone" style="width:{here}"></div>'
        f'<div class="now" style="left:{here}"></div></div>'
        f'<p class="ends"><span>{first}</span><span>{last}</span></p></div>'
    )
