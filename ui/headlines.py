"""Titles of the screens: conclusions of at most ten words, for any day."""

from collections.abc import Sequence
from datetime import date

from domain.assessment import Assessment, StageAssessment, Status
from domain.election import Election
from domain.status import BEHIND
from ui import wording
from ui.language import gettext as _
from ui.language import name, ngettext

RUNNING = frozenset({Status.RUNNING, Status.AT_RISK, Status.OVERDUE})


def in_status(items: Sequence[Assessment], status: Status) -> list[Assessment]:
    """Return the milestones in one status, in their order."""
    return [item for item in items if item.status is status]


def statutory(stages: Sequence[StageAssessment]) -> list[StageAssessment]:
    """Return the statutory stages, without the conditional run-off."""
    return [stage for stage in stages if not stage.stage.is_run_off]


def running(stages: Sequence[StageAssessment]) -> list[StageAssessment]:
    """Return the statutory stages that have begun and not ended."""
    return [stage for stage in statutory(stages) if stage.status in RUNNING]


def state_of(election: Election, stages: Sequence[StageAssessment], day: date) -> str:
    """Return the title of Ringkasan."""
    items = [item for stage in stages for item in stage.milestones]
    overdue = len(in_status(items, Status.OVERDUE))
    at_risk = len(in_status(items, Status.AT_RISK))
    if overdue and at_risk:
        risk = ngettext("{count} at risk", "{count} at risk", at_risk)
        return f"{_overdue(overdue)}, {risk.format(count=wording.count_word(at_risk))}"
    if overdue:
        return _overdue(overdue)
    if at_risk:
        words = ngettext(
            "{count} milestone at risk", "{count} milestones at risk", at_risk
        )
        return _counted(words, at_risk)
    return _calm(election, stages, day)


def _calm(election: Election, stages: Sequence[StageAssessment], day: date) -> str:
    if day < election.launched_on:
        left = (election.launched_on - day).days
        words = ngettext(
            "Stages open in {count} day", "Stages open in {count} days", left
        )
        return words.format(count=wording.number(left))
    now, all_stages = running(stages), statutory(stages)
    if now:
        words = ngettext(
            "{count} of {total} stages runs", "{count} of {total} stages run", len(now)
        )
        return _counted(words, len(now), total=len(all_stages))
    ended = sum(stage.status.is_done for stage in all_stages)
    if ended == len(all_stages):
        return _("All {total} stages are done").format(total=len(all_stages))
    words = ngettext(
        "{count} of {total} stages is done", "{count} of {total} stages are done", ended
    )
    return _counted(words, ended, total=len(all_stages))


def timeline_title(stages: Sequence[StageAssessment]) -> str:
    """Return the title of Linimasa over all stages."""
    now = running(stages)
    behind = [stage for stage in now if stage.status in BEHIND]
    words = ngettext("{count} stage runs", "{count} stages run", len(now))
    title = _counted(words, len(now)) if now else _("No stage runs on this day")
    if not behind:
        return title
    risk = ngettext("{count} of them at risk", "{count} of them at risk", len(behind))
    return f"{title}, {risk.format(count=wording.count_word(len(behind)))}"


def stage_title(stage: StageAssessment, nearest: Assessment | None) -> str:
    """Return the title of Linimasa over one stage: its nearest legal limit."""
    if nearest is None or nearest.slack is None:
        done = wording.of_total(stage.done, len(stage.milestones))
        return _("{stage}: {done} milestones done").format(
            stage=name(stage.stage.short_name), done=done
        )
    return limit_words(nearest)


def limit_words(item: Assessment) -> str:
    """Return how far the legal limit of a milestone lies, as a sentence."""
    slack = item.slack or 0
    if slack < 0:
        words = ngettext(
            "{name} is {count} working day past its limit",
            "{name} is {count} working days past its limit",
            -slack,
        )
    else:
        words = ngettext(
            "{name}: {count} working day left",
            "{name}: {count} working days left",
            slack,
        )
    count = wording.count_word(abs(slack))
    return words.format(name=name(item.milestone.short_name), count=count)


def sentence(urgent: Sequence[Assessment], nearest: Assessment | None) -> str:
    """Return the sentence under the title: what is in trouble, the next limit."""
    parts = [_in_trouble(urgent)] if urgent else []
    if nearest and nearest.limit:
        words = _("the next legal limit is {day}, for {name}")
        parts.append(
            words.format(
                day=wording.day(nearest.limit.falls_on),
                name=name(nearest.milestone.short_name),
            )
        )
    return wording.capitalised("; ".join(parts)) + "." if parts else ""


def _in_trouble(urgent: Sequence[Assessment]) -> str:
    first, *others = (name(item.milestone.short_name) for item in urgent)
    if not others:
        return _("{name} needs attention").format(name=first)
    if len(others) == 1:
        words = _("{first} and {second} need attention")
        return words.format(first=first, second=others[0])
    words = _("{first}, {second} and {count} more need attention")
    more = wording.count_word(len(others) - 1)
    return words.format(first=first, second=others[0], count=more)


def _overdue(count: int) -> str:
    words = ngettext("{count} milestone overdue", "{count} milestones overdue", count)
    return _counted(words, count)


def _counted(words: str, count: int, **more: object) -> str:
    return wording.capitalised(words.format(count=wording.count_word(count), **more))
