"""The sheet of the verification: the phase in hand as a dial, the others as lines."""

import math

from domain.assessment import Assessment, Status
from domain.projection import ShownFigure
from domain.tally import PhaseTotals
from domain.timeline import ProgressMeasure
from domain.verification import Phase
from projector.figures import age_mark, hatched
from projector.markup import percent, status, text
from projector.sheet import Sheet, silence
from projector.show import SheetName
from ui import verification, wording
from ui.language import gettext as _
from ui.language import name
from ui.store import Overview
from ui.summary_gauges import measured_by
from ui.summary_numbers import current_phase
from ui.timeline import days_in_words
from ui.words import status_word

HALF = math.radians(126)  # of the dial, to either side of twelve o'clock
OUTER, INNER = 0.98, 0.78  # radii of its ring
LONG, SHORT = 1.05, 0.71  # radii of its tick
HAIR = 0.006  # half the width of the tick, as a share
OVERDUE, STALE = "url(#overdue)", "url(#stale)"
PATTERN = (
    '<defs><pattern id="overdue" width=".09" height=".09"'
    ' patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width=".09" height=".09" fill="#801650"/>'
    '<rect width=".026" height=".09" fill="#FFFFFF" fill-opacity=".45"/>'
    '</pattern><pattern id="stale" width=".09" height=".09"'
    ' patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width=".09" height=".09" fill="#12436D"/>'
    '<rect width=".03" height=".09" fill="#FFFFFF" fill-opacity=".6"/>'
    "</pattern></defs>"
)


def phases_sheet(overview: Overview) -> Sheet:
    """Return how far each verification phase has come."""
    found = current_phase(overview)
    if found is None:
        words = _("No verification figure is reported yet")
        return silence(SheetName.PHASES, words, basis_of(overview))
    phase, totals = found
    items = {item.milestone.code: item for item in overview.milestones}
    others = [each for each in overview.phases if each.code != phase.code]
    figures = {each.code: _figure(each, overview, items) for each in overview.phases}
    lines = "".join(_phase(each, overview, figures[each.code]) for each in others)
    hero = _hero(phase, totals, figures[phase.code], overview)
    return Sheet(
        code=SheetName.PHASES,
        title=_title(phase, totals),
        body=f'<div class="phases">{hero}<ol>{lines}</ol></div>',
        source=source_of(phase, totals),
        is_simulated=any(each.is_simulated for each in overview.totals.values()),
        figures=tuple(figures.values()),
    )


def _in_hand(
    phase: Phase, totals: PhaseTotals, overview: Overview
) -> Assessment | None:
    """Return the handing over of a phase, while that is what is still missing."""
    done, total = verification.counted(phase, totals)
    handing_over = measured_by(overview, phase, ProgressMeasure.REGIONS)
    return handing_over if done < total else None


def _figure(
    phase: Phase, overview: Overview, items: dict[str, Assessment]
) -> ShownFigure:
    """Return what a phase counted; what it counted to the end does not age."""
    totals = overview.totals.get(phase.code)
    if totals is None:
        return ShownFigure(name=name(phase.name))
    item = items.get(phase.milestone_code)
    if item and item.status.is_done:
        item = _in_hand(phase, totals, overview) or item
    done, total = verification.counted(phase, totals)
    figure = ShownFigure(
        name=name(phase.name),
        reported_on=totals.reported_on if done < total else None,
        status=item.status if item else None,
        is_simulated=totals.is_simulated,
    )
    return hatched(figure, overview.day)


def _title(phase: Phase, totals: PhaseTotals) -> str:
    return _("{phase}: {counted}").format(
        phase=name(phase.name), counted=_counted(phase, totals)
    )


def _counted(phase: Phase, totals: PhaseTotals) -> str:
    """Return what a phase counted, without the mark that the sheet carries."""
    done, total = verification.counted(phase, totals)
    return wording.of_total(done, total, verification.unit_of(phase))


def basis_of(overview: Overview) -> str:
    """Return the regulation behind the first phase; empty while there is none."""
    return overview.phases[0].legal_basis.split(";")[0] if overview.phases else ""


def source_of(phase: Phase, totals: PhaseTotals) -> str:
    """Return the regulation behind a phase, and how old its figures are."""
    if totals.reported_on is None:
        return phase.legal_basis
    age = _("reported up to {day}").format(day=wording.short_day(totals.reported_on))
    return f"{phase.legal_basis.split(';')[0]}, {age}"


def _hero(
    phase: Phase, totals: PhaseTotals, figure: ShownFigure, overview: Overview
) -> str:
    done, total = verification.counted(phase, totals)
    under = _("of {total}").format(total=wording.number(total))
    state = status(figure.status, status_word(figure.status)) if figure.status else ""
    age = age_mark(figure, overview.day)
    return (
        f'<div class="hero">{text("h2", "", name(phase.name))}<div class="dial">'
        f"{_dial(done / total if total else 0.0, figure)}"
        f'<div class="inside">{text("p", "value", wording.number(done))}'
        f"{text('p', 'of', under)}"
        f"{text('p', 'unit', verification.unit_of(phase))}</div></div>"
        f"<p>{state}{age}</p></div>"
    )


def _phase(phase: Phase, overview: Overview, figure: ShownFigure) -> str:
    totals = overview.totals.get(phase.code)
    counted = _counted(phase, totals) if totals else _("nothing reported")
    done, total = verification.counted(phase, totals)
    which = figure.status or Status.NOT_STARTED
    share = done / total if total else 0.0
    look = f"{which} stale" if figure.is_hatched else which
    filled = f'<b class="{look}" style="width:{percent(share)}"></b>' if share else ""
    age = age_mark(figure, overview.day)
    return (
        f"<li>{text('h2', '', name(phase.name))}{text('p', 'counted', counted)}"
        f'<div class="line">{filled}</div>'
        f"<p>{status(which, status_word(which))}{age}</p>"
        f"{text('p', 'days', _days(phase, overview))}</li>"
    )


def _days(phase: Phase, overview: Overview) -> str:
    own = (
        item.milestone.schedule
        for item in overview.milestones
        if item.milestone.code == phase.milestone_code
    )
    return "".join(map(days_in_words, own))


def _dial(share: float, figure: ShownFigure) -> str:
    """Return the ring: done in blue, overdue hatched, a tick where it ought to be."""
    missing = OVERDUE if figure.status is Status.OVERDUE else "#E6EAEE"
    blue = STALE if figure.is_hatched else "#12436D"
    done = f'<path d="{_ring(0, share)}" fill="{blue}"/>' if share else ""
    rest = f'<path d="{_ring(share, 1)}" fill="{missing}"/>' if share < 1 else ""
    tick = _ring(1 - HAIR, 1 + HAIR, LONG, SHORT)
    return (
        '<svg viewBox="-1.08 -1.06 2.16 1.8" aria-hidden="true">'
        f'{PATTERN}{done}{rest}<path d="{tick}" fill="#0E1722"/></svg>'
    )


def _ring(start: float, end: float, outer: float = OUTER, inner: float = INNER) -> str:
    """Return a part of the ring between two shares, as an SVG path."""
    first, last = (HALF * (2 * share - 1) for share in (start, end))
    is_large = int(last - first > math.pi)
    return (
        f"M{_point(outer, first)}A{outer},{outer},0,{is_large},1,{_point(outer, last)}"
        f"L{_point(inner, last)}A{inner},{inner},0,{is_large},0,{_point(inner, first)}Z"
    )


def _point(radius: float, angle: float) -> str:
    return f"{radius * math.sin(angle):.4f},{-radius * math.cos(angle):.4f}"
