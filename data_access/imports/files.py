"""From the bytes of an uploaded file to the cells of its sheet."""

from collections.abc import Container

from data_access.imports.csv_files import read_csv
from data_access.imports.grid import MOST_BYTES, Grid, refused
from domain.importing import RefusalKind

ZIP = b"PK\x03\x04"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an .xls begins, and a workbook with a password too."""

LOCKED = "EncryptedPackage".encode("utf-16-le")
OTHERS = (b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b")
PAGES = (b"<html", b"<!doctype", b"<?xml", b"<table")
"""How a web page begins that calls itself a spreadsheet."""


def read_file(content: bytes, titles: Container[str] = ()) -> Grid:
    """Return the cells of a workbook or CSV file, whatever its name says it is.

    Args:
        content: The file.
        titles: Names of the sheets of a workbook that go before its first one.

    Raises:
        RefusedFile: The file is none of those, or too large, or cannot be trusted.
    """
    if len(content) > MOST_BYTES:
        raise refused(RefusalKind.FILE_TOO_LARGE, most=MOST_BYTES)
    if not content.strip():
        raise refused(RefusalKind.FILE_EMPTY)
    if content.startswith(ZIP):
        # Loaded by imports alone, never when the server starts.
        from data_access.imports.workbooks import read_workbook

        return read_workbook(content, titles)
    if content.startswith(COMPOUND):
        is_locked = LOCKED in content
        raise refused(RefusalKind.ENCRYPTED if is_locked else RefusalKind.OLD_EXCEL)
    if content.startswith(OTHERS) or content.lstrip().lower().startswith(PAGES):
        raise refused(RefusalKind.WRONG_TYPE)
    return read_csv(content)
