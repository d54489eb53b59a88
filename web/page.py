"""The page that carries every screen, in the visitor's language.

It loads Streamlit's scripts as Streamlit's own page does, but names our typeface, icon
and language, asks for the first chart's scripts at once, and settles theme and
connection (`static/boot.js`) before Streamlit starts. What has the keyboard's focus
shows it: Streamlit draws no ring around its links and small buttons.
"""

import html
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

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
PREPARING = Bilingual("Menyiapkan dokumen…", "Preparing the document…")
LOST = Bilingual(
    "Server tidak menjawab. Coba lagi sebentar.",
    "The server does not answer. Please try again in a moment.",
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
    <script src="./{live}" defer fetchpriority="low"></script>
    <script src="./{exports}" defer fetchpriority="low" data-preparing="{preparing}"
      data-lost="{lost}"></script>
    {tags}
    <style>
      @media screen {{
        html {{ background: {light_paper}; }}
        html[data-tema="gelap"] {{ background: {dark_paper}; }}
      }}
      #root :is(a, button, summary, main, [tabindex="0"]):focus-visible {{
        outline: 2px solid currentcolor; outline-offset: 2px;
      }}
      #root :is(:focus-visible, :has(:focus-visible)) {{ opacity: 1 !important; }}
      #root main:focus-visible {{ outline-offset: -2px; }}
      #first-answer {{
        position: fixed; inset: 3.75rem 0 0; z-index: 1; overflow: hidden;
        padding: 4.75rem max(1rem, 5.5vw); line-height: 1.6;
        background: {light_paper}; color: {light_ink}; font-family: {typeface};
      }}
      #first-answer b {{ display: block; font-size: 1.64rem; line-height: 1.2; }}
      #first-answer p {{ max-width: 52rem; margin: 0.5rem 0; font-size: 0.94rem; }}
      html[data-tema="gelap"] #first-answer {{
        background: {dark_paper}; color: {dark_ink};
      }}
      #root .st-key-live {{ display: none; }}
      #export-note:not(:empty) {{
        position: fixed; inset: auto auto 1rem 1rem; z-index: 1001;
        max-width: min(30rem, 80vw); padding: 0.6rem 1rem; border-radius: 0.5rem;
        background: {light_ink}; color: {light_paper}; font: 0.94rem {typeface};
      }}
      html[data-tema="gelap"] #export-note {{
        background: {dark_ink}; color: {dark_paper};
      }}
      html[data-news] #root .st-key-live {{
        display: flex; position: fixed; inset: auto 1rem 1rem auto; width: auto;
        z-index: 1000;
      }}
    </style>
    {hints}
  </head>
  <body>
    <noscript><p>{no_script}</p></noscript>
    <div id="root"></div>{answer}
  </body>
</html>
"""


ANSWER = """
    <div id="first-answer"><b>{title}</b><p>{sentence}</p></div>
    <script src="./{script}"></script>"""

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
        themes: Theme options that the first paint shows, by `light` and `dark`.
    """

    tags: Sequence[str]
    hints: Sequence[str]
    boot: str
    live: str
    exports: str
    first_answer: str
    themes: Mapping[str, Mapping[str, str]]


def render(
    head: Head, language: Language, answer: tuple[str, str] | None = None
) -> str:
    """Return the page in one language.

    Args:
        head: What it names.
        language: Its language.
        answer: Title and sentence that stand there until the page says them itself.
    """
    return PAGE.format(
        language=language,
        title=TITLE,
        description=html.escape(DESCRIPTION.to(language)),
        themes=json.dumps(head.themes).replace("<", "\\u003c"),
        boot=head.boot,
        live=head.live,
        exports=head.exports,
        preparing=PREPARING.to(language),
        lost=LOST.to(language),
        tags="\n    ".join(head.tags),
        light_paper=head.themes["light"]["backgroundColor"],
        dark_paper=head.themes["dark"]["backgroundColor"],
        hints="\n    ".join(map(_hint, head.hints)),
        no_script=NO_SCRIPT.to(language),
        light_ink=head.themes["light"]["textColor"],
        dark_ink=head.themes["dark"]["textColor"],
        typeface=head.themes["light"]["bodyFont"],
        answer=_answer(head, *answer) if answer else "",
    )


def _answer(head: Head, title: str, sentence: str) -> str:
    return ANSWER.format(
        title=html.escape(title),
        sentence=html.escape(sentence),
        script=head.first_answer,
    )


def _hint(file: str) -> str:
    return HINTS[PurePosixPath(file).suffix].format(file=file)
