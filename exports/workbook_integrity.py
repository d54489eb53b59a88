"""The sheets of the workbook on the integrity zone: services, figures, duty rota."""

from domain.provenance import Confidence, Provenance
from exports.api.integrity_tables import figures_in, rota_in, services_in
from exports.edition import Edition
from exports.workbook_sheets import NARROW, USUAL, WIDE, columns, simulated_mark
from reports.workbook import Cell, Sheet
from ui import integrity_words
from ui.language import gettext as _
from ui.language import name
from ui.words import confidence_word


def sheets(edition: Edition) -> tuple[Sheet, ...]:
    """Return the sheets of the zone, in the language of the edition."""
    return _services(edition), _figures(edition), _rota(edition)


def sources(edition: Edition) -> set[str]:
    """Return the sources of what the sheets hold."""
    return {
        *(each.provenance.source for each in services_in(edition)),
        *(each.provenance.source for each in figures_in(edition)),
        *(each.provenance.source for each in rota_in(edition)),
    }


def _services(edition: Edition) -> Sheet:
    rows = (
        (
            each.code,
            name(each.name),
            integrity_words.kind_word(each.kind),
            integrity_words.service_status_word(each.state.status),
            each.state.since,
            each.state.owner,
            each.state.link,
            each.known_on,
            *told(each.provenance),
        )
        for each in services_in(edition)
    )
    headings = (
        (_("Code"), USUAL), (_("Service"), WIDE), (_("Kind"), USUAL),
        (_("Status"), USUAL), (_("Since"), USUAL), (_("Division in charge"), USUAL),
        (_("Address of the service"), WIDE), (_("Known on"), USUAL), *of_sources(),
    )  # fmt: skip
    return Sheet(title=_("Services"), columns=columns(headings), rows=tuple(rows))


def _figures(edition: Edition) -> Sheet:
    names = {each.code: name(each.name) for each in services_in(edition)}
    rows = (
        (
            each.service_code,
            names.get(each.service_code, each.service_code),
            each.month,
            each.counted,
            each.what.indonesian,
            each.what.english,
            each.known_on,
            *told(each.provenance),
        )
        for each in figures_in(edition)
    )
    headings = (
        (_("Code"), USUAL), (_("Service"), WIDE), (_("Month"), USUAL),
        (_("Number counted"), NARROW), (_("What is counted, in Indonesian"), USUAL),
        (_("What is counted, in English"), USUAL), (_("Known on"), USUAL),
        *of_sources(),
    )  # fmt: skip
    title = _("Figures of services")
    return Sheet(title=title, columns=columns(headings), rows=tuple(rows))


def _rota(edition: Edition) -> Sheet:
    rows = (
        (
            each.slot.day,
            integrity_words.place_word(each.slot.place),
            integrity_words.part_word(each.slot.part),
            each.person,
            each.known_on,
            *told(each.provenance),
        )
        for each in rota_in(edition)
    )
    headings = (
        (_("Day"), USUAL), (_("Place"), USUAL), (_("Part of the day"), USUAL),
        (_("On duty"), WIDE), (_("Known on"), USUAL), *of_sources(),
    )  # fmt: skip
    return Sheet(title=_("Duty rota"), columns=columns(headings), rows=tuple(rows))


def told(provenance: Provenance) -> tuple[Cell, ...]:
    """Return the cells that tell where a row comes from: mark, confidence, source."""
    is_simulated = provenance.confidence is Confidence.SIMULATED
    mark = simulated_mark(is_simulated=is_simulated)
    return mark, confidence_word(provenance.confidence), provenance.source


def of_sources() -> tuple[tuple[str, int], ...]:
    """Return the headings of those cells."""
    return (_("Simulated"), NARROW), (_("Confidence"), USUAL), (_("Source"), WIDE)
