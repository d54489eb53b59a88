from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

from web import theme


def counted():
    calls = []

    def populate(message, section="theme"):
        calls.append(section)
        if section != "theme.sidebar":
            message.primary_color = f"colour of {section}"

    return theme.remembered(populate), calls


def test_a_theme_is_worked_out_once_for_each_of_its_sections():
    fill, calls = counted()
    for section in ("theme", "theme.light", "theme"):
        message = CustomThemeConfig()
        fill(message, section)
        assert message.primary_color == f"colour of {section}"
    assert calls == ["theme", "theme.light"]


def test_a_section_without_settings_leaves_its_message_out():
    fill, _ = counted()
    whole = CustomThemeConfig()
    fill(whole.sidebar, "theme.sidebar")
    assert not whole.HasField("sidebar")


def test_what_is_kept_is_not_changed_by_who_reads_it():
    fill, _ = counted()
    first, second = CustomThemeConfig(), CustomThemeConfig()
    fill(first)
    first.primary_color = "another"
    fill(second)
    assert second.primary_color == "colour of theme"


def test_streamlit_calls_what_is_remembered(monkeypatch):
    def original(message, section="theme"):
        message.primary_color = section

    monkeypatch.setattr(app_session, "_populate_theme_msg", original)
    theme.remember()
    kept = app_session._populate_theme_msg
    theme.remember()
    assert app_session._populate_theme_msg is kept
    assert kept is not original
