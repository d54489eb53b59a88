import pytest

from charts import shelf


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(shelf, "FOLDER", tmp_path / "shapes")
    return tmp_path / "shapes"


def counted():
    calls = []

    @shelf.shelved
    def shape(name):
        calls.append(name)
        return {"name": name}

    return shape, calls


@pytest.mark.usefixtures("folder")
def test_a_shape_is_made_once_in_a_process():
    shape, calls = counted()
    assert shape("gantt") is shape("gantt")
    assert calls == ["gantt"]


@pytest.mark.usefixtures("folder")
def test_a_shape_is_found_again_by_the_next_process():
    first, _ = counted()
    first("gantt")
    later, calls = counted()
    assert later("gantt") == {"name": "gantt"}
    assert calls == []


@pytest.mark.usefixtures("folder")
def test_shapes_made_for_other_things_stand_apart():
    shape, calls = counted()
    assert shape("gantt") != shape("strip")
    assert calls == ["gantt", "strip"]


def test_a_spoiled_file_is_made_anew(folder):
    counted()[0]("gantt")
    [file] = folder.iterdir()
    file.write_text("{")
    shape, calls = counted()
    assert shape("gantt") == {"name": "gantt"}
    assert calls == ["gantt"]


def test_without_a_folder_to_write_to_a_shape_is_made_all_the_same(folder):
    folder.write_text("no folder")
    shape, calls = counted()
    assert shape("gantt") == {"name": "gantt"}
    assert calls == ["gantt"]
