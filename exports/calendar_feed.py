"""The calendar at `/kalender.ics`, to be subscribed to."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from data_access import history, timeline
from data_access.integrity_duty import read_rota_history
from domain.appointment import Known
from domain.region import Region
from exports.answers import answering
from exports.calendar_deadlines import deadlines
from exports.calendar_duty import Rota, duty_events
from exports.calendar_events import appointments, deadline_event, milestone_event
from exports.edition import (
    Edition,
    Unanswerable,
    edition_asked,
    refuse_strangers,
)
from exports.limits import Limit
from exports.revalidated import Prepared, Shelf
from reports.calendar import Calendar, Event, ics_of
from ui import address, clock, language, store, wording
from ui.integrity_duty import ROTA
from ui.language import gettext as _
from ui.language import name

PATH = "/kalender.ics"
DIVISION, REGION = "divisi", "wilayah"
PARTS = frozenset(
    {address.ELECTION, address.DAY, address.LANGUAGE, DIVISION, REGION, ROTA}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """Whose milestones a calendar shows.

    Attributes:
        edition: Election, day and language.
        division: Division that answers for them; None for every one.
        region: Kab/kota they concern, those of the regions above it too; None for all.
        rota: Whether it has the duty rota, beside the milestones or alone; None
            without.
    """

    edition: Edition
    division: str | None
    region: Region | None
    rota: Rota | None = None

    @property
    def regions(self) -> frozenset[str] | None:
        """Return the codes of the regions whose milestones are shown; None for all."""
        if self.region is None:
            return None
        return frozenset({self.region.code, store.province(), "0"})


def served(limit: Limit) -> Route:
    """Return the route; `limit` says how often one address may ask."""
    shelf = Shelf()

    async def answer(request: Request) -> Response:
        return await shelf.answer(request, _prepared)

    return Route(PATH, answering(limit.holds(answer)), methods=["GET"])


def _prepared(request: Request) -> Prepared:
    feed = feed_asked(dict(request.query_params))
    visit = feed.edition.visit
    of = (feed.edition.head, visit.election.code, visit.day, visit.language.value)
    region = feed.region and feed.region.code
    key = ("calendar", *of, store.province(), feed.division, region, feed.rota, _site())
    headers = {
        "Content-Type": "text/calendar; charset=utf-8",
        "Content-Disposition": f'inline; filename="{visit.election.code}.ics"',
        "Content-Language": visit.language.value,
    }
    return Prepared(key=key, make=lambda: ics_of(calendar_of(feed)), headers=headers)


def feed_asked(parts: Mapping[str, str]) -> Feed:
    """Return the calendar that an address asks for.

    Raises:
        Unanswerable: A part of it means nothing here, or names what does not exist.
    """
    refuse_strangers(parts, PARTS)
    edition = edition_asked(parts)
    known = {each.milestone.division for each in edition.overview.milestones} - {""}
    regencies = {each.code: each for each in edition.overview.regencies}
    for part, exist in ((DIVISION, known), (REGION, regencies.keys())):
        if part in parts and parts[part] not in exist:
            raise Unanswerable(part, parts[part], is_unknown=True)
    return Feed(
        edition=edition,
        division=parts.get(DIVISION),
        region=regencies.get(parts.get(REGION, "")),
        rota=_rota_asked(parts),
    )


def _rota_asked(parts: Mapping[str, str]) -> Rota | None:
    asked = parts.get(ROTA)
    if asked is None:
        return None
    if asked not in set(Rota):
        raise Unanswerable(ROTA, asked)
    return Rota(asked)


def calendar_of(feed: Feed) -> Calendar:
    """Return the calendar with its events, in the current language."""
    edition, visit = feed.edition, feed.edition.visit
    with store.connect() as connection:
        known = timeline.read_plan_history(connection, visit.election.code, visit.day)
        rota = read_rota_history(connection, visit.day) if feed.rota else {}
        last = history.read_entry(connection, visit.revision)
    if last is None:
        raise Unanswerable(address.ELECTION, visit.election.code, is_unknown=True)
    narrowed = (
        feed.division,
        feed.region.title if feed.region else None,
        _("Duty rota") if feed.rota else None,
    )
    said = _("As of {day}, data revision {revision}, journal {head}")
    return Calendar(
        name=" · ".join(filter(None, (name(visit.election.name), *narrowed))),
        text=said.format(
            day=wording.day(visit.day),
            revision=wording.number(visit.revision),
            head=edition.short_head,
        ),
        language=language.current().value,
        url=_site(),
        written_at=last.at,
        events=(
            *(() if feed.rota is Rota.ONLY else _events(feed, known)),
            *duty_events(rota, clock.office_zone(os.environ)),
        ),
    )


def _events(feed: Feed, known: Mapping[str, Sequence[Known]]) -> tuple[Event, ...]:
    found = appointments(known)
    place = (feed.edition.visit.election.code, clock.office_zone(os.environ))
    overview = feed.edition.overview
    shown = {
        item.milestone.code: milestone_event(
            item.milestone, stage, found[item.milestone.code], place
        )
        for stage in overview.stages
        for item in stage.milestones
        if item.milestone.code in found
        and feed.division in {None, item.milestone.division}
        and (feed.regions is None or item.milestone.region_code in feed.regions)
    }
    is_whole = feed.division is None and feed.region is None
    by_law = (
        deadline_event(deadline, day, place)
        for deadline, day in deadlines(feed.edition, known)
        if is_whole or deadline.rule.milestone_code in shown
    )
    return (*shown.values(), *by_law)


def _site() -> str:
    return os.environ.get("PUBLIC_URL", "").strip().rstrip("/")
