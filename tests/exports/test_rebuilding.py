import asyncio
import json
import sys

import pytest

from exports import rebuilding
from exports.rebuilding import FOLDER, Rebuilding
from ui import store


def follow(environ, until):
    """Follow the revision until something is true, at most a minute."""

    async def run():
        work = asyncio.create_task(Rebuilding(environ, pause=0.01).follow())
        async with asyncio.timeout(60):
            while not (work.done() or until()):
                await asyncio.sleep(0.01)
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)

    asyncio.run(run())


@pytest.mark.usefixtures("demonstration")
def test_the_copy_follows_the_revision(tmp_path):
    page = tmp_path / "copy" / "index.json"
    follow({FOLDER: str(tmp_path / "copy")}, page.exists)
    assert json.loads(page.read_text())["revision"] == store.revision()


def test_without_a_folder_nothing_is_written():
    follow({}, lambda: False)


@pytest.mark.usefixtures("demonstration")
def test_a_copy_that_cannot_be_written_is_told_and_tried_later(monkeypatch):
    told = []
    monkeypatch.setattr(sys, "executable", "/bin/false")
    monkeypatch.setattr(rebuilding.log, "error", lambda event, **_: told.append(event))
    follow({FOLDER: "/nowhere"}, lambda: bool(told))
    assert told == ["public copy not written"]


def test_a_lost_database_is_waited_for(monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", "sqlite:////nowhere/at/all.db")
    assert asyncio.run(rebuilding._revision()) is None
    assert list(tmp_path.iterdir()) == []
