import pytest

from domain.bilingual import Language
from domain.findings import verdicts
from domain.tally import TallyState
from domain.verification import Verdict
from tests.domain.builders import tally
from ui import language
from ui.verification_tallies import bullet_rows


@pytest.fixture(autouse=True)
def english():
    language.speak(Language.ENGLISH)
    yield
    language.speak(Language.INDONESIAN)


def bullet(**of_tally):
    found = verdicts([tally(**of_tally)], [])
    (row,) = bullet_rows([("Kota Mataram", cell) for cell in found.values()])
    return row.summary, row.brief


DECIDED = {
    "sample": 600,
    "visited": 600,
    "eligible": 92,
    "verdict": Verdict.ELIGIBLE,
    "state": TallyState.DECIDED,
}


@pytest.mark.parametrize(
    ("of_tally", "said"),
    [
        ({"required": 34, **DECIDED}, ("92 of 34 needed", "92/34")),
        ({"required": 0, **DECIDED}, ("92, none missing", "92")),
        ({"required": 34}, ("not decided, 34 needed", "–/34")),
    ],
)
def test_members_are_said_against_those_needed_unless_none_is_missing(of_tally, said):
    assert bullet(**of_tally) == said
