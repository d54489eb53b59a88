import pytest
from starlette.middleware import Middleware

from web import assets, frontend, icons
from web.assets import Assets
from web.content import Coding, tag_of

SCRIPT = b"const tahap = 'Verifikasi administrasi';\n" * 100


@pytest.fixture
def script(tmp_path):
    file = tmp_path / "theirs" / "index.A1.js"
    file.parent.mkdir()
    file.write_bytes(SCRIPT)
    return file


@pytest.fixture
def copies(tmp_path):
    return tmp_path / "copies"


@pytest.fixture
def browser(browse, copies):
    return browse(Middleware(Assets, copies=copies))


def streamlits(name):
    [file] = (frontend.folder() / "static").rglob(name)
    return f"/{file.relative_to(frontend.folder()).as_posix()}"


def test_a_script_gets_one_copy_for_each_coding(script, copies):
    assets.prepare([script], copies)

    tag = tag_of(SCRIPT)
    assert {copy.name for copy in copies.iterdir()} == {f"{tag}.br", f"{tag}.gzip"}
    assert all(copy.stat().st_size < 200 for copy in copies.iterdir())


def test_a_copy_that_exists_is_not_made_again(script, copies):
    copies.mkdir()
    (copies / f"{tag_of(SCRIPT)}.br").write_bytes(b"kept")

    assets.prepare([script], copies)

    assert (copies / f"{tag_of(SCRIPT)}.br").read_bytes() == b"kept"


def test_a_typeface_is_compressed_already(tmp_path, copies):
    typeface = tmp_path / "face.woff2"
    typeface.write_bytes(SCRIPT)

    assets.prepare([typeface], copies)

    assert list(copies.iterdir()) == []


def test_a_script_that_no_page_of_ours_needs_is_not_compressed(tmp_path, copies):
    maps = tmp_path / "maps.js"
    maps.write_bytes(b"x" * 900_001)

    assets.prepare([maps], copies)

    assert list(copies.iterdir()) == []


def test_a_script_that_cannot_be_read_stops_the_preparation(tmp_path, copies):
    with pytest.raises(FileNotFoundError):
        assets.prepare([tmp_path / "missing.js"], copies)


def test_a_file_has_the_copies_that_were_made(script, copies):
    assets.prepare([script], copies)
    content = assets.content(script, copies)

    assert content.codings == [Coding.BROTLI, Coding.GZIP]
    assert content.body(None) == SCRIPT
    assert len(content.body(Coding.BROTLI)) < 200


def test_a_file_of_streamlit_is_kept_for_ever(browser):
    response = browser.get(streamlits("index.*.css"))

    assert response.headers["content-type"] == "text/css; charset=utf-8"
    assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "@font-face" in response.text


def test_a_file_of_ours_is_kept_for_an_hour(browser):
    response = browser.get("/app/static/logo_light.svg")

    assert response.headers["content-type"] == "image/svg+xml"
    assert response.headers["cache-control"] == "public, max-age=3600"


def test_the_icon_of_the_site_is_ours(browser):
    ours = (assets.OURS / "icon.png").read_bytes()

    assert browser.get("/favicon.png").content == ours


@pytest.mark.parametrize(
    "path",
    [
        "/static/js/missing.js",
        "/app/static/../dashboard.py",
        "/app/static/..%2fdashboard.py",
        "/app/static/OFL.txt",
        "/static/index.html",
    ],
)
def test_any_other_address_passes(browser, path):
    assert browser.get(path).text == "passed on"


def test_an_upload_to_the_address_of_a_file_passes(browser):
    assert browser.post("/favicon.png").text == "passed on"


def test_icons_not_cut_out_are_streamlits(browser):
    response = browser.get(streamlits("MaterialSymbols*"))

    assert response.content == icons.typeface().read_bytes()
    assert "immutable" in response.headers["cache-control"]


def test_icons_cut_out_are_sent_under_streamlits_name(browse, copies):
    copies.mkdir()
    icons.cut_out(copies).write_bytes(b"few icons")

    response = browse(Middleware(Assets, copies=copies)).get(
        streamlits("MaterialSymbols*")
    )

    assert response.content == b"few icons"
    assert response.headers["cache-control"] == "no-cache"


def test_a_websocket_passes():
    seen = []

    async def site(scope, _receive, _send):
        seen.append(scope["path"])

    with pytest.raises(StopIteration):
        Assets(site)({"type": "websocket", "path": "/favicon.png"}, None, None).send(
            None
        )
    assert seen == ["/favicon.png"]
