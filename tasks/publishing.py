"""The command that writes the public copy: `python -m tasks publish DIR`."""

import argparse
import sys
from functools import partial
from pathlib import Path

from exports.public_copy import folder, site
from ui import address


def describe(parser: argparse.ArgumentParser) -> None:
    """Describe the options of the command."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="where it is read")
    parser.add_argument("--election", metavar="CODE", help="the first one otherwise")
    parser.add_argument(
        "--day",
        type=_day,
        metavar="YYYY-MM-DD",
        help="the day that the screens open on otherwise",
    )


def run(options: argparse.Namespace) -> bool:
    """Write the copy, and return whether it could be written.

    Raises:
        DatabaseUnusable: The database is away.
        Unanswerable: There is no such election.
    """
    told = site.gather(options.election, options.day)
    try:
        folder.replace(options.folder, partial(site.write, told))
    except OSError as error:
        problem = f"The public copy could not be written: {error.strerror or error}"
        print(problem, file=sys.stderr)
        return False
    visit = told[0].edition.visit
    print(f"{options.folder}: {visit.day}, data revision {visit.revision}")
    return True


def _day(text: str) -> object:
    named = address.day_of(text)
    if named is None:
        raise argparse.ArgumentTypeError(f"{text} is no day of this century")
    return named
