"""What a room is about to see, drawn and checked before anybody sees it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from urllib.parse import urlencode

from charts.palette import LIGHT
from domain.projection import Draft
from projector.pledge import pledged_for
from projector.preflight import examine
from projector.sheets import drawn, show_of
from projector.show import SheetName, for_phones
from ui.address import DAY, ELECTION, LANGUAGE, SECONDS, SHEETS
from ui.language import gettext as _
from ui.visit import Visit
from web import assets


def sheet_words() -> dict[str, str]:
    """Return what each sheet is called, in the order of the usual show."""
    words = {
        SheetName.COUNTDOWN: _("Countdown"),
        SheetName.STAGES: _("Stages"),
        SheetName.ATTENTION: _("Needs attention"),
        SheetName.PHASES: _("Verification phases"),
        SheetName.PARTIES: _("Parties"),
        SheetName.INTEGRITY: _("Integrity zone"),
        SheetName.PLEDGE: _("Pledges"),
        SheetName.PHONES: _("Address for phones"),
    }
    return {name.value: words[name] for name in SheetName}


def rehearse(names: Sequence[str], seconds: int, visit: Visit, site: str) -> Draft:
    """Return the sheets as a room would see them, and what stands against it.

    Args:
        names: Sheets to show, in their order.
        seconds: How long each stands.
        visit: Election, day and language of the show.
        site: Address of the site, for phones.
    """
    about = {
        DAY: visit.day.isoformat(),
        ELECTION: visit.election.code,
        LANGUAGE: visit.language.value,
    }
    in_order = [SheetName(name) for name in names]
    seen = replace(visit, theme=LIGHT)
    pledged = pledged_for(in_order, site, visit.language)
    show = show_of(in_order, seen, for_phones(site, about), pledged)
    css = looks()
    return Draft(
        election=visit.election.code,
        day=visit.day,
        revision=visit.revision,
        wish=urlencode({SHEETS: ",".join(names), SECONDS: seconds, **about}),
        # With its looks, so that a later style sheet changes nothing.
        content=f"<style>{css}</style>{drawn(show)}",
        preflight=examine(show, css),
    )


@cache
def looks() -> str:
    """Return the style sheet of the projector."""
    return (assets.OURS / "projector.css").read_text(encoding="utf-8")
