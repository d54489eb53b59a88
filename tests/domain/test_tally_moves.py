from itertools import product

import pytest

from domain.tally import TallyState
from domain.tally_moves import TallyMove, allowed_moves, moved
from domain.violation import Refused

NONE, WITHDRAWN = None, TallyState.WITHDRAWN
DRAFT, SUBMITTED, DECIDED = (
    TallyState.DRAFT,
    TallyState.SUBMITTED,
    TallyState.DECIDED,
)
ALLOWED = {
    (NONE, TallyMove.DRAFT): DRAFT,
    (NONE, TallyMove.SUBMIT): SUBMITTED,
    (DRAFT, TallyMove.DRAFT): DRAFT,
    (DRAFT, TallyMove.SUBMIT): SUBMITTED,
    (DRAFT, TallyMove.WITHDRAW): WITHDRAWN,
    (SUBMITTED, TallyMove.DRAFT): DRAFT,
    (SUBMITTED, TallyMove.SUBMIT): SUBMITTED,
    (SUBMITTED, TallyMove.REFUSE): DRAFT,
    (SUBMITTED, TallyMove.DECIDE): DECIDED,
    (SUBMITTED, TallyMove.WITHDRAW): WITHDRAWN,
    (DECIDED, TallyMove.CORRECT): DECIDED,
    (WITHDRAWN, TallyMove.DRAFT): DRAFT,
    (WITHDRAWN, TallyMove.SUBMIT): SUBMITTED,
}


@pytest.mark.parametrize(("state", "move"), [*product([None, *TallyState], TallyMove)])
def test_a_tally_goes_only_the_ways_there_are(state, move):
    if (state, move) in ALLOWED:
        assert moved(state, move) is ALLOWED[state, move]
        assert move in allowed_moves(state)
        return
    assert move not in allowed_moves(state)
    with pytest.raises(Refused) as refused:
        moved(state, move)
    (violation,) = refused.value.violations
    assert (violation.field, violation.value) == ("state", state)
