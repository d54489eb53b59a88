"""The commission's mail server, as the environment names it, and letters through it."""

import smtplib
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import make_msgid

from domain.person import Person

TIMEOUT_S = 30
SWITCHES = {"1": True, "0": False}
THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})
LARGEST_PORT = 65535


class MailUnusable(Exception):
    """The mail server cannot be named or reached; the message shows no password."""


class LetterRefused(Exception):
    """One letter did not leave; the message shows no password."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """Where letters are handed over.

    Attributes:
        host: Name of the server.
        port: Its port.
        user: Name to sign in with; empty for none.
        password: Password of that name.
        sender: Address the letters come from.
        is_encrypted: Whether the connection turns to TLS before anything is said.
    """

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    sender: Address
    is_encrypted: bool


def server_from(environ: Mapping[str, str]) -> MailServer:
    """Return the mail server that the environment names.

    Raises:
        MailUnusable: A variable is missing or cannot be read.
    """
    host = _required(environ, "SMTP_HOST")
    server = MailServer(
        host=host,
        port=_port(environ.get("SMTP_PORT", "587")),
        user=environ.get("SMTP_USER", ""),
        password=environ.get("SMTP_PASSWORD", ""),
        sender=_sender(_required(environ, "SMTP_FROM")),
        is_encrypted=_switch(environ.get("SMTP_STARTTLS", "1")),
    )
    if server.user and not server.is_encrypted and host not in THIS_MACHINE:
        raise MailUnusable(
            "SMTP_USER needs SMTP_STARTTLS=1: the password would be sent in the open."
        )
    return server


@contextmanager
def connected(server: MailServer) -> Iterator[smtplib.SMTP]:
    """Hold a connection to the mail server, signed in where it has a name for us.

    Raises:
        MailUnusable: The server does not answer, or refuses the sign-in.
    """
    try:
        connection = _open(server)
    except smtplib.SMTPAuthenticationError as error:
        raise MailUnusable(
            f"The mail server refused the sign-in of SMTP_USER ({error.smtp_code})."
        ) from None
    except (smtplib.SMTPException, OSError) as error:
        raise MailUnusable(
            f"The mail server {server.host}:{server.port} cannot be used: "
            f"{type(error).__name__}."
        ) from None
    try:
        yield connection
    finally:
        connection.close()


def letter(sender: Address, to: Person, subject: str, text: str) -> EmailMessage:
    """Return a letter in plain text.

    Raises:
        LetterRefused: The address or the subject would break the head of the letter.
    """
    message = EmailMessage()
    try:
        message["From"] = sender
        message["To"] = Address(display_name=to.name, addr_spec=to.email)
        message["Subject"] = subject
    # The parser of addresses raises IndexError for some of what it cannot read.
    except (ValueError, IndexError):
        raise LetterRefused(f"the address of {to.code} cannot be written to") from None
    message["Message-ID"] = make_msgid(domain=sender.domain)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text)
    return message


def send(connection: smtplib.SMTP, message: EmailMessage) -> None:
    """Hand a letter over.

    Raises:
        LetterRefused: The server did not take it.
    """
    try:
        connection.send_message(message)
    except (smtplib.SMTPException, OSError) as error:
        raise LetterRefused(
            f"the mail server did not take it ({type(error).__name__})"
        ) from None


def _open(server: MailServer) -> smtplib.SMTP:
    connection = smtplib.SMTP(server.host, server.port, timeout=TIMEOUT_S)
    try:
        if server.is_encrypted:
            connection.starttls(context=ssl.create_default_context())
        if server.user:
            connection.login(server.user, server.password)
    except BaseException:
        connection.close()
        raise
    return connection


def _required(environ: Mapping[str, str], name: str) -> str:
    value = environ.get(name, "").strip()
    if not value:
        raise MailUnusable(f"{name} is not set; reminders need it.")
    return value


def _port(typed: str) -> int:
    is_plain = (
        typed.isascii() and typed.isdigit() and len(typed) <= len(str(LARGEST_PORT))
    )
    if not is_plain or not 1 <= int(typed) <= LARGEST_PORT:
        raise MailUnusable(f"SMTP_PORT {typed!r} is no port.")
    return int(typed)


def _switch(typed: str) -> bool:
    if typed not in SWITCHES:
        raise MailUnusable(f"SMTP_STARTTLS is {typed!r}; write 1 or 0.")
    return SWITCHES[typed]


def _sender(typed: str) -> Address:
    try:
        address = Address(addr_spec=typed)
    except (ValueError, IndexError):
        raise MailUnusable(f"SMTP_FROM {typed!r} is no e-mail address.") from None
    if not address.domain:
        raise MailUnusable(f"SMTP_FROM {typed!r} is no e-mail address.")
    return address
