import pytest

from charts.integrity_survey import ElementBar, element_bars
from charts.palette import DARK, LIGHT, CellKind

BOUNDS = {"A": 3.5324, "B": 3.0644, "C": 2.6}


def bar(name, average, kind):
    return ElementBar(name=name, average=average, kind=kind, words=f"{average} B")


def rows(spec, kind):
    values = spec["layer"][0]["data"]["values"]
    return [each for each in values if each["kind"] == kind]


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_bar_is_as_long_as_its_average_on_the_scale_of_1_to_4(theme):
    told = [
        bar("Biaya/tarif", 4.0, CellKind.ELIGIBLE),
        bar("Prosedur", 1.0, CellKind.INELIGIBLE),
        bar("Persyaratan", 2.5, CellKind.CORRECTABLE),
    ]
    spec = element_bars(told, BOUNDS, theme=theme)
    assert [each["share"] for each in rows(spec, "element")] == [1.0, 0.0, 0.5]
    assert [each["look"] for each in rows(spec, "element")] == ["MS", "TMS", "BMS"]
    assert rows(spec, "element")[0]["label"] == "Biaya/tarif: 4.0 B"
    bounds = [(each["text"], each["share"]) for each in rows(spec, "bound")]
    assert bounds == [("A", 0.8441), ("B", 0.6881), ("C", 0.5333)]


def test_without_a_round_nothing_is_drawn():
    spec = element_bars([], {}, theme=LIGHT)
    assert rows(spec, "element") == []
