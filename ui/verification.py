"""Verifikasi Partai in words: phases, parties, kab/kota."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from charts.gauge import Badge, Dial
from charts.palette import CellKind
from domain.assessment import Assessment, Status
from domain.findings import Cell, Finding
from domain.outlook import Outlook, Standing, outlook
from domain.party import Party
from domain.region import Region
from domain.requirement import (
    Requirement,
    RequirementKind,
    RequirementScope,
    regions_required,
)
from domain.tally import PhaseTotals
from domain.verification import Phase
from ui import badges, wording
from ui.language import gettext as _
from ui.language import name, ngettext
from ui.timeline import days_in_words
from ui.words import finding_word, standing_word, status_word

REGENCY_REQUIREMENT = "board_regencies"
"""The requirement whose share says in how many kab/kota a party must be MS."""

FACTUAL = frozenset({"factual", "factual_correction"})
"""Phases counted by recap; the others are counted by party."""

Cells = Mapping[tuple[str, str], Cell]

_KINDS = {
    Finding.ELIGIBLE: CellKind.ELIGIBLE,
    Finding.CORRECTABLE: CellKind.CORRECTABLE,
    Finding.INELIGIBLE: CellKind.INELIGIBLE,
    Finding.IN_PROGRESS: CellKind.IN_PROGRESS,
    Finding.UNREPORTED: CellKind.UNREPORTED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyStanding:
    """One party in one phase: its kab/kota and what they add up to.

    Attributes:
        party: The party.
        cells: Its kab/kota, in order of their codes; None where it has no tally.
        outlook: Whether it reaches the kab/kota it needs.
    """

    party: Party
    cells: tuple[Cell | None, ...]
    outlook: Outlook


def required_regencies(
    requirements: Sequence[Requirement], regencies: Sequence[Region]
) -> int:
    """Return in how many kab/kota a party must be MS.

    Source: UU 7/2017, article 173 (2) c, by the row of the database.
    """
    rule = next((r for r in requirements if r.code == REGENCY_REQUIREMENT), None)
    return regions_required(len(regencies), rule) if rule else len(regencies)


def standings(
    parties: Sequence[Party], regencies: Sequence[Region], cells: Cells, required: int
) -> list[PartyStanding]:
    """Return the parties that have any tally in a phase, in official order."""
    found = []
    for party in parties:
        own = tuple(cells.get((party.code, region.code)) for region in regencies)
        counted = [cell for cell in own if cell]
        if counted:
            result = outlook(counted, required)
            found.append(PartyStanding(party=party, cells=own, outlook=result))
    return found


def cell_words(cell: Cell) -> str:
    """Return a cell in words, with its figures."""
    if cell.is_carried_over:
        return _("MS, from the round before")
    tally = cell.tally
    word = finding_word(cell.finding)
    if cell.finding is Finding.UNREPORTED:
        return word
    checked = wording.of_total(tally.visited, tally.sample, _("members checked"))
    day = wording.short_day(tally.reported_on)
    return _("{word}, {checked}, as of {day}").format(
        word=word, checked=checked, day=day
    )


def needed_words(result: Outlook) -> str:
    """Return how many of the needed kab/kota are MS: "8 dari 8 yang diperlukan"."""
    if result.eligible > result.required:
        words = _("{eligible} MS, {required} needed")
        return words.format(eligible=result.eligible, required=result.required)
    words = _("{eligible} of {required} needed")
    return words.format(eligible=result.eligible, required=result.required)


def arithmetic(result: Outlook) -> str:
    """Return the sum behind a standing, in one sentence."""
    parts = [
        _("{count} MS").format(count=result.eligible),
        *_part(result.correctable, _("{count} can be corrected")),
        *_part(result.in_progress, _("{count} being checked")),
        *_part(result.unreported, _("{count} not reported")),
    ]
    still = (
        result.eligible + result.correctable + result.in_progress + result.unreported
    )
    words = _("{parts} = at most {most}; {required} needed.")
    return words.format(parts=" + ".join(parts), most=still, required=result.required)


def _part(count: int, words: str) -> list[str]:
    return [words.format(count=count)] if count else []


def would_do_words(result: Outlook, regencies: Sequence[Region]) -> str:
    """Return the smallest set of kab/kota that would complete the requirement."""
    titles = {region.code: region.title for region in regencies}
    if not result.would_do:
        return ""
    named = ", ".join(titles[code] for code in result.would_do)
    words = ngettext(
        "Nearest way: MS in {names}.",
        "Nearest way: MS in {names}.",
        len(result.would_do),
    )
    return words.format(names=named)


def title_of(found: Sequence[PartyStanding], phase: Phase | None) -> str:
    """Return the conclusion of the page, for the chosen phase."""
    if not found or phase is None:
        return _("No verification figure is reported yet")
    secured = sum(each.outlook.standing is Standing.SECURED for each in found)
    lost = sum(each.outlook.standing is Standing.IMPOSSIBLE for each in found)
    if lost:
        words = ngettext(
            "{count} of {total} parties can no longer meet the requirement",
            "{count} of {total} parties can no longer meet the requirement",
            lost,
        )
        return _said(words, lost, len(found))
    words = ngettext(
        "{count} of {total} parties has the kab/kota it needs",
        "{count} of {total} parties have the kab/kota they need",
        secured,
    )
    return _said(words, secured, len(found))


def _said(words: str, count: int, total: int) -> str:
    said = words.format(
        count=wording.count_word(count), total=wording.count_word(total)
    )
    return wording.capitalised(said)


def party_title(each: PartyStanding) -> str:
    """Return the conclusion of one party's page."""
    done = wording.of_total(
        min(each.outlook.eligible, each.outlook.required),
        each.outlook.required,
        _("kab/kota"),
    )
    standing = standing_word(each.outlook.standing)
    return f"{each.party.short_name}: {done}, {standing}"


def region_title(region: Region, cells: Sequence[Cell]) -> str:
    """Return the conclusion of one kab/kota's page."""
    eligible = sum(cell.finding is Finding.ELIGIBLE for cell in cells)
    done = wording.of_total(eligible, len(cells), _("parties MS"))
    return f"{region.title}: {done}"


def dial_of(phase: Phase, totals: PhaseTotals | None, item: Assessment | None) -> Dial:
    """Return how far a phase has come, as its dial."""
    done, total = counted(phase, totals)
    badge = Badge(status=item.status, word=status_word(item.status)) if item else None
    days = (days_in_words(item.milestone.schedule),) if item else ()
    notes = (*days, counted_words(phase, totals))
    if not total:
        return Dial(share=None, number="–", under="", badge=badge, notes=notes)
    is_overdue = bool(item and item.status is Status.OVERDUE)
    return Dial(
        share=done / total,
        number=wording.number(done),
        under=_("of {total}").format(total=wording.number(total)),
        expected=1.0,
        is_overdue=is_overdue,
        badge=badge,
        notes=notes,
    )


def counted(phase: Phase, totals: PhaseTotals | None) -> tuple[int, int]:
    """Return what a phase counts: recaps decided, or parties checked, of how many."""
    if totals is None:
        return 0, 0
    if phase.code in FACTUAL:
        return totals.recaps_decided, totals.recaps_expected
    return totals.parties_checked, totals.parties_expected


def unit_of(phase: Phase) -> str:
    """Return what a phase counts: recaps decided, or parties checked."""
    return _("recaps decided") if phase.code in FACTUAL else _("parties checked")


def counted_words(phase: Phase, totals: PhaseTotals | None) -> str:
    """Return what a phase counted of how many: "72 dari 90 rekap diputuskan"."""
    done, total = counted(phase, totals)
    if not total:
        return _("nothing reported")
    is_simulated = bool(totals and totals.is_simulated)
    mark = badges.simulated_words(is_simulated=is_simulated)
    return wording.of_total(done, total, unit_of(phase)) + mark


def kind_of(cell: Cell | None) -> CellKind:
    """Return how a cell is drawn."""
    if cell is None:
        return CellKind.NOT_APPLICABLE
    return CellKind.CARRIED if cell.is_carried_over else _KINDS[cell.finding]


def needed_in(
    requirement: Requirement,
    regencies: Sequence[Region],
    own: PartyStanding | None,
) -> str:
    """Return what a requirement asks for in the province, with what is reached."""
    if (
        requirement.code == REGENCY_REQUIREMENT
        or requirement.kind is RequirementKind.MEMBERS
    ):
        if own:
            return needed_words(own.outlook)
        needed = required_regencies([requirement], regencies)
        return _("{count} kab/kota").format(count=needed)
    if requirement.scope is RequirementScope.NATIONAL:
        return _("checked by KPU RI")
    if requirement.scope is RequirementScope.DISTRICT:
        return _("per kab/kota")
    return _("not counted here")


def phase_name(phase: Phase) -> str:
    """Return a phase as the stepper writes it: "3. Faktual"."""
    return f"{phase.position}. {name(phase.short_name)}"
