from datetime import date

from data_access.elections import read_election, read_elections
from data_access.tables import elections
from domain.bilingual import Bilingual
from domain.election import Election
from domain.provenance import Confidence, Provenance
from tests.data_access.election_rows import election, store


def test_an_election_comes_with_its_names_and_its_source(connection):
    store(connection, elections, election())
    assert read_election(connection, "pemilu-2024") == Election(
        code="pemilu-2024",
        name=Bilingual("Pemilihan Umum 2024", "General Election 2024"),
        launched_on=date(2022, 6, 14),
        voting_day=date(2024, 2, 14),
        voting_day_name=Bilingual("Hari Kasih Suara", "Voting day"),
        opens_on=date(2022, 9, 8),
        legal_basis="UU 7/2017",
        provenance=Provenance(source="PKPU 4/2022", confidence=Confidence.VERIFIED),
    )


def test_an_unknown_code_names_no_election(connection):
    store(connection, elections, election())
    assert read_election(connection, "pemilu-2029") is None


def test_elections_come_in_order_of_voting_day(connection):
    later = election("pemilu-2029", voting_day=date(2029, 2, 14), opens_on=None)
    store(connection, elections, later, election("pemilu-2024"))
    codes = [each.code for each in read_elections(connection)]
    assert codes == ["pemilu-2024", "pemilu-2029"]


def test_an_empty_database_has_no_election(connection):
    assert read_elections(connection) == ()
