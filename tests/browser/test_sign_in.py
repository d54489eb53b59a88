import pytest

from tests.data_access.staff import PASSWORD

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    "look", [{"color_scheme": "dark"}, {"viewport": {"width": 390, "height": 844}}]
)
def test_somebody_signs_in_is_named_and_signs_out_in_another_tab(arrive, look):
    visitor = arrive(**look)
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
