"""Who saves, when and why: what every save of staff begins with."""

import os

from sqlalchemy import Engine

from data_access import database
from data_access.recording import Errand
from ui import access, clock
from ui.visit import Visit


def errand(reason: str, visit: Visit) -> Errand:
    """Return the errand of whoever is looking, known from the day of the page on."""
    return Errand(
        identify=access.identify(),
        reason=reason,
        at=clock.now(clock.office_zone(os.environ)),
        known_on=visit.day,
    )


def engine() -> Engine:
    """Return the engine of the database that the environment names."""
    return database.engine_for(database.url_from(os.environ))
