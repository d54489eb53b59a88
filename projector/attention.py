"""The sheet of what is overdue, at risk, and due in the coming days."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.agenda import Due
from domain.assessment import Assessment, Status
from domain.projection import ShownFigure
from projector.figures import age_mark, of_progress, of_status, sourced
from projector.markup import status, text
from projector.sheet import Sheet
from projector.show import SheetName
from ui import headlines, summary, wording
from ui.language import gettext as _
from ui.language import name
from ui.store import Overview
from ui.timeline import progress_words, slack_words
from ui.visit import Visit
from ui.words import status_word

SHOWN = 6  # lines that a hall can read on one screen


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One milestone: what, where it stands, its age, how long it has or is late."""

    name: str
    more: str
    status: Status
    when: str
    figure: ShownFigure
    age: str = ""


def attention_sheet(overview: Overview, visit: Visit) -> Sheet:
    """Return what needs attention, the most pressing first, then what is due."""
    urgent, due = summary.attention(overview), summary.due(overview)
    named = {item.milestone.code for item in urgent}
    ahead = [each for each in due if each.assessment.milestone.code not in named]
    lines = [*(_urgent(item, overview) for item in urgent), *map(_due, ahead)]
    shown = lines[:SHOWN]
    figures = (*(line.figure for line in shown), *map(of_status, urgent))
    return Sheet(
        code=SheetName.ATTENTION,
        title=headlines.state_of(visit.election, overview.stages, visit.day),
        body=_body(_numbers(urgent, due), shown, len(lines) - SHOWN),
        source=sourced(visit.election.legal_basis, urgent),
        is_simulated=any(each.is_simulated for each in figures),
        figures=figures,
    )


def _numbers(urgent: Sequence[Assessment], due: Sequence[Due]) -> str:
    overdue = len(headlines.in_status(urgent, Status.OVERDUE))
    at_risk = len(headlines.in_status(urgent, Status.AT_RISK))
    each = (
        (overdue, Status.OVERDUE, _("overdue")),
        (at_risk, Status.AT_RISK, _("at risk")),
        (len(due), Status.NOT_STARTED, _("due in 14 days")),
    )
    return "".join(
        f"<li>{text('span', 'number', wording.number(count))}{status(kind, words)}</li>"
        for count, kind, words in each
    )


def _body(numbers: str, lines: Sequence[_Line], more: int) -> str:
    rest = _("and {count} more").format(count=wording.number(more)) if more > 0 else ""
    nothing = text("p", "nothing", _("Nothing needs attention and nothing is due."))
    listed = f"<ol>{''.join(map(_line, lines))}</ol>{text('p', 'more', rest)}"
    return (
        f'<div class="attention"><ul>{numbers}</ul>'
        f'<div class="list">{listed if lines else nothing}</div></div>'
    )


def _line(line: _Line) -> str:
    return (
        f"<li><div>{text('p', 'name', line.name)}{_more(line)}</div>"
        f"<div>{status(line.status, status_word(line.status))}"
        f"{text('p', 'when', line.when)}</div></li>"
    )


def _more(line: _Line) -> str:
    words = text("span", "", line.more)
    return f'<p class="who">{words}{line.age}</p>' if words else ""


def _urgent(item: Assessment, overview: Overview) -> _Line:
    figure = of_progress(item, overview.day)
    return _Line(
        name=name(item.milestone.short_name),
        more=progress_words(item.progress) if item.progress else "",
        status=item.status,
        when=", ".join(filter(None, reversed(summary.limit_words(item, overview)))),
        figure=figure,
        age=age_mark(figure, overview.day),
    )


def _due(each: Due) -> _Line:
    left = slack_words(each.working_days_left)
    return _Line(
        name=summary.due_words(each),
        more="",
        status=each.assessment.status,
        when=f"{wording.short_day(each.on)}, {left}",
        figure=of_status(each.assessment),
    )
