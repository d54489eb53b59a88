"""What a test does with the forms of Pembaruan, and what it finds afterwards."""

from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import event, func, select

from data_access.database import engine_for
from data_access.tables import journal, milestone_states, tallies

RECORDING = Path(__file__).parents[2] / "pages" / "recording.py"
MEMBERS = "M3-03"
GELORA = "pemilu-2024_factual_gelora_52.71"
SHORT = "2022-09-08"
DAY = "2022-11-04"
FIGURES = {
    "members": 1200, "required": 442, "sample": 291, "visited": 291, "met": 280,
    "eligible": 270, "correctable": 21,
}  # fmt: skip
MILESTONE_VIEW = {"tanggal": SHORT, "kegiatan": MEMBERS, "catat": "kegiatan"}
TALLY_VIEW = {
    "tanggal": DAY, "catat": "rekap", "fase": "factual", "partai": "gelora",
    "wilayah": "52.71",
}  # fmt: skip
MINUTES = {
    "minutes_number": "12/PL.01.1-BA/5271/2022",
    "signers": "Ketua dan empat anggota",
    "minutes_sha256": "ab" * 32,
}


def field(at, name, place=MEMBERS):
    """Return a field of the form, whatever its kind."""
    kinds = (
        *(at.number_input, at.text_input, at.text_area),
        *(at.date_input, at.selectbox, at.radio),
    )
    start = f"record_{place}_{name}_"
    (found,) = [each for kind in kinds for each in kind if each.key.startswith(start)]
    return found


def fill(at, values, place=GELORA):
    """Type values into the fields of a form."""
    for name, value in values.items():
        field(at, name, place).set_value(value).run()
    assert not at.exception


def press(at, key):
    return next(each for each in at.button if each.key == key).click().run()


def said(at):
    return " ".join(
        each.value for each in (*at.error, *at.success, *at.info, *at.warning)
    )


def states(engine, code=MEMBERS):
    """Return the states of a milestone, oldest first."""
    with engine.connect() as connection:
        query = select(milestone_states).where(
            milestone_states.c.milestone_code == code
        )
        return connection.execute(query.order_by(milestone_states.c.version)).all()


def recorded(engine):
    """Return every version of every tally, oldest first."""
    with engine.connect() as connection:
        return connection.execute(select(tallies).order_by(tallies.c.version)).all()


def entries(engine):
    """Return how many entries the journal has."""
    with engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(journal))


@contextmanager
def away(engine, at=""):
    """Take a database away, at each statement that begins so."""

    def break_off(connection, _, statement, *__):
        if statement.startswith(at):
            connection.connection.dbapi_connection.close()

    asked = engine_for(engine.url)
    event.listen(asked, "before_cursor_execute", break_off)
    try:
        yield
    finally:
        event.remove(asked, "before_cursor_execute", break_off)
