from datetime import date

import pytest

from domain.person import Person, Role
from domain.silence import (
    Circumstances,
    RegionReports,
    ReportStatus,
    nothing_to_correct,
    silences,
)
from domain.verification import Verdict
from tests.domain.builders import tally

DAY = date(2022, 11, 7)


def reports(region="52.71", sent_on=None, refused=0):
    return RegionReports(
        region_code=region,
        sent_on=sent_on,
        reported_on=sent_on,
        refused=refused,
        is_simulated=False,
    )


def person(code, name, role=Role.OPERATOR, regions=("52.71",)):
    return Person(code=code, name=name, role=role, regions=frozenset(regions))


def one(*people, signed_in=(), excused=(), **of_reports):
    known = Circumstances(people=people, signed_in=signed_in, excused=excused)
    (silence,) = silences([reports(**of_reports)], known, DAY)
    return silence


def test_a_regency_without_an_operator_is_silent_and_has_no_age():
    silence = one()
    assert (silence.status, silence.age) == (ReportStatus.NO_OPERATOR, None)
    assert silence.status.is_silent


@pytest.mark.parametrize(
    ("signed_in", "status"),
    [
        ((), ReportStatus.NEVER_SIGNED_IN),
        (("budi",), ReportStatus.NEVER_SENT),  # one of its two operators did
        (("eko",), ReportStatus.NEVER_SIGNED_IN),  # somebody else's
    ],
)
def test_a_regency_that_sent_nothing_has_signed_in_or_not(signed_in, status):
    people = (person("ani", "Ani"), person("budi", "Budi"))
    silence = one(*people, signed_in=signed_in)
    assert (silence.status, silence.age) == (status, None)


def test_a_regency_with_nothing_to_correct_is_not_silent():
    excused = one(excused={"52.71"})
    assert excused.status is ReportStatus.NOTHING_TO_CORRECT
    assert not excused.status.is_silent
    assert one(excused={"52.71"}, sent_on=DAY).status is ReportStatus.SENT


def test_nothing_is_to_be_corrected_where_every_party_was_ms():
    before = [
        tally("52.71", verdict=Verdict.ELIGIBLE),
        tally("52.08", verdict=Verdict.ELIGIBLE),
        tally("52.08", verdict=Verdict.CORRECTABLE, party_code="gelora"),
        tally("52.05"),  # not decided yet
    ]
    assert nothing_to_correct(before) == {"52.71"}
    assert nothing_to_correct([]) == frozenset()


def test_a_silence_is_as_long_as_the_days_since_the_last_recording():
    silence = one(sent_on=date(2022, 11, 4))
    assert (silence.status, silence.age) == (ReportStatus.SENT, 3)
    assert not silence.status.is_silent
    assert one(sent_on=DAY).age == 0


def test_figures_sent_back_wait_for_the_regency_whatever_it_sent():
    for sent_on in (None, DAY):
        assert one(sent_on=sent_on, refused=1).status is ReportStatus.REFUSED


def test_the_operators_of_a_regency_come_by_name_and_nobody_else():
    people = (
        person("z", "Ani"),
        person("a", "Citra"),
        person("b", "Ani"),
        person("c", "Budi", regions=("52.72",)),
        person("d", "Dedi", Role.EDITOR),
    )
    assert [each.code for each in one(*people).operators] == ["b", "z", "a"]
    assert one(region="52.01").operators == ()


def test_regencies_keep_their_order():
    given = [reports("52.72"), reports("52.01")]
    found = [
        each.reports.region_code
        for each in silences(given, Circumstances(people=(), signed_in=()), DAY)
    ]
    assert found == ["52.72", "52.01"]
