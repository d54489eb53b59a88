"""Texts, numbers and days that somebody should not type, but will."""

from datetime import date

MARKUP = {
    "script": "<script>alert(1)</script>",
    "picture": "<img src=x onerror=alert(1)>",
    "link": "[klik](https://example.org) ![x](y)",
    "markdown": "**tebal** `x` $x$ :red[merah] | # ~~x~~",
}
"""Texts that a careless page would show as something else."""

READABLE = {
    **MARKUP,
    "sql": "'; DROP TABLE journal; --",
    "format": "%s %(x)s {0} {value} {{}}",
    "path": "../../etc/passwd",
    "formula": "=HYPERLINK(1)+cmd|' /C calc'!A0",
    "arabic digits": "١٢/٢٠٢٢",
    "fullwidth digits": "１２/２０２２",
    "cyrillic": "Рleno КРU",
    "combining": "e\u0301 a\u0308",
    "right to left": "محضر",
    "emoji": "\U0001f5f3 \U0001f1ee\U0001f1e9",
    "no such day": "29-02-2022",
}
"""Texts that may be meant: stored letter by letter."""

UNREADABLE = {
    "null": "berita\0acara",
    "escape": "berita\x1b[31macara",
    "turned": "berita\u202eacara",
    "mark": "berita\u200facara",
    "zero width": "berita\u200bacara",
    "joined": "berita\u2060acara",
    "soft hyphen": "berita\u00adacara",
    "byte order": "\ufeffberita acara",
    "line": "berita\u2028acara",
}
"""Texts with characters that nobody sees: refused."""

FEW = {name: UNREADABLE[name] for name in ("null", "turned", "zero width")}
"""Those of which one form after another is asked."""

HUGE = 2**53 - 1  # the largest whole number that a browser sends
NUMBERS = {"negative": -1, "very negative": -HUGE, "large": 10_000_001, "huge": HUGE}
DAYS = {
    "first": date(1, 1, 1),
    "old": date(1944, 12, 31),
    "far": date(2101, 1, 1),
    "last": date(9999, 12, 31),
}
"""Days that no field takes."""

SOON = date(2024, 2, 29)
"""A day that exists and lies after every day of recording."""
