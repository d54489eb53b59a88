import pytest
from fontTools.ttLib import TTFont

from reports import typeface


@pytest.fixture
def anew(monkeypatch):
    """Nothing was asked of the typeface before, and one weight is enough."""
    monkeypatch.setattr(typeface, "WEIGHTS", (400,))
    typeface.folder.cache_clear()
    yield
    typeface.folder.cache_clear()


@pytest.mark.usefixtures("anew")
def test_the_shipped_typeface_is_made_for_print_once(monkeypatch, tmp_path):
    monkeypatch.setattr(typeface, "FOLDER", tmp_path)
    made = typeface.folder() / "400.ttf"
    font = TTFont(made)
    assert font["name"].getBestFamilyName() == typeface.FAMILY
    assert "fvar" not in font
    first = made.stat().st_mtime_ns
    typeface.folder.cache_clear()
    assert typeface.folder() == made.parent
    assert made.stat().st_mtime_ns == first
    assert [file.name for file in made.parent.iterdir()] == ["400.ttf"]


@pytest.mark.usefixtures("anew")
def test_without_a_folder_to_keep_it_in_it_is_made_for_the_process(
    monkeypatch, tmp_path
):
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setattr(typeface, "FOLDER", blocked)
    assert (typeface.folder() / "400.ttf").exists()
    assert blocked not in typeface.folder().parents
