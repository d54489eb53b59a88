"""The indicator "stages held on schedule" on the page of the zone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from urllib.parse import urlencode

import streamlit as st

from domain.assessment import Assessment, Status
from domain.integrity_punctuality import (
    TARGET,
    Punctuality,
    Standing,
    by_division,
    by_region,
    days_late,
    punctuality,
)
from domain.status import ended_on
from ui import address, badges, figure, lines, store, wording
from ui.drawn import once
from ui.figure import Table, plain
from ui.language import gettext as _
from ui.language import name, ngettext
from ui.store import Overview
from ui.visit import Visit
from ui.words import slip_words

NAME = "tahapan-sesuai-jadwal"
MOST = 10
"""Exceptions of a kind that are listed; the table has every one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PunctualitySummary:
    """The indicator in a few words, for whoever shows it elsewhere.

    Attributes:
        words: The share with numerator and denominator, as a sentence.
        share: Share in time, from 0 to 1; None while nothing counts.
        in_time: The numerator.
        counted: The denominator.
        unreported: Milestones past their planned end that nobody reported.
        is_simulated: Whether it rests on simulated figures.
    """

    words: str
    share: Fraction | None
    in_time: int
    counted: int
    unreported: int
    is_simulated: bool


def summary_of(visit: Visit) -> PunctualitySummary:
    """Return the indicator of an election on the day of a visit in a few words."""
    found = punctuality(_overview(visit).milestones, visit.day)
    return PunctualitySummary(
        words=_sentence(found),
        share=found.share,
        in_time=len(found.in_time),
        counted=found.counted,
        unreported=len(found.unreported),
        is_simulated=found.is_simulated,
    )


def draw(visit: Visit) -> None:
    """Draw the section of the indicator."""
    go_along = address.shared()
    _draw((*visit.view, urlencode(go_along)), visit, go_along)
    figure.table_and_downloads(NAME, lambda: exceptions_table(visit))


def standing_word(standing: Standing) -> str:
    """Return where a milestone stands in the indicator."""
    return {
        Standing.IN_TIME: _("On schedule"),
        Standing.LATE: _("Late"),
        Standing.UNREPORTED: _("Not reported"),
    }[standing]


def exceptions_table(visit: Visit) -> Table:
    """Return every milestone that is late or silent, with its days and its reason."""
    overview = _overview(visit)
    found = punctuality(overview.milestones, visit.day)
    columns = (
        _("Code"), _("Milestone"), _("Planned end"), _("Actual end"),
        _("Working days late"), _("Why late"),
    )  # fmt: skip
    rows = [
        _cells(each, overview, silent=_("not reported"))
        for each in (*found.late, *found.unreported)
    ]
    return Table(columns=columns, rows=rows)


def _overview(visit: Visit) -> Overview:
    code = visit.election.code
    return store.overview(visit.revision, visit.election, code, visit.day)


@once
def _draw(visit: Visit, go_along: Mapping[str, str]) -> None:
    overview = _overview(visit)
    found = punctuality(overview.milestones, visit.day)
    st.header(_("Stages held on schedule"), anchor="sesuai-jadwal")
    said = badges.marked(f"**{_sentence(found)}**", is_simulated=found.is_simulated)
    st.markdown(said)
    silent = ""
    if found.counted or found.unreported:
        rows, silent = _shares(overview)
        lines.table(_heads(), rows)
    parts = (silent, *_exceptions(found, overview, go_along), _definition(visit))
    st.markdown("\n\n".join(filter(None, parts)))


def _sentence(found: Punctuality) -> str:
    if found.share is None:
        said = _("No milestone is finished or due on this day.")
    else:
        words = _(
            "{share} on schedule: {done} of {counted} milestones; target {target}."
        )
        said = words.format(
            share=wording.percent(found.share),
            done=wording.number(len(found.in_time)),
            counted=wording.number(found.counted),
            target=wording.percent(TARGET),
        )
    silent = len(found.unreported)
    if not silent:
        return said
    words = ngettext(
        "{count} more is past its planned end and was not reported.",
        "{count} more are past their planned end and were not reported.",
        silent,
    )
    return f"{said} {words.format(count=wording.number(silent))}"


def _heads() -> tuple[str, ...]:
    return (
        _("Division or region"), _("On schedule"), _("Share"),
        _("Late"), _("Not reported"),
    )  # fmt: skip


def _shares(overview: Overview) -> tuple[list[tuple[str, ...]], str]:
    """Return the share of each division and kab/kota, and who has none in words."""
    places = {each.code: each.title for each in overview.regencies}
    items, day = overview.milestones, overview.day
    divisions = {
        division or _("No division assigned"): found
        for division, found in by_division(items, day).items()
    }
    regions = {
        places[code]: found
        for code, found in by_region(items, day).items()
        if code in places
    }
    rows = [_share_row(*each) for each in (*divisions.items(), *regions.items())]
    silent = [title for title in places.values() if title not in regions]
    words = _("No milestone of their own is finished or due: {regions}.")
    said = f":small[{plain(words.format(regions=', '.join(silent)))}]"
    return rows, said if silent else ""


def _share_row(title: str, found: Punctuality) -> tuple[str, ...]:
    count = _("{done} of {counted}").format(
        done=wording.number(len(found.in_time)), counted=wording.number(found.counted)
    )
    mark = badges.simulated_words(is_simulated=found.is_simulated)
    return (
        title,
        f"{count}{mark}",
        _share(found.share),
        wording.number(len(found.late)),
        wording.number(len(found.unreported)),
    )


def _share(share: Fraction | None) -> str:
    return "–" if share is None else wording.percent(share)


def _exceptions(
    found: Punctuality, overview: Overview, go_along: Mapping[str, str]
) -> Iterator[str]:
    """Yield the milestones that are late, then the silent ones, each with its link."""
    groups: Mapping[str, tuple[Assessment, ...]] = {
        _("Late"): found.late,
        _("Not reported"): found.unreported,
    }
    for title, items in groups.items():
        if items:
            lines = [_exception(each, overview, go_along) for each in items[:MOST]]
            if len(items) > MOST:
                words = _("- {count} more in the table below")
                lines.append(words.format(count=wording.number(len(items) - MOST)))
            yield f"**{title}** ({wording.number(len(items))})\n\n" + "\n".join(lines)


def _exception(
    item: Assessment, overview: Overview, go_along: Mapping[str, str]
) -> str:
    _code, called, planned, ended, late, why = _cells(item, overview, silent="")
    there = urlencode({**go_along, "kegiatan": item.milestone.code})
    told = [_("planned to end {day}").format(day=planned)]
    if ended:
        told.append(_("ended {day}").format(day=ended))
    if late:
        told.append(_("{days} working days late").format(days=late))
    told.append(why)
    facts = plain(" · ".join(filter(None, told)))
    badge = badges.status_badge(item.status)
    return f"- {badge} [{plain(called)}](/linimasa?{there}) :small[{facts}]"


def _cells(
    item: Assessment, overview: Overview, *, silent: str
) -> tuple[str, str, str, str, str, str]:
    """Return code, name, planned and actual end, days late and the reason."""
    milestone, days = item.milestone, item.milestone.schedule
    is_silent = item.status is Status.UNREPORTED
    ended = ended_on(days, item.progress, overview.day)
    late = 0 if is_silent else days_late(item, overview.day, overview.calendar)
    missing = silent if is_silent else _("no reason recorded")
    reason = milestone.slip_reason
    return (
        milestone.code,
        name(milestone.short_name),
        wording.short_day(days.planned_end) if days.planned_end else "",
        wording.short_day(ended) if ended else "",
        wording.number(late) if late else "",
        slip_words(reason) if reason else missing,
    )


def _definition(visit: Visit) -> str:
    words = _(
        "Numerator: milestones of {election} that ended no later than their planned "
        "end. Denominator: those that ended, or whose planned end is past and that are "
        "known to be open. Milestones past their planned end without a report count in "
        "neither and are named above; those without a planned end, not held or "
        "conditional do not count. Source of the indicator and its target: performance "
        "agreement of KPU Kabupaten Ponorogo of 2020; counting it by milestones is a "
        "definition of this application."
    )
    return f":small[{plain(words.format(election=name(visit.election.name)))}]"
