import pytest

from web.ways_in import KEYS, Ways, WaysUnusable, ways_in

AUTH = {
    "redirect_uri": "https://pantau.kpu.test/oauth2callback",
    "cookie_secret": "kunci-kuki-yang-panjang-untuk-uji",
    "client_id": "pantau-tahapan",
    "client_secret": "rahasia-klien",
    "server_metadata_url": "https://akun.kpu.test/.well-known/openid-configuration",
}


def refusal(secrets, environ=None):
    with pytest.raises(WaysUnusable) as refused:
        ways_in(environ or {}, secrets)
    return str(refused.value)


def test_without_a_provider_passwords_let_staff_in():
    assert ways_in({}, {}) == Ways(provider=None, takes_passwords=True)
    assert ways_in({"LOCAL_ACCOUNTS": "1"}, {"other": {}}).takes_passwords


@pytest.mark.parametrize(
    ("said", "takes_passwords"), [("", False), ("0", False), (" 1 ", True)]
)
def test_with_a_provider_passwords_need_a_word(said, takes_passwords):
    ways = ways_in({"LOCAL_ACCOUNTS": said}, {"auth": AUTH})
    assert ways.takes_passwords is takes_passwords
    assert ways.provider.client_id == "pantau-tahapan"
    assert ways.provider.start == "https://pantau.kpu.test/masuk"


def test_nobody_could_sign_in_without_either():
    told = refusal({}, {"LOCAL_ACCOUNTS": "0"})
    assert told.startswith("LOCAL_ACCOUNTS=0 and no [auth]")


def test_a_word_that_is_neither_is_refused():
    told = refusal({"auth": AUTH}, {"LOCAL_ACCOUNTS": "ya"})
    assert told == "LOCAL_ACCOUNTS is 1 or 0, not 'ya'."


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("value", [None, "", " ", 7])
def test_a_missing_key_is_named(key, value):
    told = refusal({"auth": AUTH | {key: value}})
    assert told == f"[auth] in .streamlit/secrets.toml lacks {key}."


@pytest.mark.parametrize("section", ["", {}, [], None])
def test_an_empty_section_lacks_every_key(section):
    assert "lacks redirect_uri, cookie_secret, client_id" in refusal({"auth": section})


@pytest.mark.parametrize(
    ("news", "words"),
    [
        ({"redirect_uri": "https://pantau.kpu.test/"}, "ends in /oauth2callback"),
        ({"redirect_uri": "/oauth2callback"}, "redirect_uri that begins with https"),
        ({"server_metadata_url": "file:///etc/passwd"}, "server_metadata_url that"),
        ({"server_metadata_url": "https://[::1"}, "server_metadata_url that"),
        ({"cookie_secret": "pendek"}, "a cookie_secret of 32 characters"),
    ],
)
def test_a_value_that_cannot_be_is_named_and_no_secret_shown(news, words):
    told = refusal({"auth": AUTH | news})
    assert words in told
    assert "\n" not in told
    for key in ("cookie_secret", "client_secret"):
        assert (AUTH | news)[key] not in told


def test_what_is_shown_of_the_settings_is_no_secret():
    shown = repr(ways_in({}, {"auth": AUTH}))
    assert AUTH["client_secret"] not in shown
    assert AUTH["cookie_secret"] not in shown
