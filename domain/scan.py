"""Scans of signed minutes (berita acara)."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

LARGEST_SCAN = 5 * 1024 * 1024
"""Bytes that a scan may have. No source; a page of 300 dpi needs a tenth of it."""


class MediaType(StrEnum):
    """What a scan is, as its own first bytes tell; its name is never asked."""

    PDF = "application/pdf"
    PNG = "image/png"
    JPEG = "image/jpeg"


_FIRST_BYTES = {
    MediaType.PDF: b"%PDF-",
    MediaType.PNG: b"\x89PNG\r\n\x1a\n",
    MediaType.JPEG: b"\xff\xd8\xff",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """A scan as it is kept.

    Attributes:
        sha256: SHA-256 of its bytes, in hexadecimal.
        media_type: What it is.
        content: Its bytes.
    """

    sha256: str
    media_type: MediaType
    content: bytes


def media_type_of(content: bytes) -> MediaType | None:
    """Return what a file is by its first bytes, or None for anything but a scan."""
    for media_type, first in _FIRST_BYTES.items():
        if content.startswith(first):
            return media_type
    return None


def seal(content: bytes) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
