import asyncio
import os
import time

import psutil
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from exports import documents
from exports.documents import Document
from exports.limits import Limit
from exports.workshop import PATIENCE, NotMade, Workshop


def gather(edition, parts):
    assert edition.head
    return f"{edition.visit.day} {parts.get('judul', '')}"


LINES = Document(
    view="baris",
    extension="txt",
    media_type="text/plain",
    gather=gather,
    write=str.encode,
    own_parts=frozenset({"judul"}),
)


@pytest.fixture
def client(demonstration):
    assert demonstration.exists()
    return TestClient(Starlette(routes=[LINES.route(Limit(10))]))


@pytest.mark.parametrize(
    ("query", "status", "named"),
    [
        ("tanggal=2022-13-01", 422, "tanggal"),
        ("tanggal=9999-01-01", 422, "tanggal"),
        ("bahasa=fr", 422, "bahasa"),
        ("pemilu=pemilu-1955", 404, "pemilu"),
        ("hari=2022-09-08", 422, "hari"),
    ],
)
def test_what_means_nothing_gets_a_problem_document(client, query, status, named):
    answer = client.get(f"/unduh/baris.txt?{query}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status
    assert named in answer.json()["detail"]


def test_a_lost_database_gets_a_problem_document_in_the_language_asked_for(
    client, monkeypatch
):
    monkeypatch.setenv("DATABASE_URL", "sqlite:////nowhere/at/all.db")
    answer = client.get("/unduh/baris.txt?bahasa=en")
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "5"
    assert answer.json()["detail"] == "The database cannot be reached."


def test_a_document_that_cannot_be_made_says_so():
    with pytest.raises(NotMade, match="fromhex"):
        asyncio.run(Workshop().make(bytes.fromhex, "no hexadecimal"))


def test_a_document_that_takes_too_long_is_given_up_and_the_next_is_made():
    workshop = Workshop()
    assert asyncio.run(workshop.make(max, 2, 3)) == 3
    workshop._patience = 0.5  # once the process is there; starting one takes longer
    with pytest.raises(NotMade, match=r"within 0\.5 s"):
        asyncio.run(workshop.make(time.sleep, 30))
    workshop._patience = PATIENCE
    assert asyncio.run(workshop.make(max, 2, 3)) == 3


def test_the_process_stays_for_the_next_document_and_ends_without_any():
    workshop = Workshop(idle=2)
    first, second = (asyncio.run(workshop.make(os.getpid)) for _ in range(2))
    assert first == second != os.getpid()
    psutil.wait_procs([psutil.Process(first)], timeout=30)
    assert not psutil.pid_exists(first)


def test_a_document_is_made_in_another_process_once(client, monkeypatch):
    address = "/unduh/baris.txt?tanggal=2022-11-06&judul=x"
    first = client.get(address)
    assert first.content == b"2022-11-06 x"
    named = 'attachment; filename="pemilu-2024-baris-2022-11-06.txt"'
    assert first.headers["content-disposition"] == named
    monkeypatch.setattr(documents, "WORKSHOP", None)
    assert client.get(address).content == first.content


def test_one_address_gets_so_many_documents_a_minute_and_no_more(demonstration):
    assert demonstration.exists()
    hasty = TestClient(Starlette(routes=[LINES.route(Limit(2))]))
    answers = [hasty.get("/unduh/baris.txt?tanggal=x") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [422, 422, 429]
