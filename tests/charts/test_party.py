from charts.palette import DARK, LIGHT, CellKind
from charts.party import Bullet, bullets, ladder
from tests.charts.builders import read, rows_of, value_of


def bullet(members, kind=CellKind.ELIGIBLE, required=200):
    return Bullet(
        name="Kota Bima",
        kind=kind,
        members=members,
        required=required,
        summary="119 dari 112 yang diperlukan",
        brief="119/112",
    )


def only_bullet(*facts):
    (row,) = rows_of(bullets([bullet(*facts)], theme=LIGHT), "bullet")
    return row


def test_the_ladder_puts_first_what_is_decided_and_last_what_is_lost():
    cells = [
        CellKind.INELIGIBLE,
        CellKind.UNREPORTED,
        CellKind.ELIGIBLE,
        CellKind.CORRECTABLE,
        CellKind.CARRIED,
    ]
    boxes = rows_of(ladder(cells, 4, "perlu 4", theme=LIGHT), "box")
    looks = [box["look"] for box in boxes]
    assert looks == ["MS", "carried", "BMS", "unreported", "TMS"]


def test_the_tick_stands_after_the_required_boxes():
    spec = ladder([CellKind.ELIGIBLE] * 10, 8, "perlu 8", theme=LIGHT)
    (tick,) = rows_of(spec, "tick")
    assert (tick["at"], tick["text"]) == (8, "perlu 8")
    assert value_of(spec, "boxes") == 10


def test_the_tick_leaves_room_for_more_than_is_required():
    assert only_bullet(200)["share"] == 0.8
    assert only_bullet(0)["share"] == 0


def test_a_bar_ends_with_its_track():
    assert only_bullet(900)["share"] == 1


def test_what_is_not_decided_has_no_bar():
    assert "share" not in only_bullet(None, CellKind.UNREPORTED)


def test_every_bullet_can_be_drawn_in_both_themes_and_on_a_phone():
    rows = [bullet(50, kind) for kind in CellKind] + [bullet(None)]
    for theme in (LIGHT, DARK):
        spec = bullets(rows, theme=theme)
        assert "119 dari 112 yang diperlukan" in read(spec, 900)
        assert "119/112" in read(spec, 358)
