from datetime import date

import pytest

from domain.bilingual import Bilingual
from domain.integrity_service_rules import (
    MOST_COUNTED,
    check_figure,
    check_new_service,
    check_service,
    is_https,
)
from domain.integrity_services import (
    FigureEdit,
    NewService,
    ServiceEdit,
    ServiceFigure,
    ServiceStatus,
    trends,
)
from domain.provenance import Confidence, Provenance

DAY, LATER = date(2022, 9, 8), date(2022, 10, 1)
JULY, AUGUST, SEPTEMBER = (date(2022, month, 1) for month in (7, 8, 9))


def figure(month, counted, *, what="pemasangan", confidence=Confidence.PARTIAL):
    return ServiceFigure(
        service_code="e-arsip",
        month=month,
        what=Bilingual(what, ""),
        counted=counted,
        known_on=DAY,
        version=1,
        provenance=Provenance(source="staf", confidence=confidence),
    )


def rules(broken):
    return [(each.field, each.rule.value) for each in broken]


@pytest.mark.parametrize(
    ("link", "is_good"),
    [
        ("https://ntb.kpu.go.id/layanan?x=1", True),
        ("http://ntb.kpu.go.id", False),
        ("https://", False),
        ("https://admin:rahasia@ntb.kpu.go.id", False),
        ("https://ntb.kpu.go.id/a b", False),
        ("https://ntb.kpu.go.id/\n", False),
        ("https://[ntb", False),
        ("javascript:alert(1)", False),
    ],
)
def test_a_link_is_an_address_of_https_without_a_password(link, is_good):
    assert is_https(link) is is_good
    broken = check_service(ServiceEdit(link=link), DAY)
    assert bool(broken) is not is_good


def test_a_service_of_which_little_is_known_is_sound():
    assert check_service(ServiceEdit(), DAY) == ()


def test_only_what_is_planned_begins_after_the_day_of_recording():
    for status in ServiceStatus:
        broken = rules(check_service(ServiceEdit(status=status, since=LATER), DAY))
        is_planned = status is ServiceStatus.PLANNED
        assert broken == ([] if is_planned else [("since", "not_in_future")])


@pytest.mark.parametrize(
    ("edit", "month", "broken"),
    [
        (FigureEdit(what_indonesian="berkas", counted=0), SEPTEMBER, []),
        (
            FigureEdit(what_indonesian="berkas"),
            SEPTEMBER,
            [("counted", "not_negative")],
        ),
        (
            FigureEdit(what_indonesian="berkas", counted=-1),
            SEPTEMBER,
            [("counted", "not_negative")],
        ),
        (
            FigureEdit(what_indonesian="berkas", counted=MOST_COUNTED + 1),
            SEPTEMBER,
            [("counted", "too_large")],
        ),
        (
            FigureEdit(counted=1),
            LATER,
            [("what_indonesian", "too_short"), ("month", "month_has_begun")],
        ),
    ],
)
def test_a_figure_counts_something_of_a_month_that_has_begun(edit, month, broken):
    assert rules(check_figure(edit, month, DAY)) == broken


def test_a_trend_compares_with_the_month_before():
    found = trends([figure(AUGUST, 214), figure(JULY, 202)])["e-arsip"]
    assert (found.figure.month, found.change) == (AUGUST, 12)


@pytest.mark.parametrize(
    "earlier", [figure(JULY, 202), figure(AUGUST, 202, what="permohonan")]
)
def test_months_apart_and_other_counts_do_not_compare(earlier):
    found = trends([earlier, figure(SEPTEMBER, 214)])["e-arsip"]
    assert (found.figure.counted, found.change) == (214, None)


def test_a_figure_says_whether_it_is_simulated():
    assert figure(JULY, 1, confidence=Confidence.SIMULATED).is_simulated
    assert not figure(JULY, 1).is_simulated


@pytest.mark.parametrize(
    ("name", "code", "broken"),
    [
        ("Rumah Pintar Pemilu (RPP)", "rumah-pintar-pemilu-rpp", []),
        ("E-Arsip", "e-arsip", [("name_indonesian", "name_taken")]),
        ("", "", [("name_indonesian", "too_short")]),
        ("!?", "", [("name_indonesian", "too_short")]),
    ],
)
def test_a_new_service_has_a_name_of_its_own(name, code, broken):
    edit = NewService(name_indonesian=name)
    assert edit.code == code
    assert rules(check_new_service(edit, DAY, {"e-arsip"})) == broken
