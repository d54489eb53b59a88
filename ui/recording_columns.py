"""The columns of the table of milestones: what is only read, and what is typed."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import streamlit as st

from domain.assessment import Assessment
from domain.recording import COMPLETE, MilestoneEdit
from domain.timeline import SlipReason
from domain.typed_days import FIRST_DAY, LAST_DAY
from ui.language import gettext as _
from ui.language import name
from ui.recording_words import field_word
from ui.unsaved import Unsaved
from ui.words import slip_words, status_word

if TYPE_CHECKING:
    import pandas as pd

ONLY_READ = ("name", "status", "planned_start", "planned_end")
DAYS = ("planned_start", "planned_end", "actual_start", "actual_end", "minutes_date")
TEXTS = ("slip_reason", "remark", "minutes_number")
DAY_FORMAT = "DD/MM/YYYY"


def frame_of(
    items: Mapping[str, Assessment], rows: Mapping[str, Unsaved[MilestoneEdit]]
) -> "pd.DataFrame":
    """Return the table to type in, one row a milestone, its code as the index.

    Columns: `name` and `status` as text, then the fields of a milestone: days as
    datetime64, progress as Int64 in percent, the rest as text.

    Args:
        items: The milestones, by code.
        rows: What each row starts with, by code, in the order of the table.
    """
    import pandas as pd  # slow to load: only once a table is asked for

    edits = [row.mine for row in rows.values()]

    def days(field: str) -> "pd.DatetimeIndex":
        found = [getattr(edit, field) for edit in edits]
        return pd.DatetimeIndex(found, dtype="datetime64[s]")

    frame = pd.DataFrame(
        {
            "name": [name(items[code].milestone.short_name) for code in rows],
            "status": [status_word(items[code].status) for code in rows],
            **{field: days(field) for field in DAYS[:-1]},
            "progress_percent": pd.array(
                [edit.progress_percent for edit in edits], dtype="Int64"
            ),
            **{
                field: pd.array([getattr(edit, field) for edit in edits], dtype="str")
                for field in TEXTS
            },
            "minutes_date": days("minutes_date"),
        }
    )
    return frame.set_index(pd.Index(list(rows), name="code", dtype="str"))


def columns() -> dict[str, Any]:
    """Return how each column is called, shown and typed in."""
    config = st.column_config
    return {
        "code": config.TextColumn(field_word("code"), disabled=True),
        "name": config.TextColumn(field_word("code"), pinned=True, width=210),
        "status": config.TextColumn(_("Status"), width=130),
        **{field: _day_column(field) for field in DAYS},
        "progress_percent": config.NumberColumn(
            field_word("progress_percent"),
            min_value=0,
            max_value=COMPLETE,
            step=1,
            width=135,
        ),
        "slip_reason": config.SelectboxColumn(
            field_word("slip_reason"),
            width=180,
            options=[reason.value for reason in SlipReason],
            format_func=lambda reason: slip_words(SlipReason(str(reason))),
        ),
        "remark": config.TextColumn(field_word("remark"), width=240),
        "minutes_number": config.TextColumn(field_word("minutes_number"), width=200),
    }


def _day_column(field: str) -> Any:  # noqa: ANN401 - Streamlit does not name the type
    return st.column_config.DateColumn(
        field_word(field),
        format=DAY_FORMAT,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        width=160 if field not in ONLY_READ else 125,
    )
