"""What the server tells its operator: one JSON line an event, on stderr."""

import logging
import re
import sys
from collections.abc import Callable
from http import HTTPStatus
from time import perf_counter
from typing import TextIO
from uuid import uuid4

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SANE_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")

log = structlog.stdlib.get_logger("web")

_SHARED: list[structlog.typing.Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
]


def configure(stream: TextIO = sys.stderr) -> None:
    """Send what this program and its libraries log to `stream`."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=_SHARED,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_SHARED,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    take_over()


def take_over() -> None:
    """Let the loggers of Streamlit and uvicorn speak through the root logger only."""
    for name, logger in logging.Logger.manager.loggerDict.items():
        if isinstance(logger, logging.Logger):
            logger.handlers.clear()
            # RequestLog says what uvicorn's access log would, and not for each file.
            logger.propagate = name != "uvicorn.access"


class RequestLog:
    """Gives each request a name, and logs how it ended and how long it took.

    Query strings stay out of the log: they may carry what a visitor searched for.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        clock: Callable[[], float] = perf_counter,
        new_id: Callable[[], str] = lambda: uuid4().hex,
    ) -> None:
        self._app = app
        self._clock = clock
        self._new_id = new_id

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on under its name, and log it at its end."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        request_id = self._id(Headers(scope=scope).get("x-request-id", ""))
        status = 0

        async def send_named(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-ID"] = request_id
            await send(message)

        started = self._clock()
        with structlog.contextvars.bound_contextvars(request_id=request_id):
            try:
                # A page's messages pass by the hundred; only a response has a name.
                is_response = scope["type"] == "http"
                await self._app(scope, receive, send_named if is_response else send)
            finally:
                # Screens ask again and again; that nothing is new is no event.
                tell = log.debug if status == HTTPStatus.NO_CONTENT else log.info
                tell(
                    scope["type"],
                    method=scope.get("method"),
                    path=scope["path"],
                    status=status or None,
                    ms=round((self._clock() - started) * 1000, 1),
                )

    def _id(self, offered: str) -> str:
        return offered if SANE_ID.fullmatch(offered) else self._new_id()
