"""What is known of one milestone, in words."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from domain.assessment import Assessment, Progress, StageAssessment
from domain.bilingual import Language
from domain.provenance import Provenance
from domain.timeline import Schedule
from ui import wording
from ui.language import current, name, ngettext
from ui.language import gettext as _
from ui.timeline import days_in_words, deadline_words, progress_words, slack_words
from ui.words import slip_words, status_word


def detail(assessed: Assessment, others: Mapping[str, Assessment]) -> dict[str, str]:
    """Return what is known of a milestone, by label, in the order it is read."""
    item, schedule = assessed.milestone, assessed.milestone.schedule
    known = {
        _("Planned"): days_in_words(schedule),
        _("Actual"): _actual_words(schedule),
        _("Progress"): _progress_or_none(assessed.progress),
        _("Expected"): _share_or_none(assessed.expected),
        _("Forecast end"): wording.day(assessed.forecast) if assessed.forecast else "",
        _("Legal limit"): _limit_words(assessed),
        _("Predecessors"): _names(item.predecessors, others),
        _("Reason of slip"): slip_words(item.slip_reason) if item.slip_reason else "",
        _("Carried out by"): item.level,
        _("Division"): item.division,
        _("Decided exception"): item.exception,
        _("Legal basis"): item.legal_basis,
        _("Note"): note_of(item.provenance),
    }
    return {label: words for label, words in known.items() if words}


def called(assessed: StageAssessment) -> str:
    """Return the number and the name of a stage; a block of the run-off has none."""
    stage = assessed.stage
    number = "" if stage.is_run_off else f"{stage.code}. "
    return f"{number}{name(stage.name)}"


def stage_detail(assessed: StageAssessment) -> dict[str, str]:
    """Return what is known of a stage, by label, in the order it is read."""
    stage = assessed.stage
    actual = stage.schedule.actual_start, stage.schedule.actual_end
    known = {
        _("Planned"): days_in_words(stage.schedule),
        _("Actual"): wording.span(*actual),
        _("Milestones"): wording.of_total(
            assessed.done, len(assessed.milestones), _("done")
        ),
        _("Legal basis"): stage.legal_basis,
        _("Note"): note_of(stage.provenance),
    }
    return {label: words for label, words in known.items() if words}


def note_of(provenance: Provenance) -> str:
    """Return the note on a source; notes are kept in English only."""
    return provenance.note if current() is Language.ENGLISH else ""


def _progress_or_none(progress: Progress | None) -> str:
    return progress_words(progress) if progress else _("not reported")


def _share_or_none(share: Fraction | None) -> str:
    return "" if share is None else wording.percent(share)


def _actual_words(schedule: Schedule) -> str:
    if schedule.actual_start is None and schedule.actual_end is None:
        return _("not reported")
    return wording.span(schedule.actual_start, schedule.actual_end)


def _limit_words(assessed: Assessment) -> str:
    if assessed.limit is None:
        return ""
    words = deadline_words(assessed.limit)
    if assessed.passed_limit_by:
        late = ngettext(
            "{count} day past it", "{count} days past it", assessed.passed_limit_by
        )
        return f"{words} · {late.format(count=assessed.passed_limit_by)}"
    if assessed.slack is None:
        return words
    return f"{words} · {slack_words(assessed.slack)}"


def _names(codes: Sequence[str], others: Mapping[str, Assessment]) -> str:
    known = [others[code] for code in codes if code in others]
    return "; ".join(
        f"{name(item.milestone.short_name)} ({status_word(item.status).lower()})"
        for item in known
    )
