import io
import re

from fontTools.ttLib import TTFont

from web import icons
from web.icons import ROOT


def shown_by(typeface):
    return {word for word, _ in icons._icons(TTFont(io.BytesIO(typeface)))}


def test_only_the_named_icons_are_kept():
    few = icons.subset(
        icons.typeface().read_bytes(), {"check", "radio_button_unchecked"}
    )

    assert shown_by(few) == {"check", "radio_button_unchecked"}
    assert len(few) < 5_000


def test_a_word_that_is_no_icon_is_left_out():
    few = icons.subset(icons.typeface().read_bytes(), {"warning", "Verifikasi"})

    assert shown_by(few) == {"warning"}


def test_every_icon_that_the_interface_names_is_cut_out(tmp_path):
    icons.cut(tmp_path)
    sources = "".join(
        file.read_text("utf-8")
        for package in ("ui", "pages")
        for file in (ROOT / package).rglob("*.py")
    )

    named = set(re.findall(r":material/(\w+):", sources))
    assert named <= shown_by(icons.cut_out(tmp_path).read_bytes())


def test_the_icons_of_streamlits_own_elements_are_cut_out(tmp_path):
    icons.cut(tmp_path)

    assert {
        "keyboard_arrow_down",
        "visibility",
        "calendar_month",
        "close",
        "error",
    } <= shown_by(icons.cut_out(tmp_path).read_bytes())


def test_icons_that_are_cut_out_are_not_cut_again(tmp_path):
    icons.cut_out(tmp_path).write_bytes(b"kept")

    icons.cut(tmp_path)

    assert icons.cut_out(tmp_path).read_bytes() == b"kept"
