"""The services of the commission, and what is counted of them month by month.

Source: none; the commission's own programme of the integrity zone, no article.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from domain.bilingual import Bilingual
from domain.provenance import Confidence, Provenance

NO_CODE = re.compile("[^a-z0-9]+")
LONGEST_CODE = 60
"""Characters of a code that stands in an address. No source."""


class ServiceKind(StrEnum):
    """What the commission calls a service."""

    FLAGSHIP = "flagship"
    SERVICE = "service"
    INNOVATION = "innovation"


class ServiceStatus(StrEnum):
    """How far a service has come."""

    PLANNED = "service_planned"
    RUNNING = "service_running"
    PAUSED = "service_paused"
    ENDED = "service_ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceEdit:
    """Everything about a service that staff may change.

    Attributes:
        owner: Division that answers for it; empty while unknown.
        link: Its address, https only; empty while unknown.
        status: How far it has come.
        since: Day from which the status holds; None while unknown.
    """

    owner: str = ""
    link: str = ""
    status: ServiceStatus = ServiceStatus.PLANNED
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewService(ServiceEdit):
    """A service that nobody recorded before.

    Attributes:
        kind: What the commission calls it.
        name_indonesian: Its name.
        name_english: The same in English; may be empty.
    """

    kind: ServiceKind = ServiceKind.SERVICE
    name_indonesian: str = ""
    name_english: str = ""

    @property
    def code(self) -> str:
        """Return the code that its name gives: "e-arsip"; empty without a letter."""
        plain = unicodedata.normalize("NFKD", self.name_indonesian).casefold()
        words = NO_CODE.split(plain.encode("ascii", "ignore").decode())
        return "-".join(filter(None, words))[:LONGEST_CODE].rstrip("-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A service as known on a day.

    Attributes:
        code: Code of it.
        kind: What the commission calls it.
        name: Its name.
        state: Owner, link, status.
        known_on: Day the state was recorded for.
        version: Newest version of its state, known that day or not.
        provenance: Source of the state.
    """

    code: str
    kind: ServiceKind
    name: Bilingual
    state: ServiceEdit
    known_on: date
    version: int
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureEdit:
    """What is counted of a service in a month.

    Attributes:
        what_indonesian: What is counted, in Indonesian.
        what_english: The same in English; may be empty.
        counted: How many.
    """

    what_indonesian: str = ""
    what_english: str = ""
    counted: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceFigure:
    """The figure of a service in a month, as known on a day.

    Attributes:
        service_code: Code of the service.
        month: First day of the month.
        what: What is counted.
        counted: How many.
        known_on: Day it was recorded for.
        version: Newest version of it, known that day or not.
        provenance: Source of it.
    """

    service_code: str
    month: date
    what: Bilingual
    counted: int
    known_on: date
    version: int
    provenance: Provenance

    @property
    def is_simulated(self) -> bool:
        """Return whether it is made up for the demonstration."""
        return self.provenance.confidence is Confidence.SIMULATED


@dataclass(frozen=True, slots=True)
class Trend:
    """The newest figure of a service beside the one of the month before.

    Attributes:
        figure: The newest figure.
        before: The figure of the month before; None where there is none of the same.
    """

    figure: ServiceFigure
    before: ServiceFigure | None

    @property
    def change(self) -> int | None:
        """Return how many more than the month before; None where nothing compares."""
        if self.before is None:
            return None
        return self.figure.counted - self.before.counted


def trends(figures: Iterable[ServiceFigure]) -> Mapping[str, Trend]:
    """Return the newest figure of each service and the month before, by its code.

    Figures of two months compare only where they count the same.
    """
    found: dict[str, Trend] = {}
    for figure in sorted(figures, key=lambda each: each.month):
        last = found.get(figure.service_code)
        earlier = last.figure if last else None
        compares = earlier and (
            earlier.month == month_before(figure.month) and earlier.what == figure.what
        )
        found[figure.service_code] = Trend(figure, earlier if compares else None)
    return found


def month_of(day: date) -> date:
    """Return the first day of the month that a day is in."""
    return day.replace(day=1)


def month_before(month: date) -> date:
    """Return the first day of the month before."""
    return month_of(month - timedelta(days=1))
