"""The components of the self-assessment, as the database and the facts hold them."""

from collections.abc import Mapping
from typing import Any

from domain.bilingual import Bilingual
from domain.integrity_assessment import Aspect, Component
from domain.provenance import Provenance


def component_of(values: Mapping[str, Any]) -> Component:
    """Return an area of change or a result from the values of its row."""
    weights = {aspect: values[f"{aspect}_weight"] for aspect in Aspect}
    return Component(
        code=values["code"],
        name=Bilingual(values["name_indonesian"], values["name_english"]),
        short_name=Bilingual(
            values["short_name_indonesian"], values["short_name_english"]
        ),
        weights={
            each: weight for each, weight in weights.items() if weight is not None
        },
        article=values["article"],
        provenance=Provenance(
            source=values["source"],
            confidence=values["confidence"],
            note=values["note"],
        ),
    )
