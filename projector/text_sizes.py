"""The sizes of text that the projector's style sheet sets.

It writes each as a multiple of one unit, a hundredth of the screen's height on all but
narrow screens: `calc(2.3 * var(--u))`.
"""

import re
from collections.abc import Iterator

from domain.projection import TextSize

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
FONT = re.compile(r"(?:^|;)\s*font(?:-size)?\s*:([^;]*)")
UNITS = re.compile(r"calc\(\s*([\d.]+)\s*\*\s*var\(--u\)\s*\)")
INHERITED = "inherit"


def text_sizes(css: str) -> tuple[TextSize, ...]:
    """Return the size of each rule that sets one, those in media queries too.

    A size in any other form, such as `1rem`, has no units: nobody knows how large it
    is in a hall.
    """
    return tuple(_sizes(COMMENT.sub("", css)))


def _sizes(css: str) -> Iterator[TextSize]:
    for selector, declarations in RULE.findall(css):
        if selector.strip().startswith("@font-face"):
            continue
        for value in FONT.findall(declarations):
            if value.strip() == INHERITED:
                continue
            found = UNITS.search(value)
            units = float(found[1]) if found else None
            yield TextSize(selector=" ".join(selector.split()), units=units)
