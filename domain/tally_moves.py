"""What may be done with a tally, and what it is afterwards."""

from enum import StrEnum

from domain.tally import TallyState
from domain.violation import Violation, insist


class TallyMove(StrEnum):
    """What somebody does with the tally of a cell."""

    DRAFT = "draft"  # save figures that only staff see
    SUBMIT = "submit"  # hand figures over; the public sees the progress
    REFUSE = "refuse"  # send submitted figures back
    DECIDE = "decide"  # in plenary, with minutes
    CORRECT = "correct"  # of a decided tally, with new minutes
    WITHDRAW = "withdraw"  # recorded by mistake


class MoveRule(StrEnum):
    """A rule on what may be done with a tally."""

    NOT_ALLOWED_NOW = "not_allowed_now"


NOTHING = frozenset({None, TallyState.WITHDRAWN})
"""States of a cell that has no tally."""

_ALLOWED: dict[TallyMove, tuple[frozenset[TallyState | None], TallyState]] = {
    TallyMove.DRAFT: (
        NOTHING | {TallyState.DRAFT, TallyState.SUBMITTED},
        TallyState.DRAFT,
    ),
    TallyMove.SUBMIT: (
        NOTHING | {TallyState.DRAFT, TallyState.SUBMITTED},
        TallyState.SUBMITTED,
    ),
    TallyMove.REFUSE: (frozenset({TallyState.SUBMITTED}), TallyState.DRAFT),
    TallyMove.DECIDE: (frozenset({TallyState.SUBMITTED}), TallyState.DECIDED),
    TallyMove.CORRECT: (frozenset({TallyState.DECIDED}), TallyState.DECIDED),
    TallyMove.WITHDRAW: (
        frozenset({TallyState.DRAFT, TallyState.SUBMITTED}),
        TallyState.WITHDRAWN,
    ),
}
"""From which states a move leads to which."""


def allowed_moves(state: TallyState | None) -> tuple[TallyMove, ...]:
    """Return what may be done with a tally, in the order of its way.

    Args:
        state: State of its newest version; None where there is none.
    """
    return tuple(move for move, (before, _) in _ALLOWED.items() if state in before)


def moved(state: TallyState | None, move: TallyMove) -> TallyState:
    """Return the state of a tally after a move.

    Raises:
        Refused: The move is not allowed from that state.

    Source: none; the commission's way from kab/kota to plenary. A decided figure
        changes by a correction with new minutes only.
    """
    before, after = _ALLOWED[move]
    if state not in before:
        rule = MoveRule.NOT_ALLOWED_NOW
        insist((Violation(field="state", value=state, rule=rule),))
    return after
