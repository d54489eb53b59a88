from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from email import message_from_bytes, policy
from socket import socket

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from sqlalchemy import select, update

from data_access.database import engine_for, writing
from data_access.journal import read_revision
from data_access.tables import milestone_states, milestones, people, reminders
from domain.bilingual import Language
from tasks.command_line import DONE, FAILED, run
from tests.data_access.election_rows import milestone_state, store, store_ground
from tests.data_access.staff import store_newcomer

NOW = datetime(2022, 9, 7, 17, 0, tzinfo=UTC)  # 8 September, 01:00 in Mataram
SECRET = "rahasia-surat"


class Box:
    """Keeps the letters it is handed; refuses those to `refused`."""

    def __init__(self):
        self.letters = []
        self.refused = set()

    async def handle_RCPT(self, _, __, envelope, address, ___):  # noqa: N802
        if address in self.refused:
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _, __, envelope):  # noqa: N802
        self.letters.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


@pytest.fixture
def box():
    return Box()


@pytest.fixture
def post(box):
    """A mail server on a free port of this machine."""

    def sign_in(*given):
        is_right = given[-1].password == SECRET.encode()
        return AuthResult(success=is_right, handled=is_right)

    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Controller(
        box,
        hostname="127.0.0.1",
        port=port,
        authenticator=sign_in,
        auth_require_tls=False,
    )
    server.start()
    yield port
    server.stop()


@pytest.fixture
def office(sqlite_url):
    """Three milestones of Teknis: due in 6 days, in 20, and late; and who answers."""
    with writing(engine_for(sqlite_url)).begin() as connection:
        store_ground(connection)
        store(
            connection,
            milestone_states,
            milestone_state(
                "M3-03",
                date(2022, 8, 1),
                planned_start=date(2022, 8, 2),
                planned_end=date(2022, 9, 14),
            ),
            milestone_state(
                "M3-08",
                date(2022, 8, 1),
                planned_start=date(2022, 8, 1),
                planned_end=date(2022, 9, 2),
                actual_start=date(2022, 8, 1),
            ),
        )
        connection.execute(update(milestones).values(division="Teknis"))
        own = frozenset({"Teknis"})
        store_newcomer(connection, divisions=own, email="baiq@kpu.test")
        store_newcomer(
            connection,
            "lalu",
            name="Lalu Gede",
            divisions=own,
            email="lalu@kpu.test",
            language=Language.ENGLISH,
        )
        store_newcomer(connection, "sri", divisions=own)
        store_newcomer(connection, "wayan", email="wayan@kpu.test")
    return sqlite_url


@pytest.fixture
def environ(office, post):
    return {
        "DATABASE_URL": office.render_as_string(hide_password=False),
        "SMTP_HOST": "127.0.0.1",
        "SMTP_PORT": str(post),
        "SMTP_FROM": "pengingat@kpu.test",
        "SMTP_STARTTLS": "0",
        "PUBLIC_URL": "https://pantau.test/",
    }


def noted(url):
    with engine_for(url).connect() as connection:
        return len(connection.execute(select(reminders)).all())


def test_each_person_gets_one_letter_in_their_language(environ, box, capsys):
    assert run(["remind"], environ, NOW) == DONE
    assert capsys.readouterr().out == "Letters sent: 2\n"
    indonesian, english = box.letters
    assert indonesian["To"] == "Baiq Ratna <baiq@kpu.test>"
    assert indonesian["Subject"] == "Pengingat tahapan: 2 kegiatan"
    words = indonesian.get_content()
    assert "per 8 September 2022" in words
    assert "(M3-08): 2 September 2022, lewat 4 hari kerja" in words
    assert "(M3-03): 14 September 2022, 5 hari kerja lagi" in words
    assert "https://pantau.test/pembaruan?bahasa=id" in words
    assert english["Subject"] == "Reminder of stages: 2 milestones"
    assert "(M3-03): 14 September 2022, 5 working days left" in english.get_content()


def test_a_second_run_sends_nothing_and_the_next_day_only_what_is_late(environ, box):
    run(["remind"], environ, NOW)
    assert run(["remind"], environ, NOW) == DONE
    assert len(box.letters) == 2
    assert run(["remind"], environ, NOW.replace(day=8)) == DONE
    assert len(box.letters) == 4
    assert box.letters[2]["Subject"] == "Pengingat tahapan: 1 kegiatan"
    assert "M3-03" not in box.letters[2].get_content()


def test_two_runs_at_once_send_each_letter_once(environ, box):
    with ThreadPoolExecutor(2) as runs:
        codes = list(runs.map(lambda _: run(["remind"], environ, NOW), range(2)))
    assert codes == [DONE, DONE]
    assert sorted(each["To"].addresses[0].username for each in box.letters) == [
        "baiq",
        "lalu",
    ]


def test_a_letter_that_does_not_leave_is_sent_by_the_next_run(
    environ, box, office, capsys
):
    box.refused.add("baiq@kpu.test")
    assert run(["remind"], environ, NOW) == FAILED
    told = capsys.readouterr()
    assert told.out == "Letters sent: 1\n"
    assert told.err == (
        "Not sent to baiq: the mail server did not take it (SMTPRecipientsRefused)\n"
    )
    assert noted(office) == 2
    box.refused.clear()
    assert run(["remind"], environ, NOW) == DONE
    assert box.letters[-1]["To"] == "Baiq Ratna <baiq@kpu.test>"


def test_a_dry_run_names_the_letters_and_needs_no_mail_server(office, capsys):
    environ = {"DATABASE_URL": office.render_as_string(hide_password=False)}
    assert run(["remind", "--dry-run"], environ, NOW) == DONE
    assert capsys.readouterr().out == (
        "baiq <baiq@kpu.test>: Pengingat tahapan: 2 kegiatan (M3-08, M3-03)\n"
        "lalu <lalu@kpu.test>: Reminder of stages: 2 milestones (M3-08, M3-03)\n"
        "Letters to send: 2\n"
    )
    assert noted(office) == 0


def test_no_letter_is_a_write_of_facts(environ, office):
    with engine_for(office).connect() as connection:
        before = read_revision(connection)
    run(["remind"], environ, NOW)
    with engine_for(office).connect() as connection:
        assert read_revision(connection) == before


@pytest.mark.parametrize(
    "values",
    [{"name": "Baiq\r\nBcc: x@y.test"}, {"email": "baiq@kpu.test\r\nBcc: x@y.test"}],
    ids=["name", "address"],
)
def test_nothing_typed_adds_a_line_to_the_head(environ, box, office, values, capsys):
    with writing(engine_for(office)).begin() as connection:
        its_own = people.c.code == "baiq"
        connection.execute(update(people).where(its_own).values(values))
    assert run(["remind"], environ, NOW) == FAILED
    assert "Not sent to baiq: the address of baiq" in capsys.readouterr().err
    (only,) = box.letters
    assert only["To"] == "Lalu Gede <lalu@kpu.test>"


def test_the_password_signs_in_and_is_never_told(environ, box, capsys):
    signed = environ | {"SMTP_USER": "pengingat", "SMTP_PASSWORD": SECRET}
    wrong = signed | {"SMTP_PASSWORD": "salah-sama-sekali"}
    assert run(["remind"], wrong, NOW) == FAILED
    told = capsys.readouterr().err
    assert told == "The mail server refused the sign-in of SMTP_USER (535).\n"
    assert box.letters == []
    assert run(["remind"], signed, NOW) == DONE
    assert len(box.letters) == 2


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"SMTP_HOST": ""}, "SMTP_HOST is not set; reminders need it."),
        ({"SMTP_FROM": " "}, "SMTP_FROM is not set; reminders need it."),
        ({"SMTP_FROM": "kpu"}, "SMTP_FROM 'kpu' is no e-mail address."),
        ({"SMTP_FROM": "a@b\r\nBcc: x"}, "is no e-mail address."),
        ({"SMTP_PORT": "0"}, "SMTP_PORT '0' is no port."),
        ({"SMTP_PORT": "smtp"}, "SMTP_PORT 'smtp' is no port."),
        ({"SMTP_STARTTLS": "yes"}, "SMTP_STARTTLS is 'yes'; write 1 or 0."),
        ({"SMTP_STARTTLS": "1"}, "cannot be used: SMTPNotSupportedError."),
        ({"SMTP_PORT": "1"}, "cannot be used: ConnectionRefusedError."),
        (
            {"SMTP_HOST": "surat.test", "SMTP_USER": "a", "SMTP_PASSWORD": SECRET},
            "SMTP_USER needs SMTP_STARTTLS=1",
        ),
        ({"PUBLIC_URL": "pantau.test"}, "PUBLIC_URL is no address"),
        ({"PUBLIC_URL": "https://[x"}, "PUBLIC_URL is no address"),
        ({"OFFICE_ZONE": "Asia/Lombok"}, "OFFICE_ZONE 'Asia/Lombok' is no time zone."),
    ],
)
def test_what_is_set_wrongly_is_told_in_one_line(environ, office, given, told, capsys):
    assert run(["remind"], environ | given, NOW) == FAILED
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert told in lines[0]
    assert SECRET not in lines[0]
    assert noted(office) == 0


def test_nobody_to_remind_needs_no_mail_server(sqlite_url, capsys):
    environ = {"DATABASE_URL": sqlite_url.render_as_string(hide_password=False)}
    assert run(["remind"], environ, NOW) == DONE
    assert capsys.readouterr().out == "Nobody is to be reminded.\n"
