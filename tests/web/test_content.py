import gzip

import brotli
import pytest
from starlette.datastructures import Headers

from web.content import Coding, Content, compress, tag_of, understood

TEXT = b"Penetapan peserta Pemilu. " * 200
BOTH = (Coding.BROTLI, Coding.GZIP)


def a_file(*, codings=BOTH):
    return Content(
        body=lambda coding: coding.encode() if coding else b"plain",
        codings=codings,
        media_type="text/css",
        cache_control="no-cache",
        tag="5152f706f8cb7a51c69b",
    )


@pytest.mark.parametrize(
    ("accept_encoding", "body"),
    [
        ("gzip, deflate, br, zstd", b"br"),
        ("gzip, deflate", b"gzip"),
        ("br;q=1.0, gzip;q=0.8", b"br"),
        ("br;q=0, gzip", b"gzip"),
        ("identity", b"plain"),
        ("", b"plain"),
    ],
)
def test_the_smallest_coding_that_the_browser_understands_is_sent(
    accept_encoding, body
):
    response = a_file().answer(Headers({"accept-encoding": accept_encoding}))

    assert response.body == body


def test_a_file_without_copies_is_sent_as_it_is():
    response = a_file(codings=()).answer(Headers({"accept-encoding": "gzip, br"}))

    assert response.body == b"plain"
    assert "content-encoding" not in response.headers


def test_a_compressed_answer_says_so_and_that_others_may_get_another():
    response = a_file().answer(Headers({"accept-encoding": "br"}))

    assert response.headers["content-encoding"] == "br"
    assert response.headers["vary"] == "Accept-Encoding"
    assert response.headers["content-type"] == "text/css; charset=utf-8"


def test_what_the_browser_has_already_is_not_sent_again():
    first = a_file().answer(Headers({}))
    again = a_file().answer(Headers({"if-none-match": first.headers["etag"]}))

    assert again.status_code == 304
    assert again.body == b""
    assert again.headers["etag"] == first.headers["etag"]


def test_a_file_of_another_content_is_sent():
    response = a_file().answer(Headers({"if-none-match": 'W/"another"'}))

    assert response.status_code == 200


def test_compressed_copies_give_the_file_back():
    assert brotli.decompress(compress(TEXT, Coding.BROTLI)) == TEXT
    assert gzip.decompress(compress(TEXT, Coding.GZIP)) == TEXT


def test_the_same_content_is_compressed_to_the_same_bytes():
    assert compress(TEXT, Coding.GZIP) == compress(TEXT, Coding.GZIP)


def test_contents_that_differ_have_tags_that_differ():
    assert tag_of(b"8 September 2022") != tag_of(b"9 September 2022")


def test_a_coding_of_weight_zero_is_not_understood():
    assert understood("gzip;q=0, br ; q=0.5, *;q=0") == {"br"}
