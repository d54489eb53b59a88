"""Ikrar Kasih Suara: a pledge made with one tap, without a name and without a script.

Whatever is wrong with a tap, nobody is shown an error: it is counted as refused, and
the answer is the thanks or the page once more.
"""

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

import structlog
from sqlalchemy import URL, Engine
from sqlalchemy.exc import DBAPIError
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from data_access.attempts import network_of
from data_access.database import DatabaseUnusable
from data_access.pledges import key_of, read_pledges, sign
from data_access.regions import read_regions
from domain.pledge import MEND_THEMSELVES, Pledge, Refusal, token_for
from domain.region import Region
from web import addresses, cookies, pledge_page
from web.doorkeeper import Answer, Doorkeeper, utc_now
from web.forms import SEAL, FormRefused, read_fields
from web.pledge_midnight import Midnight, left_of
from web.pledge_page import REGION, Opened
from web.pledge_refusals import Refusals
from web.sign_in_page import Look

DEVICE_BYTES = 32
DEVICE = re.compile(r"[\w-]{43}", re.ASCII)
"""What a device's cookie of ours looks like."""

NO_ELECTION = ""  # a kab/kota is asked for its name, not for its voters
FOREIGN = 403
"""Status of a form that a page of another site has sent."""

log = structlog.stdlib.get_logger("web")


@dataclass(frozen=True, slots=True)
class Office:
    """Whose kab/kota pledge, and when their day begins.

    Attributes:
        zone: Time zone of the office.
        province: Code of its province.
    """

    zone: ZoneInfo
    province: str


def served(
    url: URL, office: Office, clock: Callable[[], datetime] = utc_now
) -> list[Route]:
    """Return the routes of the pledge, for the database at `url`."""
    # Its own threads: a crowd that pledges keeps nobody from signing in.
    page = _Pledges(Doorkeeper(url, clock), office)
    return [
        Route(addresses.PLEDGE, _answering(page.show), methods=["GET"]),
        Route(addresses.PLEDGE, _answering(page.receive), methods=["POST"]),
        Route(addresses.PLEDGED, _answering(page.thank), methods=["GET"]),
    ]


class _Pledges:
    """The pages at `/ikrar`."""

    def __init__(self, keeper: Doorkeeper, office: Office) -> None:
        self._keeper = keeper
        self._office = office
        self._refusals = Refusals(keeper)
        self._midnight = Midnight(keeper)

    async def show(self, request: Request) -> Response:
        """Return the page with the pledge."""
        return await self._invite(request)

    async def receive(self, request: Request) -> Response:
        """Count a pledge or its refusal, and thank or ask for another tap."""
        now = self._now()
        why = await self._fault(request, now)
        if why:
            await self._refusals.count(why, now.date())
        if why in MEND_THEMSELVES:
            return await self._invite(request, is_again=True)
        return RedirectResponse(Look(request).to(addresses.PLEDGED), 303)

    async def thank(self, request: Request) -> Response:
        """Return the thanks, with the pledges made so far."""

        def read(engine: Engine) -> Response:
            with engine.connect() as connection:
                counted = read_pledges(connection)
            return pledge_page.thanks(Look(request), counted)

        return await self._keeper.ask(read)

    async def _fault(self, request: Request, now: datetime) -> Refusal | None:
        """Return why a pledge does not count; None once it is counted."""
        try:
            fields = await read_fields(request)
        except FormRefused as refused:
            is_foreign = refused.status == FOREIGN
            return Refusal.FOREIGN if is_foreign else Refusal.MALFORMED
        pledge = Pledge(
            region=fields.get(REGION, ""),
            device=_device(request),
            token=fields.get(SEAL, ""),
            network=network_of(request.client.host if request.client else ""),
            day=now.date(),
            at=now,
        )
        province = self._office.province
        return await self._keeper.ask(lambda engine: sign(engine, pledge, province))

    async def _invite(self, request: Request, *, is_again: bool = False) -> Response:
        now = self._now()
        device = _device(request) or secrets.token_urlsafe(DEVICE_BYTES)

        def open_page(engine: Engine) -> Opened:
            regions = self._regions(engine, now.date())
            token = token_for(device, now, key_of(engine, now.date()))
            return Opened(regions=regions, token=token, is_again=is_again)

        opened = await self._keeper.ask(open_page)
        self._midnight.await_end_of(now)
        response = pledge_page.invitation(Look(request), opened)
        cookies.give_device(response, request, device, left_of(now))
        return response

    def _regions(self, engine: Engine, day: date) -> tuple[Region, ...]:
        with engine.connect() as connection:
            return read_regions(
                connection, NO_ELECTION, day, parent=self._office.province
            )

    def _now(self) -> datetime:
        return self._keeper.now().astimezone(self._office.zone)


def _answering(answer: Answer) -> Answer:
    """Return what answers likewise, also without a database."""

    async def answered(request: Request) -> Response:
        try:
            return await answer(request)
        except (DBAPIError, DatabaseUnusable) as error:
            log.warning("database away", cause=type(error).__name__)
            return pledge_page.away(Look(request))

    return answered


def _device(request: Request) -> str:
    shown = cookies.device(request)
    return shown if DEVICE.fullmatch(shown) else ""
