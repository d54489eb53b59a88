"""Zona Integritas: its sections, one below the other."""

from collections.abc import Callable

import streamlit as st

from domain.history import Kind
from ui import (
    history_link,
    integrity_accountability,
    integrity_assessment,
    integrity_duty,
    integrity_punctuality,
    integrity_services,
    integrity_survey,
    offers,
)
from ui.visit import Visit

SECTIONS: tuple[Callable[[Visit], None], ...] = (
    integrity_assessment.draw,
    integrity_survey.draw,
    integrity_accountability.draw,
    integrity_punctuality.draw,
    integrity_services.draw,
    integrity_duty.draw,
)
"""What the page shows, in its order."""

RECORDED = (
    Kind.SCORE,
    Kind.SURVEY_ROUND,
    Kind.ACCOUNTABILITY_YEAR,
    Kind.SERVICE_STATE,
    Kind.SERVICE_FIGURE,
    Kind.DUTY_SHIFT,
)
"""What staff record of it, whose history is open to everybody."""


def draw(visit: Visit) -> None:
    """Draw the page."""
    st.title(integrity_assessment.headline(visit))
    for section in SECTIONS:
        section(visit)
    st.markdown(history_link.line(RECORDED))
    st.markdown(offers.line(visit, "integrity-scores"))
