"""What the checks before a show ask of figures on a sheet, and how old they look."""

from dataclasses import replace
from datetime import date

from domain.assessment import Assessment
from domain.projection import ShownFigure
from domain.staleness import age_of, is_stale
from projector.markup import aged
from ui.language import name, ngettext


def of_status(item: Assessment) -> ShownFigure:
    """Return the figure behind a status that is shown without it."""
    simulated = bool(item.progress and item.progress.is_simulated)
    return ShownFigure(name=name(item.milestone.short_name), is_simulated=simulated)


def of_progress(item: Assessment, day: date) -> ShownFigure:
    """Return the progress of a milestone, drawn as stale where it is."""
    figure = of_status(item)
    if item.progress is None:
        return figure
    known = replace(figure, reported_on=item.progress.reported_on, status=item.status)
    return hatched(known, day)


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
