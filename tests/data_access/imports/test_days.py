from contextlib import suppress
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.imports.characters import RefusedCell
from data_access.imports.days import BEFORE_SERIAL_1, FIRST, LAST, MONTHS, day
from domain.importing import RefusalKind

DAYS = st.dates(FIRST, LAST)
STAKEHOLDER_DAY = date(2022, 9, 8)


def refusal(cell):
    with pytest.raises(RefusedCell) as refused:
        day(cell)
    return refused.value.kind


@given(DAYS, st.data())
def test_a_day_is_read_however_it_is_written(on, data):
    month = data.draw(st.sampled_from(MONTHS[on.month - 1]))
    serial = (on - BEFORE_SERIAL_1).days
    for written in (
        on,
        datetime.combine(on, time()),
        on.isoformat(),
        f"{on.day}/{on.month}/{on.year}",
        f"{on.day:02}-{on.month:02}-{on.year}",
        f"{on.day}.{on.month}.{on.year}",
        f"{on.day} {month} {on.year}",
        f"{on.day:02}-{month.upper()}-{on.year}",
        f" {month.title()} {on.day}, {on.year} ",
        serial,
        float(serial),
        str(serial),
    ):
        assert day(written) == on


def test_days_are_read_day_first_as_indonesia_writes_them():
    assert day("08/09/2022") == STAKEHOLDER_DAY


@given(st.text() | st.floats())
def test_anything_is_a_day_within_the_range_or_refused(cell):
    with suppress(RefusedCell):
        assert FIRST <= day(cell) <= LAST


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("29 Februari 2023", RefusalKind.NO_SUCH_DAY),
        ("29/02/2023", RefusalKind.NO_SUCH_DAY),
        ("2022-04-31", RefusalKind.NO_SUCH_DAY),
        ("09/13/2022", RefusalKind.NO_SUCH_DAY),
        ("8 Sebtember 2022", RefusalKind.NOT_A_DAY),
        ("8/9/22", RefusalKind.NOT_A_DAY),
        ("besok", RefusalKind.NOT_A_DAY),
        ("8/9-2022", RefusalKind.NOT_A_DAY),
        (datetime.combine(STAKEHOLDER_DAY, time(14)), RefusalKind.NOT_A_DAY),
        (44812.5, RefusalKind.NOT_A_DAY),
        (1e300, RefusalKind.NOT_A_DAY),
        (True, RefusalKind.NOT_A_DAY),
        ("08/09/2202", RefusalKind.DAY_OUT_OF_RANGE),
        (date(1922, 9, 8), RefusalKind.DAY_OUT_OF_RANGE),
        (45, RefusalKind.DAY_OUT_OF_RANGE),
        ("٠٨/٠٩/٢٠٢٢", RefusalKind.STRANGE_CHARACTER),
    ],
    ids=str,
)
def test_what_is_no_day_is_refused(cell, kind):
    assert refusal(cell) is kind


def test_a_leap_day_is_a_day():
    assert day("29 Februari 2024") == date(2024, 2, 29)
