"""Open screens that follow what is recorded, without a browser."""

from typing import Protocol

from httpx import AsyncClient

from bench.session import Session

STATE, SHEETS = "/revisi", "/layar/lembar"


class Screen(Protocol):
    """An open screen.

    Attributes:
        every: Seconds between two of its questions.
    """

    every: float

    async def catch_up(self) -> bool:
        """Ask whether there is something new, show it, and return whether it was."""
        ...


class Dashboard:
    """A page of the dashboard: asks for the state, and runs anew on a change."""

    every = 1.5

    def __init__(self, session: Session, client: AsyncClient) -> None:
        """Take a session that shows its page, and a client of the same server."""
        self._session = session
        self._client = client
        self._shown = ""

    async def catch_up(self) -> bool:
        """Run the page anew once the state is another than the one it shows."""
        answer = (await self._client.get(STATE)).raise_for_status()
        state = answer.headers["Data-State"]
        if state == self._shown:
            return False
        await self._session.rerun()
        self._shown = state
        return True


class Projector:
    """The projector: asks for other sheets than those it has."""

    every = 1.5

    def __init__(self, client: AsyncClient) -> None:
        """Take a client of the server; the first answer brings the first sheets."""
        self._client = client
        self._mark = ""

    async def catch_up(self) -> bool:
        """Take the sheets when the server has others."""
        answer = await self._client.get(SHEETS, params={"tanda": self._mark})
        mark = answer.raise_for_status().headers["Projector-Mark"]
        is_new = bool(mark != self._mark)
        self._mark = mark
        return is_new
