from datetime import UTC, date, datetime, timedelta

import pytest

from data_access.database import engine_for
from data_access.pledges import key_of, refuse, sign
from domain.pledge import Pledge, Refusal, token_for
from tasks.command_line import DONE, FAILED, run
from tests.data_access.election_rows import NTB, store_ground

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
DAY = date(2026, 11, 24)


@pytest.fixture
def command(database_url):
    """Asks for the pledges, once on each engine."""
    address = database_url.render_as_string(hide_password=False)
    return lambda: run(["pledges"], {"DATABASE_URL": address}, NOW)


def test_pledges_and_refusals_are_told_by_region_day_and_reason(
    command, engine, database_url, capsys
):
    with engine.begin() as connection:
        store_ground(connection)
    shared = engine_for(database_url)
    for device in ("phone", "another"):
        token = token_for(device, NOW, key_of(shared, DAY))
        at = NOW + timedelta(seconds=5)
        whence = {"network": "10.0.0.7", "day": DAY, "at": at}
        pledge = Pledge(region="52.71", device=device, token=token, **whence)
        assert sign(shared, pledge, NTB) is None
    refuse(shared, {(DAY, Refusal.TWICE): 1200, (DAY, Refusal.FOREIGN): 1})
    assert command() == DONE
    assert capsys.readouterr().out.splitlines() == [
        "Pledges counted: 2",
        "  52.71: 2",
        "Not counted on 2026-11-24: foreign 1, twice 1,200",
    ]


def test_without_tables_the_command_says_what_to_run(tmp_path, capsys):
    address = {"DATABASE_URL": f"sqlite:///{tmp_path}/empty.db"}
    assert run(["pledges"], address, NOW) == FAILED
    assert "run: python -m tasks migrate" in capsys.readouterr().err
