import errno
import resource

import pytest

from exports.public_copy import folder


def writes(text):
    def write(new, _):
        (new / "en").mkdir()
        (new / "en" / "index.html").write_text(text)

    return write


def read(place):
    return (place / "en" / "index.html").read_text()


@pytest.fixture
def place(tmp_path):
    there = tmp_path / "site" / "copy"
    folder.replace(there, writes("before"))
    return there


def test_a_copy_takes_the_place_of_the_one_before_and_leaves_nothing(place):
    assert read(place) == "before"
    (place.parent / ".copy-stopped").mkdir()
    folder.replace(place, writes("after"))
    assert read(place) == "after"
    left = {found.name for found in place.parent.iterdir()}
    assert left == {"copy", ".copy.lock", place.resolve().name}


def test_a_full_disk_leaves_the_copy_before_in_place(place):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, hard))
    try:
        with pytest.raises(OSError, match="too large") as raised:
            folder.replace(place, writes("x" * 100_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert raised.value.errno == errno.EFBIG
    assert read(place) == "before"
    assert len(list(place.parent.iterdir())) == 3


def test_an_empty_folder_may_be_taken_and_one_with_files_may_not(tmp_path):
    place = tmp_path / "copy"
    place.mkdir()
    folder.replace(place, writes("first"))
    assert read(place) == "first"
    own = tmp_path / "own"
    own.mkdir()
    (own / "letter.txt").write_text("keep")
    with pytest.raises(folder.NotOurs, match="holds files"):
        folder.replace(own, writes("x"))
    assert (own / "letter.txt").read_text() == "keep"


def test_a_link_that_leads_elsewhere_is_left_alone(tmp_path):
    own = tmp_path / "own"
    own.mkdir()
    place = tmp_path / "copy"
    place.symlink_to(own)
    with pytest.raises(folder.NotOurs, match="leads elsewhere"):
        folder.replace(place, writes("x"))
    assert list(own.iterdir()) == []


def test_a_web_server_may_read_it(place):
    assert place.resolve().stat().st_mode & 0o777 == 0o755
