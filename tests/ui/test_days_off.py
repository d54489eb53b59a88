from datetime import date

import pytest

from domain.workdays import published_days_off
from ui import days_off


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(days_off, "FOLDER", tmp_path / "cache")
    days_off.published.cache_clear()
    yield tmp_path / "cache"
    days_off.published.cache_clear()


def test_the_kept_days_are_those_of_the_library():
    first = days_off.published(2022, 2024)
    days_off.published.cache_clear()
    assert days_off.published(2022, 2024) == first == published_days_off(2022, 2024)
    assert date(2024, 2, 14) in first


def test_a_spoiled_file_is_made_anew(folder):
    days_off.published(2022, 2022)
    [file] = folder.iterdir()
    file.write_text("[not days")
    days_off.published.cache_clear()
    assert date(2022, 8, 17) in days_off.published(2022, 2022)


def test_without_a_folder_to_write_to_the_days_are_known_all_the_same(folder):
    folder.write_text("no folder")
    assert date(2022, 8, 17) in days_off.published(2022, 2022)
