from streamlit.testing.v1 import AppTest


def test_a_page_without_the_shell_draws_nothing(page):
    at = AppTest.from_file(page, default_timeout=60).run()
    assert not at.exception
    assert len(list(at.main)) == 1
    assert len(list(at.sidebar)) == 1


def test_a_page_without_the_shell_after_a_visit_draws_nothing(visit, page):
    visit(page)
    at = AppTest.from_file(page, default_timeout=60).run()
    assert not at.exception
    assert len(list(at.main)) == 1
