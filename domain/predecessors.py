"""Which milestones must end before another starts, without a circle."""

from collections.abc import Collection, Mapping
from typing import TypeAlias

Plan: TypeAlias = Mapping[str, Collection[str]]
"""Codes of the predecessors of every milestone, by its code."""


def closes_a_circle(code: str, before: Collection[str], plan: Plan) -> str | None:
    """Return a predecessor that waits for the milestone itself, or None.

    Args:
        code: Code of the milestone.
        before: Codes of the predecessors it is to have.
        plan: Predecessors of every milestone, as they stand.

    Returns:
        The first such code in the order of the alphabet, so that it can be named.
    """
    return next((each for each in sorted(before) if _waits_for(each, code, plan)), None)


def _waits_for(start: str, code: str, plan: Plan) -> bool:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        present = waiting.pop()
        if present == code:
            return True
        if present not in seen:
            seen.add(present)
            waiting.extend(plan.get(present, ()))
    return False
