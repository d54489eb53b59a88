import hashlib

import pytest

from domain.scan import MediaType, media_type_of, seal


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"%PDF-1.7 ...", MediaType.PDF),
        (b"\x89PNG\r\n\x1a\n...", MediaType.PNG),
        (b"\xff\xd8\xff\xe0...", MediaType.JPEG),
        (b"\x89PNG", None),
        (b" %PDF-1.7", None),
        (b"<html>", None),
        (b"GIF89a", None),
        (b"", None),
    ],
)
def test_a_file_is_what_its_first_bytes_say(content, media_type):
    assert media_type_of(content) is media_type


def test_the_seal_of_a_file_is_its_sha256():
    assert seal(b"minutes") == hashlib.sha256(b"minutes").hexdigest()
