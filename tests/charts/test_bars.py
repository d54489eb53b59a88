from charts.bars import Bar, bars
from charts.palette import LIGHT, CellKind
from tests.charts.builders import rows_of


def test_a_bar_has_a_tick_at_each_thing_that_is_asked():
    total = Bar(
        name="Total",
        kind=CellKind.CORRECTABLE,
        share=0.7659375,
        needs=(0.75, 0.85),
        summary="76,59",
        brief="76,59",
    )
    spec = bars([total], theme=LIGHT)
    (row,) = rows_of(spec, "bullet")
    assert (row["share"], row["label"]) == (0.7659, "Total: 76,59")
    assert [each["at"] for each in rows_of(spec, "need")] == [0.75, 0.85]


def test_an_unknown_bar_has_no_share():
    unknown = Bar(
        name="IPAK",
        kind=CellKind.UNREPORTED,
        share=None,
        needs=(),
        summary="–",
        brief="–",
    )
    spec = bars([unknown], theme=LIGHT)
    assert "share" not in rows_of(spec, "bullet")[0]
    assert rows_of(spec, "need") == []
