"""The theme's message, worked out once.

Streamlit reads all its settings anew to tell the browser the theme on each run of a
page, 7 ms of work with a theme of ours and next to nothing without one. The settings
do not change while the server runs.
"""

from collections.abc import Callable

from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

Populate = Callable[..., None]


def remember() -> None:
    """Let Streamlit keep the theme's message once it has made it."""
    if not hasattr(app_session._populate_theme_msg, "made"):
        app_session._populate_theme_msg = remembered(app_session._populate_theme_msg)


def remembered(populate: Populate) -> Populate:
    """Return what fills a message as `populate` does, from what it once made."""
    made: dict[str, CustomThemeConfig] = {}

    def fill(message: CustomThemeConfig, section: str = "theme") -> None:
        if section not in made:
            made[section] = CustomThemeConfig()
            populate(made[section], section)
        if made[section].ByteSize():
            message.MergeFrom(made[section])

    fill.made = made  # type: ignore[attr-defined]
    return fill
