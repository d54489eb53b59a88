"""The checks, what they found and whom they concern, in words."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from urllib.parse import urlsplit

from babel.numbers import format_decimal

from charts.palette import Tone
from domain.person import Person, Role
from domain.reconciliation import Check, Light, LightState
from domain.region import Region, RegionLevel
from ui import history_store
from ui.language import current
from ui.language import gettext as _
from ui.visit import Visit

LOOKS: Mapping[LightState, tuple[Tone, str, str]] = {
    LightState.GREEN: (Tone.GREEN, "check", "✓"),
    LightState.RED: (Tone.VIOLET, "close", "✗"),
    LightState.UNKNOWN: (Tone.GRAY, "question_mark", "?"),
}
"""Colour, icon and letter of each state; the palette's tone of alarm is violet."""

Names = Mapping[str, Mapping[str, str]]


def check_words(check: Check) -> str:
    """Return what a check compares."""
    return {
        Check.SAMPLE: _("Sample = MS + BMS + TMS + not visited"),
        Check.PROVINCE: _("Sum of the kab/kota = figure of the province"),
        Check.SIPOL: _("Members = last Sipol import"),
        Check.CORRECTION: _("Corrections hold only members not MS before"),
        Check.MINUTES: _("One result for minutes of one day"),
        Check.PUBLISHED: _("Published total = sum of its parts"),
    }[check]


def missing_words(check: Check) -> str:
    """Return what a check without numbers waits for."""
    return {
        Check.SAMPLE: _("Compared once a plenary has decided on a recap."),
        Check.PROVINCE: _("Compared once both have published or recorded a figure."),
        Check.SIPOL: _("Compared once recaps from Sipol are imported."),
        Check.CORRECTION: _(
            "Compared where the round before checked every member and is decided."
        ),
        Check.MINUTES: _("Compared once minutes are recorded."),
        Check.PUBLISHED: _("Compared once a total is published with its parts."),
    }[check]


def state_words(state: LightState, check: Check) -> str:
    """Return what a comparison found; two minutes of one day are "BA ganda"."""
    if state is LightState.RED and check is Check.MINUTES:
        return _("two minutes differ (BA ganda)")
    return {
        LightState.GREEN: _("agrees"),
        LightState.RED: _("does not agree"),
        LightState.UNKNOWN: _("no data"),
    }[state]


def state_badge(state: LightState, check: Check) -> str:
    """Return the badge of a state: colour, icon and words together."""
    tone, icon, _letter = LOOKS[state]
    return f":{tone}-badge[:material/{icon}: {state_words(state, check)}]"


def state_cell(light: Light) -> str:
    """Return what a comparison found as a cell of a table writes it."""
    if light.state is LightState.UNKNOWN and light.gap is not None:
        return "≈ " + _("published as “about”, not compared")
    _tone, _icon, letter = LOOKS[light.state]
    return f"{letter} {state_words(light.state, light.check)}"


def measure_words(measure: str) -> str:
    """Return what the numbers of a comparison count."""
    return {
        "eligible": "MS",
        "correctable": "BMS",
        "ineligible": "TMS",
        "sample": _("Sample"),
        "sample_members": _("Sample"),
        "members": _("Members submitted"),
        "population": _("Inhabitants"),
        "voters": _("Voters (DPT)"),
        "voters_provisional": _("Voters (DPS)"),
        "voters_abroad": _("Voters abroad (DPT)"),
        "polling_stations": _("Polling stations (TPS)"),
        "districts": _("Districts (kecamatan)"),
    }[measure]


def names_of(visit: Visit) -> Names:
    """Return the names of phases, parties and regions by their codes."""
    return history_store.names(visit.revision, visit.election.code, visit.language)


def people_words(people: Iterable[Person]) -> str:
    """Return names, what each does, and their e-mail; says it where there is nobody."""
    known = [_person_words(person) for person in people]
    return "; ".join(known) or _("nobody has an account")


def unit_words(region: Region) -> str:
    """Return the name of the commission of a kab/kota."""
    if region.level is RegionLevel.CITY:
        return f"KPU {region.title}"
    return f"KPU Kabupaten {region.title}"


def source_words(source: str) -> str:
    """Return who published a figure: the sites that a source names, each once."""
    parts = [part.strip() for part in source.split(" ; ")]
    return ", ".join(dict.fromkeys(_site(part) for part in parts if part))


def days_number(days: Fraction) -> str:
    """Return a number of days, which may be a half: "3" or "3,5"."""
    return str(format_decimal(float(days), locale=current().value))


def _person_words(person: Person) -> str:
    roles = {
        Role.OPERATOR: _("operator"),
        Role.EDITOR: _("editor"),
        Role.ADMIN: _("administrator"),
    }
    words = f"{person.name} ({roles[person.role]})"
    return f"{words}, {person.email}" if person.email else words


def _site(part: str) -> str:
    host = urlsplit(part).hostname
    return host.removeprefix("www.") if host else part.split(" ")[0].rstrip(",")
