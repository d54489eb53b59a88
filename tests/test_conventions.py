import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
WRITES_HTML = {"ui/chips.py", "ui/controls.py", "ui/lines.py", "ui/live.py"}
TIMELESS = (
    "domain",
    "data_access",
    "reports",
    "charts",
    "projector",
    "exports",
    "ui",
    "pages",
)
FOREIGN = ("../" + "shared", "." + "library", "/work" + "/")


def tracked(*patterns):
    listed = subprocess.run(
        ["git", "ls-files", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return listed.stdout.split()


@pytest.mark.parametrize("file", tracked("dashboard.py", "pages/*.py", "ui/*.py"))
def test_html_is_written_only_where_every_word_is_escaped(file):
    code = (ROOT / file).read_text()
    assert "unsafe_allow" not in code
    if "st.html(" in code:
        assert file in WRITES_HTML
        assert "escape" in code or "chips.heading" in code


def test_the_project_names_no_path_outside_itself():
    texts = tracked("*.py", "*.md", "*.toml", "Makefile", ".ci/run")
    naming = [
        file
        for file in texts
        if any(path in (ROOT / file).read_text() for path in FOREIGN)
    ]
    assert naming == []


def test_only_the_clock_asks_the_time():
    asking = [
        file
        for file in tracked(*TIMELESS)
        if file.endswith(".py")
        and any(
            call in (ROOT / file).read_text()
            for call in ("datetime.now(", "date.today(", "time.time(")
        )
    ]
    assert asking == ["ui/clock.py"]
