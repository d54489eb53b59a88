"""The look of the pages around signing in: plain HTML, no script."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from urllib.parse import urlencode

import streamlit as st
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse

from domain.bilingual import Bilingual, Language
from web import front_page
from web import sign_in_words as words
from web.addresses import START, local
from web.forms import SEAL

THEMES = {"terang": "light", "gelap": "dark"}
COLOURS = {
    "paper": "backgroundColor",
    "field": "secondaryBackgroundColor",
    "ink": "textColor",
    "line": "borderColor",
    "accent": "primaryColor",
}

PAGE = """<!DOCTYPE html>
<html lang="{language}">
  <head>
    <meta charset="UTF-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <meta name="color-scheme" content="{scheme}">
    <title>{title} · Pantau Tahapan</title>
    <link rel="icon" href="/app/static/icon.png">
    <style>{style}</style>
  </head>
  <body>
    <main>
      <a href="{start}">{logo}</a>
      <h1>{title}</h1>
      {content}
    </main>
  </body>
</html>
"""

STYLE = """
@font-face {
  font-family: "Plus Jakarta Sans"; font-weight: 200 800; font-display: swap;
  src: url("/app/static/plus-jakarta-sans-latin-wght-normal.woff2") format("woff2");
}
body { font: 1rem/1.5 "Plus Jakarta Sans", sans-serif; margin: 0;
  background: var(--paper); color: var(--ink); }
main { max-width: 24rem; margin: 0 auto; padding: 10vh 1rem 2rem; }
img { height: 2rem; }
h1 { font-size: 1.75rem; font-weight: 700; line-height: 1.2; margin: 1.5rem 0 0.5rem; }
p { margin: 0.5rem 0 1rem; }
a { color: inherit; }
label { display: block; font-weight: 600; margin: 1rem 0 0.25rem; }
input, button, .button { font: inherit; box-sizing: border-box; width: 100%;
  padding: 0.625rem 0.75rem; border: 1px solid var(--line); border-radius: 0.5rem; }
input { background: var(--field); color: inherit; }
button, .button { margin-top: 1.25rem; font-weight: 600; cursor: pointer;
  background: var(--accent); color: #fff; border-color: var(--accent); }
button.plain { background: var(--paper); color: var(--ink); border-color: var(--line); }
.button { display: block; text-align: center; text-decoration: none; }
hr { margin: 2rem 0 1rem; border: 0; border-top: 1px solid var(--line); }
small { display: block; margin-top: 0.25rem; }
blockquote { margin: 1rem 0; font-size: 1.25rem; font-weight: 600; line-height: 1.35;
  padding-left: 1rem; border-left: 4px solid var(--accent); }
.choices { display: grid; grid-template-columns: 1fr 1fr; gap: 0.5rem;
  margin-bottom: 1rem; }
.choices button { margin: 0; min-height: 3.5rem; line-height: 1.2; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
[role=alert] { border-left: 4px solid var(--accent); background: var(--field);
  padding: 0.75rem 1rem; border-radius: 0 0.5rem 0.5rem 0; overflow-wrap: anywhere; }
"""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form.

    Attributes:
        name: Its name in the form.
        label: What stands above it.
        purpose: What a password manager puts there, as in `autocomplete`.
        hint: What stands below it.
        value: What stands in it at first.
    """

    name: str
    label: Bilingual
    purpose: str
    hint: Bilingual | None = None
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form with one button.

    Attributes:
        to: Address that it is sent to.
        seal: What shows that it is ours.
        button: What the button says.
        fields: Its fields.
        is_plain: Whether another button of the page matters more.
    """

    to: str
    seal: str
    button: Bilingual
    fields: Sequence[Field] = ()
    is_plain: bool = False


class Look:
    """A page in the language and the light that its address asks for.

    Args:
        request: What was asked.
        query: Query to go by, where it is another than the request's own.
    """

    def __init__(self, request: Request, query: str | None = None) -> None:
        query = request.url.query if query is None else query
        asked = QueryParams(query)
        self.language: Language = front_page.language(query.encode())
        self.theme = THEMES.get(asked.get("tema", ""))
        self.next = local(asked.get("next", START))
        self._asked = {
            part: asked[part] for part in ("bahasa", "tema") if part in asked
        }

    def to(self, path: str) -> str:
        """Return an address of ours that keeps language, light and what comes next."""
        kept = dict(self._asked)
        if self.next != START:
            kept["next"] = self.next
        return f"{path}?{urlencode(kept)}" if kept else path

    def say(self, words: Bilingual, **values: str) -> str:
        """Return words in the page's language, safe to stand in HTML."""
        return escape(words.to(self.language).format(**values))

    def page(
        self,
        title: Bilingual,
        *content: str,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> HTMLResponse:
        """Return a page of pieces of HTML, which no browser keeps."""
        start = f"{START}?{urlencode(self._asked)}" if self._asked else START
        text = PAGE.format(
            language=self.language,
            scheme=self.theme or "light dark",
            title=self.say(title),
            style=_style(self.theme),
            start=escape(start),
            logo=_logo(self.theme),
            content="\n      ".join(content),
        )
        kept = {"Cache-Control": "no-store", **(headers or {})}
        return HTMLResponse(text, status_code=status, headers=kept)

    def alert(self, words: Bilingual, **values: str) -> str:
        """Return a notice that a screen reader says at once."""
        return f'<p role="alert">{self.say(words, **values)}</p>'

    def text(self, words: Bilingual, **values: str) -> str:
        """Return a paragraph."""
        return f"<p>{self.say(words, **values)}</p>"

    def link(self, path: str, words: Bilingual) -> str:
        """Return a link to an address, as a paragraph."""
        return f'<p><a href="{escape(path)}">{self.say(words)}</a></p>'

    def button(self, path: str, words: Bilingual) -> str:
        """Return a link to an address, in the shape of a button."""
        return f'<a class="button" href="{escape(path)}">{self.say(words)}</a>'

    def form(self, form: Form) -> str:
        """Return a form."""
        kind = ' class="plain"' if form.is_plain else ""
        # Where another button matters more, nobody is led past it.
        own = () if form.is_plain else form.fields
        empty = next((field for field in own if not field.value), None)
        fields = "".join(
            self._field(field, is_next=field is empty) for field in form.fields
        )
        return (
            f'<form method="post" action="{escape(self.to(form.to))}">'
            f'<input type="hidden" name="{SEAL}" value="{escape(form.seal)}">{fields}'
            f"<button{kind}>{self.say(form.button)}</button></form>"
        )

    def _field(self, field: Field, *, is_next: bool) -> str:
        kind = "text" if field.purpose == "username" else "password"
        focus = " autofocus" if is_next else ""
        described = f' aria-describedby="{field.name}-hint"' if field.hint else ""
        hint = (
            f'<small id="{field.name}-hint">{self.say(field.hint)}</small>'
            if field.hint
            else ""
        )
        return (
            f'<label for="{field.name}">{self.say(field.label)}</label>'
            f'<input id="{field.name}" name="{field.name}" type="{kind}" required'
            f' autocomplete="{field.purpose}" autocapitalize="none" spellcheck="false"'
            f' value="{escape(field.value)}"{focus}{described}>{hint}'
        )


def refused(look: Look, status: int) -> HTMLResponse:
    """Return the answer to a form that was not read."""
    return look.page(
        words.SIGN_IN,
        look.alert(words.FORM_REFUSED),
        look.link(look.next, words.BACK),
        status=status,
    )


def database_away(look: Look) -> HTMLResponse:
    """Return the answer while the database is away."""
    return look.page(
        words.SIGN_IN,
        look.alert(words.DATABASE_AWAY),
        look.link(look.next, words.BACK),
        status=503,
        headers={"Retry-After": "5"},
    )


@cache
def _style(theme: str | None) -> str:
    if theme:
        return f":root {{ {_colours(theme)} }}{STYLE}"
    dark = f"@media (prefers-color-scheme: dark) {{ :root {{ {_colours('dark')} }} }}"
    return f":root {{ {_colours('light')} }}\n{dark}{STYLE}"


def _colours(theme: str) -> str:
    values = {
        name: st.get_option(f"theme.{theme}.{option}")
        for name, option in COLOURS.items()
    }
    return " ".join(f"--{name}: {value};" for name, value in values.items())


def _logo(theme: str | None) -> str:
    image = f'<img src="/app/static/logo_{theme or "light"}.svg" alt="Pantau Tahapan">'
    if theme:
        return image
    dark = '<source media="(prefers-color-scheme: dark)"'
    return f'<picture>{dark} srcset="/app/static/logo_dark.svg">{image}</picture>'
