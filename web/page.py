"""The page that carries every screen, in the visitor's language.

It loads Streamlit's scripts as Streamlit's own page does, but names our typeface, icon
and language, asks for the first chart's scripts at once, and settles theme and
connection (`static/boot.js`) before Streamlit starts.
"""

import html
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from domain.bilingual import Bilingual, Language

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
    <style>
      @media screen {{
        html {{ background: {light_paper}; }}
        html[data-tema="gelap"] {{ background: {dark_paper}; }}
      }}
    </style>
    {tags}
    <link rel="preload" href="./{font}" as="font" type="font/woff2" crossorigin>
    {hints}
  </head>
  <body>
    <noscript><p>{no_script}</p></noscript>
    <div id="root"></div>
  </body>
</html>
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a page names besides its words.

    Attributes:
        tags: The tags that load Streamlit's scripts and styles.
        hints: Files that the first chart will need, relative to the page.
        boot: The script that runs first, relative to the page.
        font: The typeface's file, relative to the page.
        light: Options of the light theme that the first paint shows.
        dark: The same of the dark theme.
    """

    tags: Sequence[str]
    hints: Sequence[str]
    boot: str
    font: str
    light: Mapping[str, str]
    dark: Mapping[str, str]


def render(head: Head, language: Language) -> str:
    """Return the page in one language."""
    themes = json.dumps({"light": head.light, "dark": head.dark})
    return PAGE.format(
        language=language,
        title=TITLE,
        description=html.escape(DESCRIPTION.to(language)),
        themes=themes.replace("<", "\\u003c"),
        boot=head.boot,
        light_paper=head.light["backgroundColor"],
        dark_paper=head.dark["backgroundColor"],
        tags="\n    ".join(head.tags),
        font=head.font,
        hints="\n    ".join(map(_hint, head.hints)),
        no_script=NO_SCRIPT.to(language),
    )


def theme(name: str) -> dict[str, str]:
    """Return what the first paint shows of a theme in `.streamlit/config.toml`."""
    colours = ("backgroundColor", "secondaryBackgroundColor", "textColor")
    return {
        "bodyFont": st.get_option("theme.font"),
        **{option: st.get_option(f"theme.{name}.{option}") for option in colours},
    }


def _hint(file: str) -> str:
    if file.endswith(".css"):
        return f'<link rel="preload" as="style" crossorigin href="./{file}">'
    return f'<link rel="modulepreload" crossorigin href="./{file}">'
