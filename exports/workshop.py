"""Where documents are made: a process of its own, so that no screen waits for one.

A document of a second would hold the interpreter of every open screen; here it holds
that of nobody. The process stays for a while, as getting ready takes longer than most
documents, and its memory goes with it.
"""

import asyncio
import os
import pickle
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from subprocess import PIPE, Popen
from threading import Lock, Timer
from typing import IO, Any, ParamSpec, TypeVar

import structlog
from sqlalchemy.exc import DBAPIError

from data_access.database import DatabaseUnusable
from exports.edition import Unanswerable

Given = ParamSpec("Given")
Made = TypeVar("Made")

HERE = Path(__file__).parents[1]
PATIENCE = 60.0  # seconds a document may take
IDLE = 120.0  # seconds after the last document until the process ends
NICE = 19  # the screens go first
TOLD = (Unanswerable, DatabaseUnusable, DBAPIError)
"""What whoever asks is told as it is; all else is a document that was not made."""

log = structlog.stdlib.get_logger("exports")


class NotMade(Exception):
    """A document could not be made, or took too long."""


class Workshop:
    """One process that makes one thing after the other.

    Args:
        patience: Seconds that one may take.
        idle: Seconds without work after which the process ends.
    """

    def __init__(self, patience: float = PATIENCE, idle: float = IDLE) -> None:
        self._patience, self._idle = patience, idle
        self._turn = Lock()
        self._process: Popen[bytes] | None = None
        self._leaving: Timer | None = None

    async def make(
        self,
        work: Callable[Given, Made],
        *args: Given.args,
        **kwargs: Given.kwargs,
    ) -> Made:
        """Return what a function returns in the other process.

        Args:
            work: Function that the other process finds by its name.
            args: Values it needs, frozen and without open files.
            kwargs: The same, by name.

        Raises:
            NotMade: It failed, or took longer than the patience.
            Unanswerable: It was asked for what does not exist.
            DatabaseUnusable: The database is away.
            sqlalchemy.exc.DBAPIError: The database is away.
        """
        kind, told = await asyncio.to_thread(self._told, (work, args, kwargs))
        if kind == "made":
            made: Made = told
            return made
        if kind == "told":
            raise told
        name = getattr(work, "__qualname__", str(work))
        log.error("document not made", work=name, cause=told)
        raise NotMade(f"{name}: {told}")

    def _told(self, order: object) -> tuple[str, Any]:
        with self._turn:
            if self._leaving:
                self._leaving.cancel()
            try:
                return self._answer(pickle.dumps(order))
            finally:
                self._leaving = Timer(self._idle, self._dismiss)
                self._leaving.daemon = True
                self._leaving.start()

    def _answer(self, order: bytes) -> tuple[str, Any]:
        process = self._present()
        if process.stdin is None or process.stdout is None:
            raise NotMade("no pipe")
        late = Timer(self._patience, process.kill)
        late.start()
        try:
            process.stdin.write(order)
            process.stdin.flush()
            answer: tuple[str, Any] = pickle.load(process.stdout)  # noqa: S301 - our own process
        except (EOFError, OSError, pickle.UnpicklingError):
            _end(process)
            return "failed", f"no answer within {self._patience:g} s"
        finally:
            late.cancel()
        return answer

    def _present(self) -> "Popen[bytes]":
        """Return the process, started anew where it has ended.

        Not by asyncio: its event loop copies itself to start a process, and while each
        of the two touches its memory anew, no screen is answered.
        """
        if self._process is None or self._process.poll() is not None:
            arguments = (sys.executable, "-m", "exports.workshop")
            self._process = Popen(arguments, cwd=HERE, stdin=PIPE, stdout=PIPE)  # noqa: S603 - ours
        return self._process

    def _dismiss(self) -> None:
        with self._turn:
            if self._process:
                _end(self._process)
                self._process = None


def _end(process: "Popen[bytes]") -> None:
    process.kill()
    # It takes no more orders: what was not sent is let go.
    with suppress(BrokenPipeError):
        process.communicate()


def main() -> None:
    """Do one thing after the other that standard input asks for, until it ends."""
    os.nice(NICE)
    # What a library prints must not stand among the answers.
    with os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(2, 1)
        while _do_one(sys.stdin.buffer, answers):
            pass


def _do_one(orders: IO[bytes], answers: IO[bytes]) -> bool:
    try:
        work, args, kwargs = pickle.load(orders)  # noqa: S301 - from our own process
    except EOFError:
        return False
    answers.write(pickle.dumps(_done(work, args, kwargs)))
    answers.flush()
    return True


def _done(
    work: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> tuple[str, Any]:
    try:
        return "made", work(*args, **kwargs)
    except TOLD as error:
        return "told", error
    except Exception:  # noqa: BLE001 - told to the server, which logs it
        return "failed", traceback.format_exc()


if __name__ == "__main__":
    # Under its own name: what is pickled here is found there.
    from exports import workshop

    workshop.main()
