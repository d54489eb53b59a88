"""Work in a process of its own, which holds the interpreter of no open screen."""

import asyncio
import sys
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE, Popen, TimeoutExpired

HERE = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a process ended.

    Attributes:
        code: Its exit code; 0 when all is well.
        said: What it wrote to standard output.
        problem: What it wrote to standard error.
    """

    code: int
    said: bytes
    problem: bytes


async def run(*arguments: str, patience: float, given: bytes = b"") -> Ended:
    """Run a module of this project and wait for its end.

    Whoever stops waiting, because time is up or the server ends, ends the process too.

    Args:
        arguments: Arguments of Python, such as `-m` and the name of a module.
        patience: Seconds it may take.
        given: What it reads from standard input.

    Raises:
        TimeoutError: It took longer.
    """
    # Not asyncio's: its event loop copies itself to start a process, and while each of
    # the two touches its memory anew, no screen is answered.
    process = Popen(  # noqa: S603 - modules of this project
        [sys.executable, *arguments], cwd=HERE, stdin=PIPE, stdout=PIPE, stderr=PIPE
    )
    try:
        said, problem = await asyncio.to_thread(process.communicate, given, patience)
    except TimeoutExpired as error:
        raise TimeoutError from error
    finally:
        if process.poll() is None:
            process.kill()
    return Ended(code=process.returncode or 0, said=said, problem=problem)
