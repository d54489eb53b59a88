import shutil

import pytest
from sqlalchemy import make_url

from data_access.database import engine_for, writing
from tests.data_access.staff import PASSWORD, store_person

pytestmark = pytest.mark.browser


@pytest.fixture
def staff(demonstration, tmp_path):
    """The DATABASE_URL of a demonstration in which Baiq works."""
    file = tmp_path / "election.db"
    shutil.copy(make_url(demonstration).database, file)
    address = f"sqlite:///{file}"
    engine = engine_for(make_url(address))
    with writing(engine).begin() as connection:
        store_person(connection)
    engine.dispose()
    return address


@pytest.mark.parametrize(
    "look", [{"color_scheme": "dark"}, {"viewport": {"width": 390, "height": 844}}]
)
def test_somebody_signs_in_is_named_and_signs_out_in_another_tab(
    serve, arrive, staff, look
):
    visitor = arrive(serve(staff), **look)
    page = visitor.open("/linimasa?tanggal=2022-09-08")
    page.get_by_role("link", name="Masuk").click()
    page.get_by_label("Nama pengguna").fill("baiq")
    page.get_by_label("Kata sandi").fill(PASSWORD)
    wide = "document.documentElement.scrollWidth <= innerWidth"
    assert page.evaluate(wide)
    page.get_by_role("button", name="Masuk").click()
    page.get_by_role("link", name="Baiq Ratna").wait_for()
    visitor.settle()
    assert page.url.endswith("/linimasa?tanggal=2022-09-08")
    assert page.evaluate("document.cookie").find("sesi=") == -1

    other = page.context.new_page()
    other.goto(f"{visitor.url}/keluar")
    other.get_by_role("button", name="Keluar", exact=True).click()
    other.get_by_role("link", name="Masuk").wait_for()

    page.get_by_role("button", name="chevron_right").click()
    page.get_by_role("link", name="Masuk").wait_for()
    assert visitor.complaints == []
    assert visitor.outside == []
