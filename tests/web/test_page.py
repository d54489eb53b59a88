import json
import re

import pytest

from domain.bilingual import Language
from web import page
from web.first_answer import Said

HEAD = page.Head(
    tags=['<script type="module" src="./static/js/index.A.js"></script>'],
    hints=["static/js/vega.js", "static/css/vega.css", "app/static/face.woff2"],
    boot="app/static/boot.js?7f",
    live="app/static/live.js?a1",
    exports="app/static/exports.js?a1",
    first_answer="app/static/first_answer.js?b2",
    translating="app/static/words.js?c3",
    words={"[data-testid=a]": {"</script>": "Berkas"}},
    themes={
        "light": {
            "backgroundColor": "#FFFFFF",
            "textColor": "#0E1722",
            "bodyFont": "sans-serif",
        },
        "dark": {
            "backgroundColor": "#0F1720",
            "textColor": "#E9EEF3",
            "linkColor": "#8FC1EC",
        },
    },
)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.INDONESIAN, "Halaman ini memerlukan JavaScript"),
        (Language.ENGLISH, "This page needs JavaScript"),
    ],
)
def test_the_page_speaks_one_language(language, words):
    text = page.render(HEAD, language)

    assert f'<html lang="{language}">' in text
    assert words in text


def test_the_words_of_streamlit_are_handed_over_as_json():
    text = page.render(HEAD, Language.INDONESIAN)
    (words,) = re.findall(r'<script type="application/json" id="words">(.*?)</', text)
    assert json.loads(words) == HEAD.words
    assert text.index('id="words"') < text.index("words.js?c3")


def test_the_first_script_comes_before_those_of_streamlit():
    text = page.render(HEAD, Language.INDONESIAN)

    assert text.index("boot.js?7f") < text.index("index.A.js")


def test_no_script_of_the_page_is_inline():
    text = page.render(HEAD, Language.INDONESIAN)
    inline = [tag for tag in re.findall(r"<script[^>]*>", text) if "src=" not in tag]

    handed_over = '<script type="application/json" id="{}">'
    assert inline == [handed_over.format(name) for name in ("themes", "words")]


def test_the_first_script_can_read_the_themes():
    text = page.render(HEAD, Language.ENGLISH)
    found = re.search(r'id="themes">(.*?)</script>', text)

    assert found is not None
    assert json.loads(found[1]) == HEAD.themes


def test_each_kind_of_file_is_hinted_at_in_its_own_way():
    text = page.render(HEAD, Language.INDONESIAN)

    assert '<link rel="modulepreload" crossorigin href="./static/js/vega.js">' in text
    assert '<link rel="preload" as="style" crossorigin href="./static/css' in text
    assert '<link rel="preload" as="font" crossorigin href="./app/static/face' in text


def test_a_page_with_a_first_answer_paints_it_before_the_app_is_asked_for():
    said = Said(content="<b>Dua</b>", style=".copy{}")
    text = page.render(HEAD, Language.INDONESIAN, said)

    held_back = re.search(r'<template id="app">(.*?)</template>', text, re.DOTALL)
    assert held_back is not None
    assert "index.A.js" in held_back[1]
    assert "vega.js" in held_back[1]
    assert "words.js?c3" in held_back[1]
    assert text.count("index.A.js") == text.count("vega.js") == 1
    assert "face.woff2" not in held_back[1]
    assert text.index("<b>Dua</b>") < text.index("first_answer.js?b2")
