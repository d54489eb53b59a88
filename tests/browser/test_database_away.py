from datetime import UTC, datetime

import psycopg
import pytest

from tasks.command_line import DONE, run
from tests.browser.test_projector import SAID, assert_lost, words_of

pytestmark = [pytest.mark.browser, pytest.mark.postgresql]

NOW = datetime(2022, 9, 8, 1, 0, tzinfo=UTC)


@pytest.fixture
def administer(postgresql_server):
    """Return what tells the database server to do something."""

    def tell(statement):
        with psycopg.connect(postgresql_server.get_uri(), autocommit=True) as server:
            server.execute(statement)

    return tell


def test_a_database_that_goes_away_is_noticed_and_heals_by_itself(
    serve, arrive, postgresql_url, administer
):
    address = postgresql_url.render_as_string(hide_password=False)
    arguments = ["demo", "--without-simulated"]
    assert run(arguments, {"DATABASE_URL": address}, NOW) == DONE
    visitor = arrive(serve(address))
    page, wall = visitor.open("/?bahasa=en", 2), visitor.page.context.new_page()
    wall.goto(f"{visitor.url}/layar?detik=600")
    titles = words_of(wall)
    name = postgresql_url.database
    administer(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
    administer(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        f"WHERE datname = '{name}'"
    )
    page.get_by_role("button", name="chevron_right").click()
    page.get_by_text("The database does not answer at the moment.").wait_for()
    assert page.get_by_text("Traceback").count() == 0
    assert_lost(wall, titles)
    administer(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
    page.locator("h1").wait_for()
    page.get_by_text("as of 9 September 2022").first.wait_for()
    wall.wait_for_function(f"() => !{SAID}")
    assert words_of(wall) == titles
    assert visitor.outside == []
