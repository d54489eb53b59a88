import pytest

from web.addresses import local


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/linimasa",
        "/partai?tanggal=2022-09-08&bahasa=en",
        "/partai?tanya=a%20b&alamat=https://kpu.test",
        "/linimasa#tahap-3",
    ],
)
def test_a_path_of_this_site_is_followed(address):
    assert local(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "linimasa",
        "https://evil.test",
        "https:evil.test",
        "javascript:alert(1)",
        "//evil.test",
        "///evil.test",
        "/\\evil.test",
        "\\\\evil.test",
        "/\t/evil.test",
        "\t//evil.test",
        "/\n/evil.test",
        "/ /evil.test",
        "//[evil",
        "/masuk?next=/",
        "/keluar",
        "/linimasa\r\nSet-Cookie: sesi=x",
    ],
)
def test_every_other_address_leads_to_the_start(address):
    assert local(address) == "/"
