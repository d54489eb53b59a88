"""Opens the archive that a workbook is, without trusting what it says of itself."""

import io
import zipfile
import zlib

from data_access.imports.grid import refused
from domain.importing import RefusalKind

MOST_PARTS = 200
MOST_UNPACKED = 64_000_000
"""Bytes; 20,000 rows of 20 columns take some 30 million."""

MOST_RATIO = 200
"""Unpacked to packed size; sheets full of the same row come to about 50."""

WORKBOOK = b"spreadsheetml.sheet.main+xml"
MACROS = b"macroEnabled.main+xml"


def unpack(content: bytes) -> dict[str, bytes]:
    """Return the parts of a workbook by their names.

    Raises:
        RefusedFile: It is no workbook of Excel 2007 or later, is locked or damaged, or
            unpacks to more than is allowed.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = _parts(archive, len(content))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError):
        raise refused(RefusalKind.DAMAGED) from None
    types = parts.get("[Content_Types].xml", b"")
    if MACROS in types:
        raise refused(RefusalKind.HAS_MACROS)
    if WORKBOOK not in types:
        raise refused(RefusalKind.WRONG_TYPE)
    return parts


def repack(parts: dict[str, bytes]) -> io.BytesIO:
    """Return an archive of exactly these parts, for a reader that trusts archives."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    packed.seek(0)
    return packed


def _parts(archive: zipfile.ZipFile, packed: int) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > MOST_PARTS:
        raise refused(RefusalKind.TOO_MANY_PARTS, most=MOST_PARTS)
    if any(entry.flag_bits & 1 for entry in entries):
        raise refused(RefusalKind.ENCRYPTED)
    names = {entry.filename.lower() for entry in entries}
    if len(names) < len(entries) or any("\\" in name for name in names):
        raise refused(RefusalKind.DAMAGED)
    left = min(MOST_UNPACKED, packed * MOST_RATIO)
    parts: dict[str, bytes] = {}
    for entry in entries:
        with archive.open(entry) as lines:
            part = lines.read(left + 1)
        left -= len(part)
        if left < 0:
            raise refused(RefusalKind.UNPACKS_TOO_LARGE, most=MOST_UNPACKED)
        parts[entry.filename] = part
    return parts
