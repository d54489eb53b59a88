from datetime import UTC, datetime

import pytest

from exports import slides
from exports.routes import DOCUMENTS
from tasks import samples
from tasks.command_line import DONE, FAILED, run

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)


def test_each_document_is_made_in_both_languages(demonstration, tmp_path, monkeypatch):
    quick = [each for each in DOCUMENTS if each is not slides.SLIDES]
    monkeypatch.setattr(samples, "DOCUMENTS", quick)
    asked = ["samples", str(tmp_path / "new"), "--day", "2022-11-06"]
    assert run(asked, {"DATABASE_URL": f"sqlite:///{demonstration}"}, NOW) == DONE
    for language in ("id", "en"):
        made = {file.name: file for file in (tmp_path / "new" / language).iterdir()}
        briefing = made["pemilu-2024-taklimat-2022-11-06.pdf"].read_bytes()
        assert briefing.startswith(b"%PDF")
        for number in (1, 2):
            page = made[f"pemilu-2024-taklimat-{number}-2022-11-06.png"]
            assert page.read_bytes().startswith(b"\x89PNG")


@pytest.mark.usefixtures("empty_database")
def test_without_an_election_it_says_so(sqlite_url, tmp_path, capsys):
    asked = ["samples", str(tmp_path)]
    assert run(asked, {"DATABASE_URL": str(sqlite_url)}, NOW) == FAILED
    assert "no election" in capsys.readouterr().err
