import pytest

from tasks import slide_pictures

OFFICE = """#!/bin/sh
for last; do :; done
cp "$last" "${last%.pptx}.pdf"
"""
DRAWER = """#!/bin/sh
for last; do :; done
for page in 01 02 10; do echo "$page" > "$last-$page.png"; done
"""


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """Stand-ins for LibreOffice and Poppler, which not every machine has."""
    for name, script in {"soffice": OFFICE, "pdftoppm": DRAWER}.items():
        (tmp_path / name).write_text(script)
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return tmp_path


@pytest.mark.usefixtures("programs")
def test_the_pictures_come_in_the_order_of_the_slides():
    assert slide_pictures.can_be_made()
    assert slide_pictures.of(b"slides") == [b"01\n", b"02\n", b"10\n"]


def test_without_one_of_the_programs_there_are_no_pictures(programs, monkeypatch):
    (programs / "pdftoppm").unlink()
    monkeypatch.setenv("PATH", str(programs))
    assert not slide_pictures.can_be_made()
