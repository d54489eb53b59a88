"""Many milestones at once, typed in a real table: nothing that was typed is lost."""

import pytest
from sqlalchemy import select

from data_access.chain import verify
from data_access.tables import milestone_states
from tests.browser.test_recording import fill, sign_in

pytestmark = pytest.mark.browser

GRID = "/pembaruan?tanggal=2022-09-08&cara=banyak"
HEAD, LINE = 37, 33  # pixels
PROGRESS, REMARK = 6, 8  # columns from the name on


def cell(page, row, column):
    """Go to a cell of the table, by its row and column from 0."""
    table = page.get_by_test_id("stDataFrame")
    table.hover(position={"x": 60, "y": HEAD + LINE * row + 10})
    table.click(position={"x": 60, "y": HEAD + LINE * row + 10})
    for _ in range(column):
        page.keyboard.press("ArrowRight")
    chosen = page.locator(f"#glide-cell-{column}-{row}[aria-selected=true]")
    chosen.wait_for(state="attached")


def write(page, row, column, text):
    """Type over what stands in a cell, and leave it open."""
    cell(page, row, column)
    page.keyboard.press(text[0])
    # On a busy machine the cell opens later than the next key would come.
    page.locator("#portal").locator("input, textarea").wait_for()
    page.keyboard.type(text[1:], delay=100)


def recorded(engine):
    """Return remark and progress of what was recorded in the table."""
    states = milestone_states
    query = (
        select(states.c.remark, states.c.progress_percent)
        .where(states.c.remark.like("dari daftar%"))
        .order_by(states.c.remark)
    )
    with engine.connect() as connection:
        assert verify(connection).is_sound
        return [tuple(row) for row in connection.execute(query)]


def test_cells_survive_a_reload_and_are_saved_by_the_keyboard(serve, arrive, facts):
    visitor = arrive(serve(str(facts.url)), viewport={"width": 1366, "height": 768})
    page = sign_in(visitor, "baiq", GRID)
    write(page, 0, PROGRESS, "64")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="1 isian belum disimpan").wait_for()
    write(page, 1, REMARK, "dari daftar")
    page.keyboard.press("Tab")
    page.get_by_role("heading", name="2 isian belum disimpan").wait_for()

    page = visitor.open(GRID, charts=0)
    page.get_by_role("heading", name="2 isian belum disimpan").wait_for()
    write(page, 0, REMARK, "dari daftar juga")
    page.keyboard.press("Tab")
    fill(page, "Alasan perubahan ini", "laporan harian")

    # A cell that is still open when the rest is saved stays open.
    write(page, 2, REMARK, "dari daftar, belakangan")
    page.keyboard.press("Control+s")
    page.get_by_text("Tersimpan: ").wait_for()
    assert recorded(facts) == [("dari daftar", None), ("dari daftar juga", 64)]
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="1 isian belum disimpan").wait_for()
    assert visitor.complaints == []
    assert visitor.outside == []
