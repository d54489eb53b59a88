"""Open screens follow what staff record; Pembaruan's share is in test_recording."""

import pytest

from ui import summary_cards


def marker(at):
    """Return the key of the button that the script in the browser looks for."""
    (found,) = [each.key for each in at.button if (each.key or "").startswith("live-")]
    return found


def test_every_page_says_which_state_it_shows(visit, page):
    at = visit(page)
    assert marker(at).endswith("-1500")
    assert at.button(key=marker(at)).label == "Ada data baru: tampilkan"


def test_a_page_that_fails_is_run_anew_after_the_next_write(dashboard, monkeypatch):
    def fail(_):
        raise ZeroDivisionError

    monkeypatch.setattr(summary_cards, "foot", fail)
    at = dashboard()
    assert at.exception
    assert marker(at)


def test_a_day_before_the_stages_were_ordered_follows_too(dashboard):
    at = dashboard(tanggal="2021-01-01")
    assert not at.exception
    assert marker(at)


@pytest.mark.usefixtures("empty_database")
def test_a_screen_waits_for_the_first_election(dashboard):
    assert marker(dashboard()).startswith("live-0-")
