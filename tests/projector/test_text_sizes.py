import pytest

from domain.projection_checks import FLOOR
from projector.rehearsal import looks
from projector.text_sizes import text_sizes


def sizes(css):
    return [(each.selector, each.units) for each in text_sizes(css)]


@pytest.mark.parametrize(
    ("css", "found"),
    [
        (".a { font-size: calc(2.4 * var(--u)); }", [(".a", 2.4)]),
        (".a { color: red; font-size:calc( 2 * var(--u) ) }", [(".a", 2.0)]),
        ("b { font: 500 calc(3 * var(--u)) / 1.2 sans-serif; }", [("b", 3.0)]),
        (".a,\n.b { font-size: calc(5 * var(--u)); }", [(".a, .b", 5.0)]),
        (
            "@media (x) { .a { font-size: calc(1.9 * var(--u)); } }",
            [(".a", 1.9)],
        ),
        (
            ".a { font-size: calc(3 * var(--u)); font-size: calc(2 * var(--u)); }",
            [(".a", 3.0), (".a", 2.0)],
        ),
        (".a { font-size: 12px; }", [(".a", None)]),
        (".a { font-size: 0.8em; }", [(".a", None)]),
        (".a { font-size: inherit; }", []),
        (".a { font-weight: 700; height: calc(1 * var(--u)); }", []),
        ("/* .a { font-size: 1px; } */", []),
        ('@font-face { font-family: "x"; font-weight: 200 800; }', []),
    ],
)
def test_the_size_of_each_rule_is_read(css, found):
    assert sizes(css) == found


def test_no_rule_of_the_projector_writes_smaller_than_the_floor():
    found = text_sizes(looks())
    assert len(found) > 30
    assert [each for each in found if each.units is None or each.units < FLOOR] == []
