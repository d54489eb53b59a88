"""How wide a text is in the interface's typeface, so that none is cut or overlaps."""

from collections.abc import Iterable
from functools import lru_cache

TYPEFACE = "Plus Jakarta Sans, sans-serif"

# Advance widths of U+0020 to U+007E in thousandths of the font size.
# Source: table hmtx of Plus Jakarta Sans at weight 600.
_ADVANCES = """
175 341 464 873 647 1022 774 289 351 351 520 642 328 566 347 481
716 392 598 611 646 615 601 554 631 601 347 367 642 642 642 555
928 692 692 777 741 601 584 813 734 272 390 671 539 874 739 878
646 878 654 647 532 712 682 1008 640 648 576 382 481 382 642 641
372 578 670 606 670 613 402 655 586 245 245 567 245 919 586 653
670 670 362 512 405 586 550 855 535 569 471 371 363 371 642
"""
_WIDTH_OF = {chr(32 + at): int(width) for at, width in enumerate(_ADVANCES.split())}
_OTHER = 640  # an en dash, and more than any accented letter


@lru_cache(maxsize=4096)
def text_width(text: str, size: float) -> float:
    """Return the width of a text in pixels, set semibold at a size in pixels."""
    return sum(_WIDTH_OF.get(letter, _OTHER) for letter in text) * size / 1000


def widest(texts: Iterable[str], size: float) -> int:
    """Return the width of the widest text in whole pixels; 0 without any."""
    return round(max((text_width(text, size) for text in texts), default=0))
