"""The scores of one assessment as a table to type in."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import streamlit as st
from babel.numbers import format_decimal

from domain.integrity_assessment import NONE, SURVEYED, Assessor, Scheme, Score
from domain.integrity_scores import (
    MOST_EVIDENCE,
    ScoreEdit,
    Slot,
    decimal_of,
    points_of,
    slots_of,
)
from ui import integrity_assessment_store as known
from ui.integrity_assessment_words import aspect_word, points
from ui.language import current, name
from ui.language import gettext as _
from ui.recording_words import field_word
from ui.visit import Visit

if TYPE_CHECKING:
    import pandas as pd

ONLY_READ = ("row", "weight")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The scores of one assessment.

    Attributes:
        scores: Each score as typed, or as recorded.
        versions: Newest version of each score that is recorded.
    """

    scores: Mapping[Slot, ScoreEdit]
    versions: Mapping[Slot, int]


def sheet_of(period: int, assessor: Assessor, visit: Visit) -> Sheet:
    """Return what is recorded of an assessment on the day of a visit."""
    found = next(
        (
            each
            for each in known.standing(visit).assessments
            if (each.period, each.assessor) == (period, assessor)
        ),
        None,
    )
    scores = found.scores if found else ()
    recorded = {(each.component, each.aspect): each for each in scores}
    slots = slots_of(known.scheme(visit))
    return Sheet(
        scores={
            slot: _edit(recorded[slot]) if slot in recorded else ScoreEdit()
            for slot in slots
        },
        versions=known.newest_versions(visit, period, assessor),
    )


def merged(base: Sheet, mine: Sheet, theirs: Sheet) -> Sheet:
    """Return the newest scores, and over them every row that somebody typed in."""
    scores = {
        slot: mine.scores[slot] if mine.scores[slot] != base.scores[slot] else other
        for slot, other in theirs.scores.items()
    }
    return Sheet(scores=scores, versions=theirs.versions)


def row_names(scheme: Scheme) -> dict[Slot, str]:
    """Return what each row is called: its component and aspect."""
    return {
        (each.code, aspect): f"{name(each.short_name)}, {aspect_word(aspect)}"
        for each in scheme.components
        for aspect in each.weights
    }


def frame_of(sheet: Sheet, scheme: Scheme) -> "pd.DataFrame":
    """Return the table to type in, one row a score.

    Columns: `row` and `weight` as text, `number` as text, `evidence` and
    `evidence_needed` as Int64, `link` as text.
    """
    import pandas as pd  # slow to load: only once the table is asked for

    slots, names = slots_of(scheme), row_names(scheme)
    edits = [sheet.scores[slot] for slot in slots]
    return pd.DataFrame(
        {
            "row": [names[slot] for slot in slots],
            "weight": [_asked(slot, weight) for slot, weight in slots.items()],
            "number": pd.array([each.number for each in edits], dtype="str"),
            "evidence": pd.array([each.evidence for each in edits], dtype="Int64"),
            "evidence_needed": pd.array(
                [each.evidence_needed for each in edits], dtype="Int64"
            ),
            "link": pd.array([each.link for each in edits], dtype="str"),
        }
    )


def read_frame(frame: "pd.DataFrame", start: Sheet) -> Sheet:
    """Return the scores as they stand in the table now; an emptied cell is empty."""
    rows = frame[["number", "evidence", "evidence_needed", "link"]]
    cells = rows.astype(object).where(rows.notna(), None).itertuples(index=False)
    scores = {
        slot: ScoreEdit(
            number=str(number or ""),
            evidence=int(present or 0),
            evidence_needed=int(needed or 0),
            link=str(link or "").strip(),
        )
        for slot, (number, present, needed, link) in zip(
            start.scores, cells, strict=True
        )
    }
    return Sheet(scores=scores, versions=start.versions)


def column_config() -> dict[str, Any]:
    """Return how each column is called, shown and typed in."""
    config = st.column_config
    return {
        "row": config.TextColumn(_("Component"), pinned=True, width=205),
        "weight": config.TextColumn(_("At most"), width=110),
        "number": config.TextColumn(field_word("points"), width=90),
        **{field: _count_column(field) for field in ("evidence", "evidence_needed")},
        "link": config.TextColumn(field_word("evidence_link"), width=240),
    }


def total_words(sheet: Sheet, scheme: Scheme) -> str:
    """Return what the scores as typed come to."""
    slots = slots_of(scheme)
    numbers = {slot: decimal_of(sheet.scores[slot].number) for slot in slots}
    given = {slot: number for slot, number in numbers.items() if number is not None}
    total = sum((points_of(slot, given[slot], slots[slot]) for slot in given), NONE)
    words = _("As typed: {total} points; {count} of {all} scores are filled in.")
    return words.format(
        total=points(total),
        count=len(given),
        all=len(slots),
    )


def _count_column(field: str) -> Any:  # noqa: ANN401 - Streamlit does not name the type
    return st.column_config.NumberColumn(
        field_word(field), min_value=0, max_value=MOST_EVIDENCE, step=1, width=110
    )


def _edit(score: Score) -> ScoreEdit:
    number = score.points if score.index is None else score.index
    return ScoreEdit(
        number=_typed(number),
        evidence=score.evidence,
        evidence_needed=score.evidence_needed,
        link=score.link,
    )


def _asked(slot: Slot, weight: Decimal) -> str:
    if slot[0] in SURVEYED:
        return _("index 4")
    return points(weight)


def _typed(number: Decimal) -> str:
    return str(format_decimal(number, format="0.######", locale=current().value))
