"""How many times a second a server answers: a client that does nothing else."""

import asyncio
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx

CONNECTIONS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What to ask for without pause.

    Attributes:
        address: What is asked for.
        depth: Questions that each connection has open at a time.
        seconds: How long.
    """

    address: str
    depth: int = 1
    seconds: float = 3.0


class NotServed(Exception):
    """An address did not answer, or answered with an error."""


def answers_per_second(load: Load) -> float:
    """Return how many answers a second all connections together get.

    Every answer must be as long as the first, so that bytes count answers.

    Raises:
        NotServed: The first answer is not 200, or a connection was closed.
    """
    return asyncio.run(_loaded(load))


async def _loaded(load: Load) -> float:
    parts = urlsplit(load.address)
    host, port = parts.hostname or "", parts.port or 80
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    question = f"GET {path} HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode()
    length = await _length(host, port, question)
    _check(load.address)
    loop = asyncio.get_running_loop()
    askers = []
    for _ in range(CONNECTIONS):
        _, asker = await loop.create_connection(
            lambda: _Asker(question, length, load.depth), host, port
        )
        askers.append(asker)
    started = time.perf_counter()
    await asyncio.sleep(load.seconds)
    answered = sum(asker.answered for asker in askers)
    lasted = time.perf_counter() - started
    for asker in askers:
        asker.close()
    return answered / lasted


def _check(address: str) -> None:
    answer = httpx.get(address, trust_env=False)
    if answer.status_code != httpx.codes.OK:
        raise NotServed(f"{address}: {answer.status_code}")


async def _length(host: str, port: int, question: bytes) -> int:
    """Return the bytes of one answer, head included."""
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(question)
    head = await reader.readuntil(b"\r\n\r\n")
    named = [line for line in head.split(b"\r\n") if b":" in line]
    fields = dict(line.lower().split(b":", 1) for line in named)
    writer.close()
    return len(head) + int(fields[b"content-length"])


class _Asker(asyncio.Protocol):
    """Asks anew as soon as it is answered."""

    def __init__(self, question: bytes, length: int, depth: int) -> None:
        self._question, self._length, self._depth = question, length, depth
        self._received = 0
        self.answered = 0
        self._is_closing = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if not isinstance(transport, asyncio.Transport):
            raise NotServed("not a stream")
        self._transport = transport
        transport.write(self._question * self._depth)

    def data_received(self, data: bytes) -> None:
        self._received += len(data)
        news = self._received // self._length - self.answered
        if news:
            self.answered += news
            self._transport.write(self._question * news)

    def connection_lost(self, exc: Exception | None) -> None:
        if not self._is_closing:
            raise NotServed(str(exc or "closed by the server"))

    def close(self) -> None:
        """End the connection."""
        self._is_closing = True
        self._transport.close()
