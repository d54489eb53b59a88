"""The words of the self-assessment, in the current language."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from babel.numbers import format_decimal

from domain.integrity_assessment import (
    Aspect,
    Assessment,
    Assessor,
    Attained,
    Predicate,
    PredicateStep,
)
from domain.integrity_standing import Distance, Step, parts_of, total_of
from ui import wording
from ui.integrity_assessment_store import Standing
from ui.language import current, name, ngettext
from ui.language import gettext as _

HUNDREDTH = Decimal("0.01")


def predicate_word(predicate: Predicate) -> str:
    """Return the short name of a predicate, the same in both languages."""
    return {Predicate.WBK: "WBK", Predicate.WBBM: "WBBM"}[predicate]


def step_word(step: PredicateStep) -> str:
    """Return how far a unit has come with a predicate."""
    return {
        PredicateStep.OBTAINED: _("obtained"),
        PredicateStep.DECLARED: _("declared as the next goal"),
    }[step]


def assessor_word(assessor: Assessor) -> str:
    """Return who assessed."""
    return {
        Assessor.SELF: _("self-assessment"),
        Assessor.INTERNAL: _("internal assessment team (TPI)"),
        Assessor.NATIONAL: _("national assessment team (TPN)"),
    }[assessor]


def assessor_short(assessor: Assessor) -> str:
    """Return who assessed, in a word."""
    return {
        Assessor.SELF: _("own"),
        Assessor.INTERNAL: "TPI",
        Assessor.NATIONAL: "TPN",
    }[assessor]


def aspect_word(aspect: Aspect) -> str:
    """Return what is scored of a component."""
    return {
        Aspect.COMPLIANCE: _("compliance"),
        Aspect.REFORM: _("reform"),
        Aspect.RESULT: _("result"),
    }[aspect]


def points(value: Decimal) -> str:
    """Return "76,59": rounded down, so that nothing seems reached that is not."""
    return _decimal(value.quantize(HUNDREDTH, ROUND_FLOOR))


def lacking(value: Decimal) -> str:
    """Return points that lack, rounded up, so that what is shown is enough."""
    return _decimal(value.quantize(HUNDREDTH, ROUND_CEILING))


def assessed_words(found: Assessment) -> str:
    """Return "penilaian mandiri 2022"."""
    return _("{assessor} of {period}").format(
        assessor=assessor_word(found.assessor), period=found.period
    )


def attained_words(found: Attained) -> str:
    """Return "WBK diraih (2022)" or "WBBM dicanangkan (12 Februari 2026)"."""
    day = wording.day(found.on) if found.on else str(found.period)
    return f"{predicate_word(found.predicate)} {step_word(found.step)} ({day})"


def step_words(step: Step) -> str:
    """Return "Penguatan pengawasan 0,3"."""
    return f"{name(step.component.name)} {lacking(step.points)}"


def headline(standing: Standing) -> str:
    """Return the takeaway of the assessment as the title of the page."""
    gap, found = standing.distance, standing.newest
    if found is None or gap is None:
        return _("Integrity zone: no assessment is recorded on this day")
    total = points(total_of(standing.parts))
    said = {"predicate": predicate_word(standing.goal), "total": total}
    if gap.is_met:
        return _("With {total} points the assessment reaches {predicate}").format(
            **said
        )
    if not gap.closing:
        words = _("With {total} points the assessment does not reach {predicate} yet")
        return words.format(**said)
    words = _("{total} points; {lacking} more in {places} reach {predicate}")
    return words.format(lacking=lacking(gap.points), places=_places(gap), **said)


def _places(gap: Distance) -> str:
    """Return where points are to be gained: two by name, of more the number."""
    match [name(each.component.short_name) for each in gap.closing]:
        case [only]:
            return only
        case [first, second]:
            return _("{first} and {second}").format(first=first, second=second)
        case places:
            count = wording.number(len(places))
            return _("{count} components").format(count=count)


def missing_words(gap: Distance) -> tuple[str, ...]:
    """Return what lacks for a predicate, one sentence each."""
    said = [
        (_("{points} points in all (least {least})"), gap.total, gap.threshold.total),
        (
            _("{points} points in the areas of change together (least {least})"),
            gap.leverage,
            gap.threshold.leverage,
        ),
    ]
    named = (
        _("{points} points in {component} (least {least})").format(
            points=lacking(each.points),
            component=name(each.component.name),
            least=points(gap.threshold.least(each.component)),
        )
        for each in gap.components
    )
    incomplete = () if gap.is_complete else (_("Some scores are missing."),)
    return (
        *incomplete,
        *(
            words.format(points=lacking(amount), least=points(least))
            for words, amount, least in said
            if amount
        ),
        *named,
    )


def closing_words(gap: Distance) -> str:
    """Return which area closes the distance with the fewest points."""
    if not gap.closing:
        return ""
    results = [step_words(each) for each in gap.closing if not each.component.is_area]
    areas = [step_words(each) for each in gap.areas]
    if not areas:
        return _("No area has to rise; the results do: {results}.").format(
            results="; ".join(results)
        )
    words = ngettext(
        "Fewest points: {areas} closes it alone.",
        "Fewest points: these areas close it together: {areas}.",
        len(areas),
    )
    if results:
        words = ngettext(
            "Fewest points: {areas} closes it, together with the results: {results}.",
            "Fewest points: {areas} close it, together with the results: {results}.",
            len(areas),
        )
    return words.format(areas="; ".join(areas), results="; ".join(results))


def trend_sentence(standing: Standing) -> str:
    """Return how the total went from the first period to the last."""
    scheme = standing.scheme
    totals = [(each, total_of(parts_of(each, scheme))) for each in standing.assessments]
    if not totals:
        return ""
    first, last = totals[0], totals[-1]
    words = _("From {first} points ({first_of}) to {last} points ({last_of}).")
    return words.format(
        first=points(first[1]),
        first_of=assessed_words(first[0]),
        last=points(last[1]),
        last_of=assessed_words(last[0]),
    )


def _decimal(value: Decimal) -> str:
    return str(format_decimal(value, format="#,##0.##", locale=current().value))
