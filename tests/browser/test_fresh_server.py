import pytest

pytestmark = pytest.mark.browser


def test_the_first_request_of_all_may_be_a_deep_link(serve, arrive, demonstration):
    visitor = arrive(serve(demonstration))
    page = visitor.open("/partai?bahasa=en", 5)
    assert "parties" in visitor.title()
    assert page.get_by_role("link", name="Timeline").count() >= 1


def test_the_raw_name_of_a_page_never_shows_it_without_the_shell(
    serve, arrive, demonstration
):
    visitor = arrive(serve(demonstration))
    page = visitor.open("/verification?bahasa=en", 0)
    page.get_by_role("link", name="Timeline").first.wait_for()
    page.get_by_text("Page not found").wait_for()
