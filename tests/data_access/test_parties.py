from datetime import date

from data_access.parties import read_parties
from data_access.tables import parties, party_decisions
from domain.party import (
    DecisionKind,
    DecisionResult,
    Party,
    PartyDecision,
    VerificationPath,
)
from domain.provenance import Confidence, Provenance
from tests.data_access.election_rows import (
    ELECTION,
    decision,
    party,
    store,
    store_ground,
)

READ = Provenance(source="PKPU 4/2022", confidence=Confidence.VERIFIED)
ADMINISTRATIVE_RESULT = date(2022, 10, 14)
DETERMINATION = date(2022, 12, 14)


def test_parties_come_in_official_order_with_nothing_decided_yet(connection):
    store_ground(connection)
    gelora, perindo = read_parties(connection, ELECTION, date(2022, 9, 8))
    assert gelora == Party(
        code="gelora",
        name="Partai gelora",
        short_name="Gelora",
        order=7,
        is_parliamentary=False,
        path=VerificationPath.ADMINISTRATIVE_AND_FACTUAL,
        decisions=(),
        provenance=READ,
    )
    assert perindo.order == 16


def test_decisions_show_from_the_day_they_were_known_oldest_first(connection):
    store_ground(connection)
    determined = decision(
        "gelora",
        DETERMINATION,
        kind=DecisionKind.DETERMINATION,
        result=DecisionResult.DETERMINED,
        ballot_number=7,
    )
    administrative = decision("gelora", ADMINISTRATIVE_RESULT, note="No. 9/2022")
    store(connection, party_decisions, determined, administrative)
    before, _ = read_parties(connection, ELECTION, date(2022, 12, 13))
    after, _ = read_parties(connection, ELECTION, DETERMINATION)
    assert before.decisions == (
        PartyDecision(
            kind=DecisionKind.ADMINISTRATIVE,
            result=DecisionResult.ELIGIBLE,
            decided_on=ADMINISTRATIVE_RESULT,
            ballot_number=None,
            provenance=Provenance(
                source="PKPU 4/2022", confidence=Confidence.VERIFIED, note="No. 9/2022"
            ),
        ),
    )
    assert [each.kind for each in after.decisions] == [
        DecisionKind.ADMINISTRATIVE,
        DecisionKind.DETERMINATION,
    ]
    assert (before.ballot_number, after.ballot_number) == (None, 7)


def test_a_decision_made_known_later_shows_from_then(connection):
    store_ground(connection)
    late = decision("gelora", ADMINISTRATIVE_RESULT, known_on=date(2022, 10, 17))
    store(connection, party_decisions, late)
    before, _ = read_parties(connection, ELECTION, date(2022, 10, 16))
    after, _ = read_parties(connection, ELECTION, date(2022, 10, 17))
    assert (len(before.decisions), len(after.decisions)) == (0, 1)


def test_a_party_shows_from_the_day_it_was_known(connection):
    store_ground(connection)
    store(connection, parties, party("prima", 20, known_on=date(2022, 8, 14)))
    codes = [
        [each.code for each in read_parties(connection, ELECTION, day)]
        for day in (date(2022, 7, 31), date(2022, 8, 13), date(2022, 8, 14))
    ]
    assert codes == [[], ["gelora", "perindo"], ["gelora", "perindo", "prima"]]
