"""The services of the commission on the page of the zone, and in a few words."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

import streamlit as st

from domain.integrity_services import Service, ServiceEdit, ServiceStatus, Trend
from ui import badges, integrity_store, integrity_words, wording
from ui.drawn import once
from ui.figure import plain
from ui.language import gettext as _
from ui.language import name, ngettext
from ui.visit import Visit

SAFE = ":/?&=%#+,;~-._"
"""Signs of an address that Markdown leaves alone in a link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicesSummary:
    """The services in a few words, for whoever shows them elsewhere.

    Attributes:
        running: Services that run.
        known: Services known.
        words: The same as a sentence.
        figures: Newest figure of each service in words, by its name.
        is_simulated: Whether a figure among them is simulated.
    """

    running: int
    known: int
    words: str
    figures: tuple[tuple[str, str], ...]
    is_simulated: bool


def summary_of(visit: Visit) -> ServicesSummary:
    """Return the services known on the day of a visit in a few words."""
    known, counted = integrity_store.services(visit), integrity_store.figures(visit)
    running = sum(each.state.status is ServiceStatus.RUNNING for each in known)
    shown = [(each, counted[each.code]) for each in known if each.code in counted]
    return ServicesSummary(
        running=running,
        known=len(known),
        words=_sentence(running, len(known)),
        figures=tuple((name(each.name), trend_words(trend)) for each, trend in shown),
        is_simulated=any(trend.figure.is_simulated for _service, trend in shown),
    )


def draw(visit: Visit) -> None:
    """Draw the section of the services."""
    view = visit.view_of(integrity_store.SERVICES, integrity_store.FIGURES)
    _draw(view, visit)


def trend_words(trend: Trend) -> str:
    """Return "214 pemasangan baru pada Agustus 2022, 12 lebih banyak daripada Juli"."""
    figure = trend.figure
    said = _("{count} {what} in {month}").format(
        count=wording.number(figure.counted),
        what=name(figure.what),
        month=integrity_words.month(figure.month),
    )
    return ", ".join(filter(None, (said, _change_words(trend))))


def _sentence(running: int, known: int) -> str:
    if not known:
        return _("No service is recorded on this day.")
    words = ngettext(
        "{running} of {known} service is running.",
        "{running} of {known} services are running.",
        known,
    )
    return words.format(running=wording.number(running), known=wording.number(known))


@once
def _draw(visit: Visit) -> None:
    known, counted = integrity_store.services(visit), integrity_store.figures(visit)
    st.header(_("Services"), anchor="layanan")
    lines = (_service(each, counted.get(each.code)) for each in known)
    source = _("The commission's own programme; no article of law orders it.")
    said = summary_of(visit).words
    st.markdown("\n".join((f"{said}\n", *lines, f"\n:small[{source}]")))


def _service(service: Service, trend: Trend | None) -> str:
    state = service.state
    look = integrity_words.SERVICE_LOOKS[state.status]
    status = integrity_words.service_status_word(state.status)
    called = f"**{plain(name(service.name))}**"
    kind = f":small[{integrity_words.kind_word(service.kind)}]"
    figure = _figure(trend) if trend else _("no figure recorded")
    source = plain(integrity_words.source_words(service.provenance))
    told = " · ".join((*_told(state), source))
    badge = badges.look_badge(look, status)
    return f"- {badge} {called} {kind}  \n  {figure}  \n  :small[{told}]"


def _told(state: ServiceEdit) -> Iterator[str]:
    """Yield what is known of a service, and what is not."""
    if state.owner:
        yield plain(state.owner)
    if state.since:
        yield _("since {day}").format(day=wording.short_day(state.since))
    if state.link:
        yield f"[{_('Open')}]({quote(state.link, safe=SAFE)})"
    missing = {
        _("division in charge"): state.owner,
        _("first day"): state.since,
        _("address"): state.link,
    }
    unknown = ", ".join(part for part, value in missing.items() if not value)
    if unknown:
        yield _("Not known: {parts}").format(parts=unknown)


def _figure(trend: Trend) -> str:
    is_simulated = trend.figure.is_simulated
    return badges.marked(plain(trend_words(trend)), is_simulated=is_simulated)


def _change_words(trend: Trend) -> str:
    if trend.before is None or trend.change is None:
        return ""
    before = integrity_words.month(trend.before.month)
    if trend.change == 0:
        return _("as many as in {month}").format(month=before)
    words = _("{count} more than in {month}")
    if trend.change < 0:
        words = _("{count} fewer than in {month}")
    return words.format(count=wording.number(abs(trend.change)), month=before)
