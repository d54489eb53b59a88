"""What the checks before a show ask of figures on a sheet, and how old they look."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from domain.assessment import Assessment, StageAssessment
from domain.projection import ShownFigure
from domain.staleness import STILL_COUNTED, age_of, is_stale
from domain.status import BEHIND
from projector.markup import aged
from ui import wording
from ui.language import gettext as _
from ui.language import name, ngettext
from ui.timeline import shown_share


def of_status(item: Assessment) -> ShownFigure:
    """Return the figure behind a status that is shown without it."""
    title = name(item.milestone.short_name)
    return ShownFigure(name=title, is_simulated=item.is_simulated)


def of_progress(item: Assessment, day: date) -> ShownFigure:
    """Return the progress of a milestone, drawn as stale where it is."""
    figure = of_status(item)
    if item.progress is None:
        return figure
    known = replace(figure, reported_on=item.progress.reported_on, status=item.status)
    return hatched(known, day)


def of_share(stage: StageAssessment, day: date) -> ShownFigure:
    """Return the share of a stage, as old as the oldest figure that went into it.

    Figures of milestones that have ended do not age. A stage at risk through a
    simulated figure counts as simulated, even where that did not go into its share.
    """
    behind = [of_status(item) for item in stage.milestones if item.status in BEHIND]
    figure = ShownFigure(
        name=name(stage.stage.short_name),
        is_simulated=stage.is_simulated or any(each.is_simulated for each in behind),
    )
    if shown_share(stage) is None:
        return figure
    open_ones = [item for item in stage.milestones if item.status in STILL_COUNTED]
    oldest = min(_reported(open_ones), default=None)
    return hatched(replace(figure, reported_on=oldest, status=stage.status), day)


def sourced(basis: str, items: Iterable[Assessment]) -> str:
    """Return the source of a schedule, and up to which day its figures were reported.

    Args:
        basis: Legal basis of the schedule.
        items: Milestones whose figures are shown, or stand behind a status.
    """
    whole = "; ".join(map(wording.unbroken, basis.split("; ")))
    schedule = _("Schedule: {basis}").format(basis=whole)
    newest = max(_reported(items), default=None)
    if newest is None:
        return schedule
    age = _("figures up to {day}").format(day=wording.short_day(newest))
    return f"{schedule}, {wording.unbroken(age)}"


def hatched(figure: ShownFigure, day: date) -> ShownFigure:
    """Return a figure that is to be drawn as stale where it is."""
    stale = is_stale(figure.reported_on, day, figure.status)
    return replace(figure, is_hatched=stale)


def age_mark(figure: ShownFigure, day: date) -> str:
    """Return the mark of a stale figure: hatched, a clock, its age; else nothing."""
    if not figure.is_hatched or figure.reported_on is None:
        return ""
    return aged(age_words(figure.reported_on, day))


def age_words(reported_on: date, day: date) -> str:
    """Return how old a figure is: "12 hari"."""
    age = age_of(reported_on, day)
    return ngettext("{count} day old", "{count} days old", age).format(count=age)


def _reported(items: Iterable[Assessment]) -> list[date]:
    return [item.progress.reported_on for item in items if item.progress]
