"""What Tayang asks of the database: the past shows, and storing one more."""

from data_access.projections import read_projections, store_projection
from domain.projection import Draft, Projection
from ui import store
from ui.kept import kept
from ui.recording_errand import engine, errand
from ui.visit import Visit


@kept
def past(revision: int, election: str) -> tuple[Projection, ...]:  # noqa: ARG001 - cache key
    """Return the past shows of an election, the latest first."""
    with store.connect() as connection:
        return read_projections(connection, election)


def save(draft: Draft, occasion: str, visit: Visit) -> int:
    """Store what a room is about to see and return its number.

    Raises:
        NotGreen: A check found something.
        SignedOut: Nobody is signed in.
        NotPermitted: The person may not show sheets.
        Refused: The occasion is too short or too long.
        DBAPIError: The database does not answer.
    """
    return store_projection(engine(), errand(occasion, visit), draft)
