"""What a letter of reminders says."""

from collections.abc import Iterable, Sequence
from datetime import date
from urllib.parse import urlencode

from babel.dates import format_date

from domain.bilingual import Bilingual, Language
from domain.person import Person
from domain.reminding import Reminder, ReminderKind

SUBJECT = Bilingual(
    "Pengingat tahapan: {count} kegiatan", "Reminder of stages: {count} milestones"
)
SUBJECT_OF_ONE = Bilingual(
    "Pengingat tahapan: 1 kegiatan", "Reminder of stages: 1 milestone"
)
GREETING = Bilingual("Yth. {name},", "Dear {name},")
OPENING = Bilingual(
    "Berikut kegiatan yang menjadi tanggung jawab Anda, per {day}.",
    "These milestones are yours to answer for, as of {day}.",
)
LATE = Bilingual("Lewat rencana selesai:", "Past their planned end:")
SOON = Bilingual("Segera jatuh tempo:", "Due soon:")
LEFT = Bilingual("{count} hari kerja lagi", "{count} working days left")
ONE_LEFT = Bilingual("1 hari kerja lagi", "1 working day left")
PAST = Bilingual("lewat {count} hari kerja", "{count} working days past")
ONE_PAST = Bilingual("lewat 1 hari kerja", "1 working day past")
TODAY = Bilingual("hari ini", "today")
LINE = "- {name} ({code}): {day}, {left}"
CLOSING = Bilingual(
    "Catat realisasinya di Pantau Tahapan agar pengingat berhenti.",
    "Record what was done in Pantau Tahapan, and the reminders end.",
)
AUTOMATIC = Bilingual(
    "Surat ini dikirim otomatis; mohon tidak dibalas.",
    "This letter was sent automatically; please do not reply.",
)


def subject(due: Sequence[Reminder], language: Language) -> str:
    """Return the subject of a letter."""
    words = SUBJECT_OF_ONE if len(due) == 1 else SUBJECT
    return words.to(language).format(count=len(due))


def text(person: Person, due: Sequence[Reminder], day: date, link: str) -> str:
    """Return the text of a letter in the language of the person.

    Args:
        person: Who is reminded.
        due: What of; at least one.
        day: Today.
        link: Address of the dashboard; empty for none.
    """
    spoken = person.language
    late = [each for each in due if each.kind is ReminderKind.LATE]
    soon = [each for each in due if each.kind is not ReminderKind.LATE]
    parts = [
        GREETING.to(spoken).format(name=person.name),
        OPENING.to(spoken).format(day=_day(day, spoken)),
        *_section(LATE, late, day, spoken),
        *_section(SOON, soon, day, spoken),
        CLOSING.to(spoken) + (f"\n{_recording(link, spoken)}" if link else ""),
        AUTOMATIC.to(spoken),
    ]
    return "\n\n".join(parts) + "\n"


def _section(
    heading: Bilingual, due: Iterable[Reminder], day: date, language: Language
) -> list[str]:
    lines = [_line(each, day, language) for each in due]
    return ["\n".join([heading.to(language), *lines])] if lines else []


def _line(reminder: Reminder, day: date, language: Language) -> str:
    milestone = reminder.assessment.milestone
    return LINE.format(
        name=milestone.name.to(language),
        code=milestone.code,
        day=_day(reminder.due_on, language),
        left=_left(reminder, day, language),
    )


def _left(reminder: Reminder, day: date, language: Language) -> str:
    if reminder.due_on == day:
        return TODAY.to(language)
    is_late = reminder.kind is ReminderKind.LATE
    one, many = (ONE_PAST, PAST) if is_late else (ONE_LEFT, LEFT)
    words = one if reminder.working_days == 1 else many
    return words.to(language).format(count=reminder.working_days)


def _day(day: date, language: Language) -> str:
    return format_date(day, "d MMMM y", locale=language.value)


def _recording(link: str, language: Language) -> str:
    return f"{link}/pembaruan?{urlencode({'bahasa': language.value})}"
