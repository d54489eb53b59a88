"""What a room saw stays on the wall, while the live show goes on."""

import shutil
from datetime import date

import pytest
from sqlalchemy import make_url, select

from data_access.changes import Append
from data_access.database import engine_for, writing
from data_access.journal import Author, write
from data_access.tables import milestone_states
from tests.browser.conftest import NOW
from tests.data_access.staff import PASSWORD

pytestmark = pytest.mark.browser

DAY = "tanggal=2022-09-08"
ENDED = date(2022, 9, 7)


@pytest.fixture
def hall(demonstration, tmp_path):
    """The engine of a demonstration in which Baiq presents."""
    file = shutil.copy(make_url(demonstration).database, tmp_path / "election.db")
    engine = writing(engine_for(make_url(f"sqlite:///{file}")))
    yield engine
    engine.dispose()


def end_a_milestone(engine):
    """Record that the verification of members ended, which nobody knew before."""
    item = {"election_code": "pemilu-2024", "milestone_code": "M3-03"}
    columns = milestone_states.c
    with engine.begin() as connection:
        newest = connection.execute(
            select(milestone_states)
            .where(columns.milestone_code == item["milestone_code"])
            .order_by(columns.version.desc())
            .limit(1)
        ).mappings()
        values = {k: v for k, v in newest.one().items() if k not in item}
        version = values.pop("version")
        change = Append(
            table=milestone_states,
            key=item,
            values=values | {"known_on": ENDED, "actual_end": ENDED},
            expected_version=version,
        )
        write(connection, change, by=Author(actor="baiq", reason="selesai", at=NOW))


def sheets_of(page):
    return page.locator("#show").inner_html()


def test_a_show_is_stored_and_stays_while_the_live_one_changes(serve, arrive, hall):
    server = serve(str(hall.url))
    staff, live, past = arrive(server), arrive(server), arrive(server)

    page = staff.page
    page.goto(f"{staff.url}/masuk?next=/tayang?{DAY}")
    page.get_by_label("Nama pengguna").fill("baiq")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.get_by_role("heading", name="Siap ditayangkan").wait_for()
    occasion = page.get_by_label("Acara")
    occasion.fill("Rapat koordinasi")
    occasion.press("Tab")
    page.get_by_role("button", name="Tayangkan", exact=True).click()
    stored = page.get_by_role("link", name="Tayangkan lembar ini di layar")
    stored.wait_for()

    live.page.goto(f"{server.url}/layar?{DAY}&detik=600")
    past.page.goto(f"{server.url}{stored.get_attribute('href')}")
    for each in (live, past):
        each.page.get_by_text("per 8 September 2022").first.wait_for()
    past.page.keyboard.press(" ")
    before = sheets_of(past.page)

    shown = sheets_of(live.page)
    end_a_milestone(hall)
    live.page.wait_for_function(
        "before => document.getElementById('show').innerHTML !== before", arg=shown
    )
    past.page.wait_for_timeout(3500)  # two questions for newer sheets
    assert sheets_of(past.page) == before
    past.page.reload()
    past.page.get_by_text("per 8 September 2022").first.wait_for()
    assert sheets_of(past.page) == before
    font = past.page.evaluate("getComputedStyle(document.body).fontFamily")
    assert "Plus Jakarta Sans" in font
    for visitor in (staff, live, past):
        assert visitor.complaints == []
        assert visitor.outside == []
