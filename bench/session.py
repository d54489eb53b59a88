"""A visitor without a browser: Streamlit's websocket protocol, spoken directly."""

import asyncio
import socket
import time
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from bench.servers import Server
from domain.session import COOKIE

ANSWER_LIMIT = 120.0  # seconds until a rerun counts as failed


class PageFailed(Exception):
    """A page answered with an exception, with "not found", or not at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One finished run of a page.

    Attributes:
        ms: From the request to the message that the script finished, milliseconds.
        size: Bytes of all messages received.
        charts: Vega-Lite charts among them.
    """

    ms: float
    size: int
    charts: int


class Session:
    """One open page, held over a websocket."""

    def __init__(self, stream: ClientConnection, page: str) -> None:
        """Take an open websocket; `page` is the address path without its slash."""
        self._stream = stream
        self._page = page
        self._page_hash = ""

    @classmethod
    async def open(cls, server: Server, page: str = "", token: str = "") -> Self:
        """Connect to a server; the first rerun then shows the page.

        Args:
            server: Where to connect.
            page: Address path without its slash.
            token: Session of somebody who is signed in; empty for a stranger.
        """
        stream = await connect(
            server.stream,
            additional_headers={"Cookie": f"{COOKIE}={token}"} if token else None,
            subprotocols=["streamlit"],  # type: ignore[list-item]
            max_size=None,
            proxy=None,
            compression=None,
            ping_interval=None,  # a browser sends no pings either
            open_timeout=ANSWER_LIMIT,
        )
        return cls(stream, page)

    async def close(self) -> None:
        """Close the websocket, as a closed tab does."""
        await self._stream.close()

    async def rerun(self, query: str = "") -> Run:
        """Ask for one run of the page and wait for its end.

        Args:
            query: Query string, such as `tanggal=2022-09-08`.

        Raises:
            PageFailed: The page raised, was not found, or took two minutes.
        """
        started = time.perf_counter()
        await self._stream.send(self._request(query))
        size = charts = 0
        async with asyncio.timeout(ANSWER_LIMIT):
            while True:
                frame = await self._receive()
                size += len(frame)
                message = ForwardMsg.FromString(frame)
                charts += _is_chart(message)
                if self._ends(message):
                    ms = (time.perf_counter() - started) * 1000
                    return Run(ms=ms, size=size, charts=charts)

    def _request(self, query: str) -> bytes:
        message = BackMsg()
        wish = message.rerun_script
        wish.query_string = query
        wish.page_script_hash = self._page_hash
        wish.page_name = "" if self._page_hash else self._page
        wish.context_info.timezone = "Asia/Makassar"
        wish.context_info.locale = "id-ID"
        return bytes(message.SerializeToString())

    async def _receive(self) -> bytes:
        # Linux forgets the flag after a while; without it the kernel holds back
        # acknowledgements and a stock server waits 40 ms for each of them.
        link = self._stream.transport.get_extra_info("socket")
        link.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
        frame = await self._stream.recv(decode=False)
        return bytes(frame)

    def _ends(self, message: ForwardMsg) -> bool:
        match message.WhichOneof("type"):
            case "new_session":
                self._page_hash = message.new_session.page_script_hash
            case "navigation":
                self._page_hash = message.navigation.page_script_hash
            case "page_not_found":
                raise PageFailed(f"/{self._page} was not found")
            case "delta" if _is_exception(message):
                raise PageFailed(message.delta.new_element.exception.message)
            case "script_finished":
                return _is_final(message)
            case _:
                pass
        return False

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()


def _is_chart(message: ForwardMsg) -> bool:
    return message.delta.new_element.WhichOneof("type") == "vega_lite_chart"


def _is_exception(message: ForwardMsg) -> bool:
    return message.delta.new_element.WhichOneof("type") == "exception"


def _is_final(message: ForwardMsg) -> bool:
    ending = ForwardMsg.ScriptFinishedStatus
    if message.script_finished == ending.FINISHED_WITH_COMPILE_ERROR:
        raise PageFailed("The script does not compile.")
    return message.script_finished == ending.FINISHED_SUCCESSFULLY
