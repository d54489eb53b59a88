"""What the address asks of Pemeriksaan Data, and whose kab/kota are in view."""

from dataclasses import dataclass
from datetime import date

from domain.person import Permission, Person
from domain.phase_order import begun_phases, open_phase
from domain.region import Region
from domain.verification import Phase
from ui import filters
from ui.language import gettext as _
from ui.language import name
from ui.store import Overview
from ui.verification_views import PHASE


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What is in view: a phase, and the kab/kota that somebody may see.

    Attributes:
        phase: The phase.
        ended_on: Day it ended; None while it is open.
        regions: The kab/kota, in order of their codes.
    """

    phase: Phase
    ended_on: date | None
    regions: tuple[Region, ...]


def read_choice(overview: Overview, person: Person) -> Chosen | None:
    """Offer the phases that have begun; return the chosen one, None before any has.

    Offered first is the open phase, else the last one with figures.
    """
    items = {each.milestone.code: each for each in overview.milestones}
    begun = {
        each.code: each for each in begun_phases(overview.phases, items, overview.day)
    }
    if not begun:
        return None
    running = open_phase(tuple(begun.values()), items)
    with_figures = [code for code in begun if code in overview.totals] or list(begun)
    first = running.code if running else with_figures[-1]
    words = {code: name(each.short_name) for code, each in begun.items()}
    phase = begun[filters.from_list(PHASE, words, first, label=_("Phase"))]
    milestone = items[phase.milestone_code]
    return Chosen(
        phase=phase,
        ended_on=(
            milestone.milestone.schedule.actual_end
            if milestone.status.is_done
            else None
        ),
        regions=tuple(
            each
            for each in overview.regencies
            if person.may(Permission.RECORD_TALLY, each.code)
        ),
    )
