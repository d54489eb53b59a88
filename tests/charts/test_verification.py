import json

from charts.palette import DARK, LIGHT, CellKind
from charts.verification import GridColumn, grid
from tests.charts.builders import (
    BIMA,
    MATARAM,
    drawn,
    layers,
    party,
    read,
    rows_of,
    value_of,
)

TWO = (CellKind.ELIGIBLE, CellKind.CORRECTABLE)


def test_cells_stand_in_the_order_of_their_columns():
    spec = grid([party(cells=TWO)], [MATARAM, BIMA], theme=LIGHT)
    assert [(c["row"], c["col"], c["look"]) for c in rows_of(spec, "cell")] == [
        (0, 0, "MS"),
        (0, 1, "BMS"),
    ]


def test_a_click_on_a_cell_selects_party_and_kab_kota():
    spec = grid([party(cells=TWO)], [MATARAM, BIMA], theme=LIGHT)
    pick = next(param for param in spec["params"] if param["name"] == "pick")
    assert pick["select"]["fields"] == ["party", "region"]
    assert value_of(spec, "parties") == ["perindo"]
    assert value_of(spec, "regions") == ["52.71", "52.72"]


def test_the_chosen_cell_is_outlined_and_its_row_washed():
    rows = [party("gelora", TWO), party("perindo", TWO)]
    chosen = ("perindo", "52.72")
    spec = grid(rows, [MATARAM, BIMA], chosen, theme=LIGHT)
    assert [row["chosen"] for row in rows_of(spec, "party")] == [False, True]
    assert ["chosen" in c for c in rows_of(spec, "cell")] == [False, False, False, True]


def test_names_of_columns_are_set_on_two_lines():
    columns = [MATARAM, GridColumn(code="52.03", name="Kepulauan Nusa Tenggara Barat")]
    spec = grid([party(cells=TWO)], columns, theme=LIGHT)
    mataram, long = rows_of(spec, "column")
    assert (mataram["first"], mataram["second"]) == ("Kota", "Mataram")
    assert (long["first"], long["second"]) == ("Kepulauan Nusa", "Tenggara Barat")


def test_columns_without_room_for_names_are_numbered():
    columns = [GridColumn(code=str(at), name="Jakarta Selatan") for at in range(38)]
    cells = (CellKind.ELIGIBLE,) * 38
    picture = read(grid([party(cells=cells)], columns, theme=LIGHT), 1200)
    assert "38" in picture
    assert "Jakarta" not in picture


def test_every_kind_of_cell_can_be_drawn_in_both_themes():
    columns = [GridColumn(code=kind, name=kind) for kind in CellKind]
    for theme in (LIGHT, DARK):
        spec = grid([party(cells=tuple(CellKind))], columns, theme=theme)
        assert "gradient" in drawn(spec, 900)


def test_the_row_ends_with_its_result_in_three_lengths():
    spec = grid([party()], [MATARAM], theme=LIGHT)
    assert "7 dari 8 yang diperlukan" in read(spec, 1200)
    assert "7 dari 8" in read(spec, 800)
    assert "7 dari 8 – masih mungkin" in read(spec, 358)


def test_before_the_draw_no_room_is_left_for_numbers():
    without = grid([party()], [MATARAM], theme=LIGHT)
    numbered = grid([party(number="16")], [MATARAM], theme=LIGHT)
    assert value_of(numbered, "left") == value_of(without, "left") + 24


def test_many_parties_stand_closer():
    few = grid([party()] * 9, [MATARAM], theme=LIGHT)
    many = grid([party()] * 24, [MATARAM], theme=LIGHT)
    assert few["height"] == 50 + 9 * 54 + 2
    assert many["height"] == 50 + 24 * 48 + 2


def test_parties_keep_their_order_and_have_no_colour_of_their_own():
    rows = [party("zeta"), party("alfa")]
    spec = grid(rows, [MATARAM], theme=LIGHT)
    assert [row["party"] for row in rows_of(spec, "party")] == ["zeta", "alfa"]
    names = [
        layer["mark"]["color"]
        for layer in layers(spec)
        if layer.get("encoding", {}).get("text", {}).get("field") == "name"
    ]
    assert names == [LIGHT.ink]


def test_a_national_grid_stays_small():
    columns = [GridColumn(code=str(at), name="Provinsi") for at in range(38)]
    cells = (CellKind.ELIGIBLE,) * 38
    rows = [party(f"partai-{at}", cells) for at in range(24)]
    assert len(json.dumps(grid(rows, columns, theme=LIGHT))) < 120_000
