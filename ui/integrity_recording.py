"""What editors record of the integrity zone, one part at a time."""

from collections.abc import Callable, Mapping

import streamlit as st

from domain.person import Person
from ui import (
    filters,
    integrity_recording_accountability,
    integrity_recording_assessment,
    integrity_recording_duty,
    integrity_recording_services,
    integrity_recording_survey,
)
from ui.language import gettext as _
from ui.visit import Visit

FORMS: Mapping[str, Callable[[Person, Visit], None]] = {
    "penilaian": integrity_recording_assessment.draw,
    "survei": integrity_recording_survey.draw,
    "akuntabilitas": integrity_recording_accountability.draw,
    "layanan": integrity_recording_services.draw,
    "piket": integrity_recording_duty.draw,
}
"""The form of each part, by its code in the address."""


def titles() -> dict[str, str]:
    """Return what each part is called, in the order of the choice."""
    return {
        "penilaian": _("Self-assessment"),
        "survei": _("Public satisfaction"),
        "akuntabilitas": _("SAKIP"),
        "layanan": _("Services"),
        "piket": _("Manager on duty"),
    }


def draw(person: Person, visit: Visit) -> None:
    """Draw the choice of the part, and its form."""
    st.title(_("Record the integrity zone"))
    first = next(iter(FORMS))
    part = filters.one_of("bagian", titles(), first, label=_("What do you record?"))
    FORMS[part](person, visit)
