from domain.findings import Finding, count_verdicts, verdicts
from domain.verification import Verdict
from tests.domain.builders import tally

ELIGIBLE, CORRECTABLE = Verdict.ELIGIBLE, Verdict.CORRECTABLE


def finding(current=(), previous=()):
    cell = verdicts(current, previous)["perindo", "52.71"]
    return cell.finding, cell.is_carried_over


def test_a_decided_tally_gives_its_verdict():
    for verdict in Verdict:
        assert finding([tally(verdict=verdict)]) == (Finding(verdict.value), False)


def test_a_tally_without_verdict_is_in_progress_once_members_were_visited():
    assert finding([tally(visited=1)]) == (Finding.IN_PROGRESS, False)
    assert finding([tally()]) == (Finding.UNREPORTED, False)


def test_a_regency_eligible_in_the_round_before_carries_over():
    before = [tally(verdict=ELIGIBLE)]
    assert finding(previous=before) == (Finding.ELIGIBLE, True)
    assert finding([tally(visited=5)], before) == (Finding.ELIGIBLE, True)


def test_a_new_verdict_replaces_the_one_that_carried_over():
    before = [tally(verdict=ELIGIBLE)]
    now = [tally(verdict=Verdict.INELIGIBLE)]
    assert finding(now, before) == (Finding.INELIGIBLE, False)


def test_a_correctable_regency_is_unreported_until_its_correction_is():
    before = tally(verdict=CORRECTABLE, visited=234)
    cell = verdicts([], [before])["perindo", "52.71"]
    assert (cell.finding, cell.tally) == (Finding.UNREPORTED, before)
    assert finding([tally(visited=5)], [before]) == (Finding.IN_PROGRESS, False)


def test_findings_are_counted_for_each_party():
    cells = verdicts(
        [
            tally("52.71", verdict=ELIGIBLE),
            tally("52.72", verdict=ELIGIBLE),
            tally("52.01"),
            tally("52.71", party_code="gelora", verdict=ELIGIBLE),
        ],
        [],
    )
    assert count_verdicts(cells) == {
        "perindo": {Finding.ELIGIBLE: 2, Finding.UNREPORTED: 1},
        "gelora": {Finding.ELIGIBLE: 1},
    }


def test_no_tally_gives_no_cell():
    assert verdicts([], []) == {}
    assert count_verdicts({}) == {}
