"""Workbooks of the integrity zone, and what an import makes of them."""

from data_access.imports.preview import changes
from data_access.journal import write_many
from domain.importing import Terms
from domain.provenance import Confidence
from tests.data_access.election_rows import ELECTION, NTB, STAFF
from tests.data_access.imports.files import csv
from tests.data_access.recorders import TODAY

TERMS = Terms(
    election=ELECTION,
    province=NTB,
    known_on=TODAY,
    source="Catatan staf",
    confidence=Confidence.PARTIAL,
)


def previewed(preview, connection, heading, *rows, terms=TERMS):
    """Return what an import would do with some rows, empty cells as None."""
    cells = [["" if cell is None else cell for cell in row] for row in rows]
    return preview(connection, csv(*cells, heading=heading), terms, lambda *_: None)


def stored(connection, found):
    """Store what a preview found, as one writing."""
    assert found.refusals == ()
    return write_many(connection, changes(found), by=STAFF)


def refused(found):
    """Return kind, row, column and value of every refusal."""
    return [(each.kind, each.row, each.column, each.value) for each in found.refusals]


def told(refusal):
    """Return the arguments of a refusal."""
    return dict(refusal.arguments)
