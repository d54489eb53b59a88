"""What the database gives as the source of a figure that our own staff recorded."""

from typing import Any

from domain.provenance import Confidence

WITHOUT_MINUTES = "Catatan staf KPU, belum ada berita acara"
"""Source of a figure that no signed minutes stand behind yet."""


def source_of(minutes_number: str | None) -> dict[str, Any]:
    """Return source and confidence of a figure of our staff.

    Signed minutes verify it. Without them the figure is known and the document behind
    it is not, which is what "partial" says of any figure.
    """
    if minutes_number is None:
        return {"source": WITHOUT_MINUTES, "confidence": Confidence.PARTIAL}
    return {
        "source": f"Berita acara {minutes_number}",
        "confidence": Confidence.VERIFIED,
    }
