from datetime import date, timedelta

import pytest

from data_access.facts_loading import load_facts
from data_access.integrity_services import (
    OpenedService,
    add_service,
    read_service_figures,
    read_services,
    record_service,
    record_service_figure,
)
from data_access.journal import VersionConflict
from data_access.recording import NotPermitted
from domain.integrity_services import (
    FigureEdit,
    NewService,
    ServiceEdit,
    ServiceKind,
    ServiceStatus,
)
from domain.provenance import Confidence
from domain.violation import Refused
from tests.data_access.election_rows import STAFF
from tests.data_access.recorders import (
    NOW,
    OPERATOR,
    TODAY,
    broken,
    errand,
    revision,
)

OCTOBER = date(2022, 10, 1)
ARCHIVE = OpenedService(code="e-arsip", version=1)
FILES = FigureEdit(what_indonesian="berkas", what_english="files", counted=12)
FRESH = OpenedService(code="e-arsip", version=0, month=OCTOBER)


@pytest.fixture
def office(engine):
    """The facts of the project, which name the services."""
    with engine.begin() as connection:
        load_facts(connection, by=STAFF)
    return engine


def known(engine, day=TODAY):
    with engine.connect() as connection:
        return {each.code: each for each in read_services(connection, day)}


def figures(engine, day=TODAY, **narrowed):
    with engine.connect() as connection:
        return read_service_figures(connection, day, **narrowed)


def test_services_are_known_from_the_day_they_were_named(office):
    assert not known(office, date(2022, 9, 7))
    flagships = known(office, date(2022, 9, 8))
    assert list(flagships) == ["pemilu-digital", "layanan-terpadu", "e-arsip"]
    archive = flagships["e-arsip"]
    assert archive.name.english == "E-Archive"
    assert archive.state == ServiceEdit(status=ServiceStatus.RUNNING)
    assert archive.provenance.confidence is Confidence.RECALLED
    assert len(known(office, date(2026, 2, 12))) == 11


def test_the_next_state_is_known_from_the_day_of_its_recording(office):
    paused = ServiceEdit(
        owner="Bagian Umum",
        link="https://ntb.kpu.go.id/arsip",
        status=ServiceStatus.PAUSED,
        since=TODAY,
    )
    made = record_service(office, errand(), ARCHIVE, paused)
    assert revision(office) == made
    now = known(office)["e-arsip"]
    assert (now.state, now.version, now.known_on) == (paused, 2, TODAY)
    before = known(office, TODAY - timedelta(days=1))["e-arsip"]
    assert before.state.status is ServiceStatus.RUNNING
    assert before.version == 2  # a save of an earlier day meets the newest one


def test_two_people_cannot_save_over_one_another(office):
    record_service(office, errand(), ARCHIVE, ServiceEdit(owner="Bagian Umum"))
    with pytest.raises(VersionConflict) as conflict:
        record_service(office, errand(), ARCHIVE, ServiceEdit(owner="Bagian Hukum"))
    assert (conflict.value.found, conflict.value.actor) == (2, "budi")
    assert conflict.value.at == NOW


def test_what_breaks_a_rule_is_not_stored(office):
    before = revision(office)
    with pytest.raises(Refused) as refused:
        record_service(office, errand(), ARCHIVE, ServiceEdit(link="http://x"))
    assert broken(refused) == [("link", "link_is_https")]
    strange = OpenedService(code="sihir", version=0)
    with pytest.raises(Refused) as refused:
        record_service(office, errand(), strange, ServiceEdit())
    assert broken(refused) == [("service_code", "unknown_service")]
    with pytest.raises(NotPermitted):
        record_service(office, errand(OPERATOR), ARCHIVE, ServiceEdit())
    assert revision(office) == before


def test_a_figure_is_stored_by_month_and_corrected_by_the_next_version(office):
    record_service_figure(office, errand(), FRESH, FILES)
    again = OpenedService(code="e-arsip", version=1, month=OCTOBER)
    more = FigureEdit(what_indonesian="berkas", counted=13)
    made = record_service_figure(office, errand(), again, more)
    assert revision(office) == made
    (figure,) = figures(office)
    assert (figure.month, figure.counted, figure.version) == (OCTOBER, 13, 2)
    assert figures(office, since=date(2022, 11, 1)) == ()
    assert figures(office, TODAY - timedelta(days=1)) == ()


def test_a_figure_without_a_month_is_of_the_month_of_its_recording(office):
    opened = OpenedService(code="e-arsip", version=0)
    record_service_figure(office, errand(), opened, FILES)
    (figure,) = figures(office)
    assert figure.month == TODAY.replace(day=1)


def test_a_figure_that_breaks_a_rule_is_not_stored(office):
    with pytest.raises(Refused) as refused:
        record_service_figure(office, errand(), FRESH, FigureEdit(counted=1))
    assert broken(refused) == [("what_indonesian", "too_short")]
    late = OpenedService(code="e-arsip", version=1, month=OCTOBER)
    with pytest.raises(VersionConflict):
        record_service_figure(office, errand(), late, FILES)


def test_a_new_service_stands_after_the_others_and_is_there_once(office):
    library = NewService(
        kind=ServiceKind.INNOVATION,
        name_indonesian="Rumah Pintar Pemilu",
        name_english="Election House",
        owner="Bagian Umum",
    )
    made = add_service(office, errand(), library)
    assert revision(office) == made
    *_, last = known(office).values()
    assert (last.code, last.kind) == ("rumah-pintar-pemilu", ServiceKind.INNOVATION)
    assert (last.name.english, last.state.owner) == ("Election House", "Bagian Umum")
    with pytest.raises(Refused) as refused:
        add_service(office, errand(), library)
    assert broken(refused) == [("name_indonesian", "name_taken")]
