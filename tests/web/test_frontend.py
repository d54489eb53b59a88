import re

from web import frontend

PAGE = """<html><head>
<link rel="preload" href="./static/media/SourceSans.woff2" as="font" />
<script>window.prerenderReady = false</script>
<script type="module" crossorigin src="./static/js/index.A.js"></script>
<link rel="modulepreload" crossorigin href="./static/js/react.B.js">
<link rel="stylesheet" crossorigin href="./static/css/index.C.css">
</head></html>"""

MANIFEST = {
    "src/Chart/Chart.tsx": {"file": "js/Chart.js", "imports": ["_vega.js", "_d3.js"]},
    "src/Metric/Metric.tsx": {"file": "js/Metric.js", "imports": ["_d3.js"]},
    "_vega.js": {"file": "js/vega.js", "imports": ["_d3.js"], "css": ["css/vega.css"]},
    "_d3.js": {"file": "js/d3.js", "imports": ["_vega.js"]},
}


def test_the_tags_are_those_that_load_scripts_and_styles():
    assert frontend.tags(PAGE) == [
        '<script type="module" crossorigin src="./static/js/index.A.js"></script>',
        '<link rel="modulepreload" crossorigin href="./static/js/react.B.js">',
        '<link rel="stylesheet" crossorigin href="./static/css/index.C.css">',
    ]


def test_a_component_needs_its_file_and_all_that_it_imports():
    assert frontend.files_of(["Chart/Chart.tsx"], MANIFEST) == [
        "js/Chart.js",
        "js/vega.js",
        "css/vega.css",
        "js/d3.js",
    ]


def test_a_file_that_two_components_need_is_named_once():
    files = frontend.files_of(["Metric/Metric.tsx", "Chart/Chart.tsx"], MANIFEST)

    assert files == [
        "js/Metric.js",
        "js/d3.js",
        "js/vega.js",
        "css/vega.css",
        "js/Chart.js",
    ]


def test_a_component_of_another_streamlit_needs_nothing():
    assert frontend.files_of(["Gone/Gone.tsx"], MANIFEST) == []


def test_the_installed_page_runs_no_inline_script_that_ours_would_lack():
    page = (frontend.folder() / "index.html").read_text("utf-8")
    inline = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)

    assert [script.strip() for script in inline] == ["window.prerenderReady = false"]
