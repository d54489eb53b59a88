"""Answers with our page wherever Streamlit would answer with its own."""

import json
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import parse_qs

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from domain.bilingual import Language, language_of
from domain.session import token_in
from web import assets, frontend, icons, page
from web.addresses import OWN_PAGES, PUBLIC_VIEWS
from web.content import Coding, Content, Effort, compress, tag_of
from web.first_answer import Asked, FirstAnswer, Said

# What the first paint of our pages needs, by the names of Streamlit's source files.
FIRST_PAINT = (
    "elements/ArrowVegaLiteChart/ArrowVegaLiteChart.tsx",
    "elements/Metric/Metric.tsx",
    "widgets/Button/Button.tsx",
)
KEPT = 12  # pages with a first answer: those of one revision, and a few other days
TYPEFACE = "app/static/plus-jakarta-sans-latin-wght-normal.woff2"
FIRST_PAINT_OPTIONS = (
    "backgroundColor",
    "secondaryBackgroundColor",
    "textColor",
    "linkColor",
)


def head(words: page.Words) -> page.Head:
    """Return what each page names: Streamlit's files, and ours."""
    theirs = frontend.folder()
    tags = frontend.tags((theirs / "index.html").read_text("utf-8"))
    manifest = json.loads((theirs / "manifest.json").read_text("utf-8"))
    needed = frontend.files_of(FIRST_PAINT, manifest)
    symbols = icons.typeface().relative_to(theirs).as_posix()
    return page.Head(
        tags=tags,
        hints=[
            TYPEFACE,
            symbols,
            *(file for file in needed if file not in "".join(tags)),
        ],
        boot=_script("boot.js"),
        live=_script("live.js"),
        exports=_script("exports.js"),
        first_answer=_script("first_answer.js"),
        translating=_script("words.js"),
        words=words,
        themes={name: theme(name) for name in ("light", "dark")},
    )


def theme(name: str) -> dict[str, str]:
    """Return what the first paint shows of a theme in `.streamlit/config.toml`."""
    colours = {
        option: st.get_option(f"theme.{name}.{option}")
        for option in FIRST_PAINT_OPTIONS
    }
    return {"bodyFont": st.get_option("theme.font"), **colours}


def language(query: bytes) -> Language:
    """Return the language that a query string asks for; Indonesian for any other."""
    asked = parse_qs(query.decode("latin-1")).get("bahasa", [""])[-1]
    return language_of(asked)


def content(text: str, effort: Effort = Effort.MOST) -> Content:
    """Return a page ready to be sent, to be asked for again on each visit."""
    plain = text.encode()
    bodies: Mapping[Coding | None, bytes] = {
        None: plain,
        **{coding: compress(plain, coding, effort) for coding in Coding},
    }
    return Content(
        body=bodies.__getitem__,
        codings=list(Coding),
        media_type="text/html",
        cache_control="no-cache",
        tag=tag_of(plain),
    )


class FrontPage:
    """Sends our page in place of Streamlit's; lets every other response through."""

    def __init__(
        self,
        app: ASGIApp,
        answer: FirstAnswer | None = None,
        words: page.Words | None = None,
    ) -> None:
        self._app = app
        self._answer = answer
        ours = head(words or {})

        @lru_cache(maxsize=KEPT)
        def made(spoken: Language, said: Said | None) -> Content:
            # A page that says something is of one day and one revision, and waited for.
            effort = Effort.LITTLE if said else Effort.MOST
            return content(page.render(ours, spoken, said), effort)

        self._made = made
        for spoken in Language:
            made(spoken, None)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and look at what comes back."""
        if not _may_be_a_page(scope):
            await self._app(scope, receive, send)
            return
        replaced = False

        async def send_ours(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start" and _is_a_page(message):
                replaced = True
                ours = await self._page(scope)
                await ours.answer(Headers(scope=scope))(scope, receive, send)
            elif not replaced:
                await send(message)

        await self._app(scope, receive, send_ours)

    async def _page(self, scope: Scope) -> Content:
        query = scope["query_string"]
        said = None
        if self._answer and scope["path"] in PUBLIC_VIEWS:
            said = await self._answer.said(_asked(scope))
        if said is None:
            return self._made(language(query), None)
        return await run_in_threadpool(self._made, language(query), said)


def _asked(scope: Scope) -> Asked:
    is_signed_in = bool(token_in(Request(scope).cookies))
    return Asked(scope["path"], scope["query_string"].decode("latin-1"), is_signed_in)


def _script(name: str) -> str:
    """Return the address of a script of ours, another one for another content."""
    return f"app/static/{name}?{tag_of((assets.OURS / name).read_bytes())}"


def _may_be_a_page(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["path"] in OWN_PAGES:
        return False
    return scope["method"] in {"GET", "HEAD"}


def _is_a_page(response: Message) -> bool:
    kind = Headers(raw=response["headers"]).get("content-type", "")
    return response["status"] == 200 and kind.startswith("text/html")
