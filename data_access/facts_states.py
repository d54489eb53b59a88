"""From the days in the files to what was known of an item, and from which day on."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from data_access.facts_csv import Fact
from domain.timeline import Holding

Values = dict[str, Any]

PLANNED = (
    "planned_start",
    "planned_end",
    "relative_rule_indonesian",
    "relative_rule_english",
    "legal_basis",
    "source",
    "confidence",
    "note",
)
"""What a revision of the plan brings anew."""


def states_of(item: Fact, revisions: Sequence[Fact] = ()) -> tuple[Values, ...]:
    """Return the states of a stage or milestone, in the order they became known.

    The plan is known from its own day, a revision from its, each actual day on that
    day. What became known on one day is one state.

    Args:
        item: Row of the stages or milestones.
        revisions: Later plans of the same item.
    """
    states: dict[date, Values] = {}
    current: Values = {}
    for known_on, news in sorted(_news(item, revisions), key=_day_of):
        current = {**current, **news, "known_on": known_on}
        states[known_on] = current
    numbered = enumerate(states.values(), start=1)
    return tuple({**state, "version": version} for version, state in numbered)


def _day_of(news: tuple[date, Values]) -> date:
    return news[0]


def _news(item: Fact, revisions: Sequence[Fact]) -> Iterator[tuple[date, Values]]:
    values = item.values
    entered = values["known_on"]
    yield entered, _first_plan(item)
    for revision in revisions:
        plan = {column: revision.values[column] for column in PLANNED}
        yield revision.values["known_on"], plan
    start, end, not_held_on = (
        values["actual_start"],
        values["actual_end"],
        values["not_held_on"],
    )
    if start:
        news = {"actual_start": start, "holding": Holding.PLANNED}
        yield max(start, entered), news if end else news | _outcome(item)
    if end:
        news = {"actual_end": end, "holding": Holding.PLANNED}
        yield max(end, entered), news | _outcome(item)
    if not_held_on:
        news = {"holding": Holding.NOT_HELD}
        yield not_held_on, news | _outcome(item)


def _first_plan(item: Fact) -> Values:
    plan = {column: item.values[column] for column in PLANNED}
    plan |= {"holding": item.values["holding"]}
    plan |= {"actual_start": None, "actual_end": None}
    if "exception" in item.values:
        plan |= {"exception": item.values["exception"]}
        plan |= {"progress_percent": None, "slip_reason": None}
    return plan


def _outcome(item: Fact) -> Values:
    """Return what only the outcome told: its source, a note, why it slipped."""
    values = item.values
    news = {"note": values["actual_note"] or values["note"]}
    if values.get("actual_source"):
        news["source"] = values["actual_source"]
    if values.get("slip_reason"):
        news["slip_reason"] = values["slip_reason"]
    return news
