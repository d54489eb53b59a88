from datetime import date

import pytest

from data_access.facts_loading import load_facts
from data_access.imports.integrity_services import preview_figures, preview_services
from data_access.integrity_services import read_service_figures, read_services
from domain.importing import Field, FieldChange, RefusalKind, RowStatus
from domain.integrity_services import ServiceStatus
from tests.data_access.election_rows import STAFF
from tests.data_access.imports.zone import previewed, refused, stored, told
from tests.data_access.recorders import TODAY

STATES = ("Layanan", "Status", "Sejak", "Bagian penanggung jawab", "Alamat layanan")
FIGURES = (
    "Service", "Month", "Number counted", "What is counted, in Indonesian",
    "What is counted, in English",
)  # fmt: skip


@pytest.fixture
def facts(connection):
    load_facts(connection, by=STAFF)
    return connection


def state(service="e-arsip", status="Berjalan", since=date(2022, 1, 3), **others):
    rest = {"owner": "Bagian Umum", "link": "https://arsip.kpu.go.id"} | others
    return (service, status, since, *rest.values())


def figure(service="E-Arsip", month="17 Agustus 2022", counted=120, **others):
    rest = {"what": "berkas", "english": "files"} | others
    return (service, month, counted, *rest.values())


def preview_of_states(connection, *rows, heading=STATES):
    return previewed(preview_services, connection, heading, *rows)


def preview_of_figures(connection, *rows):
    return previewed(preview_figures, connection, FIGURES, *rows)


def known_state(connection):
    (found,) = (e for e in read_services(connection, TODAY) if e.code == "e-arsip")
    return found


def test_a_service_is_told_anew_and_the_same_again_changes_nothing(facts):
    found = preview_of_states(facts, state())
    assert found.rows[0].codes == ("e-arsip",)
    assert found.rows[0].status is RowStatus.CHANGED
    stored(facts, found)
    now = known_state(facts).state
    assert (now.status, now.since) == (ServiceStatus.RUNNING, date(2022, 1, 3))
    assert (now.owner, now.link) == ("Bagian Umum", "https://arsip.kpu.go.id")
    again = preview_of_states(facts, state())
    assert [each.status for each in again.rows] == [RowStatus.UNCHANGED]


def test_columns_that_are_not_there_leave_their_values_alone(facts):
    stored(facts, preview_of_states(facts, state()))
    found = preview_of_states(facts, ("e-arsip", "paused"), heading=STATES[:2])
    assert found.rows[0].changes == (
        FieldChange(Field.STATUS, ServiceStatus.RUNNING, ServiceStatus.PAUSED),
    )
    stored(facts, found)
    assert known_state(facts).state.owner == "Bagian Umum"


def test_a_service_against_the_rules_or_unknown_is_refused_by_name(facts):
    found = preview_of_states(
        facts, state(link="http://arsip.kpu.go.id"), state("e-arsipp")
    )
    assert refused(found) == [
        (RefusalKind.BREAKS_RULE, 2, "link", "http://arsip.kpu.go.id"),
        (RefusalKind.UNKNOWN, 3, "service_code", "e-arsipp"),
    ]
    assert told(found.refusals[1])["nearest"].casefold() == "e-arsip"


def test_a_figure_is_of_its_month_on_whatever_day(facts):
    found = preview_of_figures(facts, figure(), figure(month="2022-09-01", counted=99))
    assert found.rows[0].codes == ("e-arsip", "2022-08-01")
    stored(facts, found)
    known = read_service_figures(facts, TODAY)
    assert [(each.month, each.counted) for each in known] == [
        (date(2022, 8, 1), 120),
        (date(2022, 9, 1), 99),
    ]
    assert (known[0].what.indonesian, known[0].what.english) == ("berkas", "files")
    corrected = preview_of_figures(facts, figure(counted=121))
    assert corrected.rows[0].status is RowStatus.CHANGED


def test_figures_against_the_rules_are_refused_by_name(facts):
    found = preview_of_figures(
        facts,
        figure(month="2023-01-01"),
        figure(counted=-1),
        figure(month="2022-07-01", what=None),
        figure(month="2022-06-01"),
        figure(month="2022-06-30"),
    )
    said = [(each.row, each.column, told(each).get("rule")) for each in found.refusals]
    assert said == [
        (2, "month", "month_has_begun"),
        (3, "counted", "not_negative"),
        (4, "what_indonesian", "too_short"),
        (5, "", None),
        (6, "", None),
    ]
    assert found.rows == ()
