import pytest
from fontTools.ttLib import TTFont

from reports import typeface


@pytest.fixture
def made_anew():
    typeface.folder.cache_clear()
    yield
    typeface.folder.cache_clear()


def times(folder):
    return {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}


@pytest.mark.usefixtures("made_anew")
def test_the_weights_are_cut_once_into_their_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(typeface, "FOLDER", tmp_path)
    folder = typeface.folder()
    made = times(folder)
    assert sorted(made) == ["400.ttf", "500.ttf", "600.ttf", "700.ttf"]
    assert TTFont(folder / "600.ttf")["OS/2"].usWeightClass == 600
    typeface.folder.cache_clear()
    assert typeface.folder() == folder
    assert times(folder) == made


@pytest.mark.usefixtures("made_anew")
def test_a_disk_that_takes_nothing_costs_one_process_its_files_only(
    tmp_path, monkeypatch
):
    taken = tmp_path / "taken"
    taken.write_text("no folder")
    monkeypatch.setattr(typeface, "FOLDER", taken)
    folder = typeface.folder()
    assert not folder.is_relative_to(taken)
    assert len(times(folder)) == len(typeface.WEIGHTS)
