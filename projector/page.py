"""The page that carries the sheets: no chrome, one script, one style sheet."""

from dataclasses import dataclass
from html import escape

from ui.language import current
from ui.language import gettext as _

PAGE = """<!DOCTYPE html>
<html lang="{language}">
  <head>
    <meta charset="UTF-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="only light">
    <title>{title} · Pantau Tahapan</title>
    <link rel="icon" href="/app/static/icon.png">
    <link rel="preload" as="font" crossorigin
      href="/app/static/plus-jakarta-sans-latin-wght-normal.woff2">
    {looks}
    <script defer src="/app/static/projector.js?{build}"></script>
  </head>
  <body>
    <main id="show" data-mark="{mark}" data-seconds="{seconds}" data-build="{build}"
      data-zone="{zone}" data-lost="{lost}">{sheets}</main>
    <nav aria-label="{title}">
      <button type="button" data-turn="back">{back}</button>
      <button type="button" data-turn="pause">{pause}</button>
      <button type="button" data-turn="on">{on}</button>
    </nav>
  </body>
</html>
"""


LOOKS = '<link rel="stylesheet" href="/app/static/projector.css?{build}">'


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a show hands to the browser.

    Attributes:
        sheets: The sheets as HTML.
        mark: Changes with the sheets and only with them.
        seconds: How long each stands.
        zone: Time zone of the office.
        zone_word: Its name, such as WITA.
        build: Changes with the script and the style sheet.
        has_looks: Whether the sheets bring the style sheet they were stored with.
    """

    sheets: str
    mark: str
    seconds: int
    zone: str
    zone_word: str
    build: str
    has_looks: bool = False


def render(shown: Shown) -> str:
    """Return the page in the current language."""
    # {time} stays: the browser fills it with the last time the server answered.
    lost = _("data of {time}, connection lost").replace(
        "{time}", "{time} " + shown.zone_word
    )
    words = {
        "title": _("Projector"),
        "back": _("Sheet before"),
        "pause": _("Pause or go on"),
        "on": _("Next sheet"),
        "lost": lost,
    }
    return PAGE.format(
        language=current(),
        sheets=shown.sheets,
        looks="" if shown.has_looks else LOOKS.format(build=shown.build),
        mark=shown.mark,
        seconds=shown.seconds,
        zone=shown.zone,
        build=shown.build,
        **{key: escape(word) for key, word in words.items()},
    )
