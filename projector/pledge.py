"""The sheet of the pledges: how many from which kab/kota, and the way to make one."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from data_access.pledges import read_pledges
from domain.bilingual import Language
from domain.region import Region
from projector import qr
from projector.markup import percent, text
from projector.sheet import Sheet
from projector.show import SheetName, for_phones
from ui import store, wording
from ui.address import LANGUAGE
from ui.language import gettext as _
from ui.language import name, ngettext
from web import addresses, pledge_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledged:
    """What the sheet shows.

    Attributes:
        counts: Code of each kab/kota that has pledges, and how many up to now.
        address: Address that a phone in the hall pledges at.
    """

    counts: tuple[tuple[str, int], ...]
    address: str


def pledged_for(
    names: Collection[SheetName], site: str, language: Language
) -> Pledged | None:
    """Return the pledges up to now, read only where a sheet shows them.

    Whatever day the show is of: they are no facts of a day.

    Args:
        names: Sheets of the show.
        site: Address of the site as the server knows it.
        language: Language that the page to pledge at shall have.

    Raises:
        sqlalchemy.exc.DBAPIError: The database is away.
    """
    if SheetName.PLEDGE not in names:
        return None
    parts = {} if language is Language.INDONESIAN else {LANGUAGE: language.value}
    with store.connect() as connection:
        counted = read_pledges(connection)
    return Pledged(
        counts=tuple(counted.items()),
        address=for_phones(site, parts, addresses.PLEDGE),
    )


def pledge_sheet(pledged: Pledged, regencies: Sequence[Region]) -> Sheet:
    """Return the count by kab/kota beside the code that leads to the page.

    Args:
        pledged: The pledges, and where to make one.
        regencies: Kab/kota of the province, in their order.
    """
    counts = dict(pledged.counts)
    own = {each.code: counts.get(each.code, 0) for each in regencies}
    vow = text("p", "vow", name(pledge_words.PLEDGE))
    most = max(own.values(), default=0)
    bars = "".join(_bar(each, own[each.code], most) for each in regencies)
    return Sheet(
        code=SheetName.PLEDGE,
        title=_title(list(filter(None, own.values()))),
        body=(
            f'<div class="pledges"><div>{vow}<ol>{bars}</ol></div>'
            f"{_way(pledged.address)}</div>"
        ),
        source=_("One device counts once a day; no name is kept"),
        day=_("counted live"),
    )


def _title(counts: Sequence[int]) -> str:
    if not counts:
        return _("Be the first to pledge")
    words = ngettext(
        "{count} pledge from {regions} kab/kota",
        "{count} pledges from {regions} kab/kota",
        sum(counts),
    )
    return words.format(
        count=wording.number(sum(counts)), regions=wording.count_word(len(counts))
    )


def _bar(region: Region, count: int, most: int) -> str:
    filled = f'<b style="width:{percent(count / most)}"></b>' if count else ""
    return (
        f"<li>{text('span', 'name', pledge_words.place(region))}"
        f'<span class="line">{filled}</span>'
        f"{text('span', 'number', wording.number(count))}</li>"
    )


def _way(address: str) -> str:
    say = _("Pledge from your phone")
    called = _("QR code of the page to pledge at")
    return (
        f'<div class="way">{text("p", "say", say)}{qr.code(address, called)}'
        f"{text('p', 'address', qr.in_words(address))}</div>"
    )
