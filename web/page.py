"""The page that carries every screen, in the visitor's language.

It loads Streamlit's scripts as Streamlit's own page does, but names our typeface, icon
and language, asks for the first chart's scripts at once, and settles theme and
connection (`static/boot.js`) before Streamlit starts. What has the keyboard's focus
shows it: Streamlit draws no ring around its links and small buttons. In the dark, what
is chosen is written in the colour of links, for Streamlit takes the ground of buttons.
What cannot be chosen, such as a day of another month, stays readable. Where the system
forces its colours, what is chosen keeps a ground.
"""

import html
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeAlias

from domain.bilingual import Bilingual, Language
from web.first_answer import Said

Words: TypeAlias = Mapping[str, Mapping[str, str]]
"""Streamlit's own words in Indonesian: by CSS selector of the part, then by English."""

TITLE = "Pantau Tahapan"
DESCRIPTION = Bilingual(
    "Tahapan Pemilu dan verifikasi partai politik di Nusa Tenggara Barat, per hari,"
    " dengan sumber setiap angka.",
    "Election stages and party verification in West Nusa Tenggara, as of any day, with"
    " the source of every figure.",
)
NO_SCRIPT = Bilingual(
    "Halaman ini memerlukan JavaScript. Aktifkan JavaScript di peramban, lalu muat"
    " ulang halaman.",
    "This page needs JavaScript. Switch it on in your browser, then load the page"
    " again.",
)
PREPARING = Bilingual("Menyiapkan dokumen…", "Preparing the document…")
LOST = Bilingual(
    "Server tidak menjawab. Coba lagi sebentar.",
    "The server does not answer. Please try again in a moment.",
)
COPIED = Bilingual(
    "Alamat disalin; tempelkan di aplikasi kalender untuk berlangganan:",
    "Address copied; paste it into a calendar program to subscribe:",
)
SUBSCRIBE = Bilingual(
    "Untuk berlangganan, masukkan alamat ini di aplikasi kalender:",
    "To subscribe, enter this address in a calendar program:",
)

PAGE = """<!DOCTYPE html>
<html lang="{language}">
  <head>
    <meta charset="UTF-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{title}</title>
    <meta name="description" content="{description}">
    <link rel="icon" href="./app/static/icon.png">
    <script type="application/json" id="themes">{themes}</script>
    <script src="./{boot}"></script>
    <script type="application/json" id="words">{words}</script>
    {app}
    <style>
      @media screen {{
        html {{ background: {light_paper}; }}
        html[data-tema="gelap"] {{ background: {dark_paper}; }}
      }}
      #root :is(a, button, summary, main, textarea, [tabindex="0"]):focus-visible {{
        outline: 2px solid currentcolor; outline-offset: 2px;
      }}
      #root :is(:focus-visible, :has(:focus-visible)) {{ opacity: 1 !important; }}
      #root main:focus-visible {{ outline-offset: -2px; }}
      html[data-tema="gelap"] #root :is([aria-checked="true"], [aria-pressed="true"],
          [aria-selected="true"], [kind="tertiary"]:is(:hover, :focus-visible)) {{
        color: {dark_link} !important;
      }}
      :is(#root button:disabled :is(p, kbd),
          [data-testid="stDateInputCalendar"] [aria-disabled="true"]) {{
        color: color-mix(in srgb, {light_ink} 65%, transparent); opacity: 1;
      }}
      html[data-tema="gelap"] :is(#root button:disabled :is(p, kbd),
          [data-testid="stDateInputCalendar"] [aria-disabled="true"]) {{
        color: color-mix(in srgb, {dark_ink} 65%, transparent);
      }}
      @media (forced-colors: active) {{
        #root :is([aria-checked="true"], [aria-pressed="true"],
            [aria-selected="true"]) {{
          forced-color-adjust: none; background: Highlight !important;
          color: HighlightText !important;
        }}
        :focus-visible {{ outline: 3px solid Highlight !important; }}
        #root header img {{
          forced-color-adjust: none; background: {light_paper};
        }}
        html[data-tema="gelap"] #root header img {{ background: {dark_paper}; }}
      }}
      #export-note:not(:empty) {{
        position: fixed; inset: auto auto 1rem 1rem; z-index: 1001;
        max-width: min(30rem, 80vw); padding: 0.6rem 1rem; border-radius: 0.5rem;
        background: {light_ink}; color: {light_paper}; font: 0.94rem {typeface};
      }}
      html[data-tema="gelap"] #export-note {{
        background: {dark_ink}; color: {dark_paper};
      }}
      #root [class*="st-key-live-"] {{ display: none; }}
      html[data-news] #root [class*="st-key-live-"] {{
        display: flex; position: fixed; inset: auto 1rem 1rem auto; width: auto;
        z-index: 1000;
      }}
    </style>{style}
    {fonts}
  </head>
  <body>
    <noscript><p>{no_script}</p></noscript>
    <div id="root"></div>{answer}
  </body>
</html>
"""


HELPERS = """<script src="./{translating}" defer></script>
    <script src="./{live}" defer fetchpriority="low"></script>
    <script src="./{exports}" defer fetchpriority="low" data-preparing="{preparing}"
      data-lost="{lost}" data-copied="{copied}"
      data-subscribe="{subscribe}"></script>"""

ANSWER = """
    <div id="first-answer" class="copy">{content}</div>
    <script src="./{script}"></script>"""

OURS, FONT = "app/static/", ".woff2"

STYLE = "\n    <style>{style}</style>"

HINTS = {
    ".js": '<link rel="modulepreload" crossorigin href="./{file}">',
    ".css": '<link rel="preload" as="style" crossorigin href="./{file}">',
    ".woff2": '<link rel="preload" as="font" crossorigin href="./{file}">',
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a page names besides its words; every address is relative to the page.

    Attributes:
        tags: The tags that load Streamlit's scripts and styles.
        hints: Files that the first chart will need.
        boot: The script that runs first.
        live: The script that keeps the screen up to date.
        exports: The script that saves documents.
        first_answer: The script that takes the first answer away.
        translating: The script that says Streamlit's own words in Indonesian.
        words: Those words.
        themes: Theme options that the first paint shows, by `light` and `dark`.
    """

    tags: Sequence[str]
    hints: Sequence[str]
    boot: str
    live: str
    exports: str
    first_answer: str
    translating: str
    words: Words
    themes: Mapping[str, Mapping[str, str]]


def render(head: Head, language: Language, answer: Said | None = None) -> str:
    """Return the page in one language.

    Args:
        head: What it names.
        language: Its language.
        answer: What stands there until the page says it itself.
    """
    fonts = [file for file in head.hints if _is_typeface(file)]
    return PAGE.format(
        language=language,
        title=TITLE,
        description=html.escape(DESCRIPTION.to(language)),
        themes=_json(head.themes),
        words=_json(head.words),
        boot=head.boot,
        app=_app(head, language, is_held_back=answer is not None),
        light_paper=head.themes["light"]["backgroundColor"],
        dark_paper=head.themes["dark"]["backgroundColor"],
        fonts="\n    ".join(map(_hint, fonts)),
        no_script=NO_SCRIPT.to(language),
        light_ink=head.themes["light"]["textColor"],
        dark_ink=head.themes["dark"]["textColor"],
        typeface=head.themes["light"]["bodyFont"],
        dark_link=head.themes["dark"]["linkColor"],
        style=STYLE.format(style=answer.style) if answer else "",
        answer=_answer(head, answer) if answer else "",
    )


def _json(values: Mapping[str, Mapping[str, str]]) -> str:
    return json.dumps(values, ensure_ascii=False).replace("<", "\\u003c")


def _app(head: Head, language: Language, *, is_held_back: bool) -> str:
    """Return the tags that load the app; held back, a script of ours puts them in.

    The app would take line and processor before the first answer is painted.
    """
    files = [file for file in head.hints if not _is_typeface(file)]
    ours = HELPERS.format(
        translating=head.translating,
        live=head.live,
        exports=head.exports,
        preparing=PREPARING.to(language),
        lost=LOST.to(language),
        copied=COPIED.to(language),
        subscribe=SUBSCRIBE.to(language),
    )
    tags = "\n    ".join([ours, *head.tags, *map(_hint, files)])
    return f'<template id="app">{tags}</template>' if is_held_back else tags


def _is_typeface(file: str) -> bool:
    """Return whether text is set in it; the icons are of the app alone."""
    return file.startswith(OURS) and PurePosixPath(file).suffix == FONT


def _answer(head: Head, answer: Said) -> str:
    return ANSWER.format(content=answer.content, script=head.first_answer)


def _hint(file: str) -> str:
    return HINTS[PurePosixPath(file).suffix].format(file=file)
