"""Where documents are made: a process of its own, so that no screen waits for one.

A document of a second would hold the interpreter of every open screen; here it holds
that of nobody, and its memory goes with it.
"""

import asyncio
import os
import pickle
import sys
from collections.abc import Callable
from typing import TypeVar

import structlog

from exports import processes

Content = TypeVar("Content")

PATIENCE = 60  # seconds a document may take
AT_ONCE = 2
"""Documents made at a time; more wait, as they would starve the screens."""

log = structlog.stdlib.get_logger("exports")

_room = asyncio.Semaphore(AT_ONCE)


class NotMade(Exception):
    """A document could not be made, or took too long."""


async def make(write: Callable[[Content], bytes], content: Content) -> bytes:
    """Return what `write` makes of its content, made in another process.

    Args:
        write: Function of `reports`, found by its name there.
        content: Values it needs, frozen and without open files.

    Raises:
        NotMade: It failed, or took longer than `PATIENCE`.
    """
    order = pickle.dumps((write, content))
    async with _room:
        try:
            ended = await processes.run(
                "-m", "exports.workshop", given=order, patience=PATIENCE
            )
        except TimeoutError as error:
            raise NotMade(f"{write.__name__} took over {PATIENCE} s") from error
    if ended.code:
        cause = ended.problem.decode()
        log.error("document not made", report=write.__name__, cause=cause)
        raise NotMade(write.__name__)
    return ended.said


def main() -> None:
    """Make the one document that standard input asks for."""
    os.nice(5)  # the screens go first
    write, content = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own process
    sys.stdout.buffer.write(write(content))


if __name__ == "__main__":
    main()
