"""What the rules on tallies say of the rows of an import."""

from datetime import date
from typing import Any, cast

from data_access.imports.rows import Rows, Values
from data_access.imports.tally_names import Names
from domain.importing import Field, Refusal, RefusalKind, Terms
from domain.tally import Tally, TallyState
from domain.tally_rules import COUNTS, check_tally
from domain.verification import Phase


def reported_on(values: Values) -> date:
    """Return the day that a row refers to."""
    return cast("date", values[Field.REPORTED_ON])


def broken_rules(rows: Rows, names: Names, terms: Terms) -> list[Refusal]:
    """Return each rule that a row breaks, in the order of the rows."""
    return [
        refusal
        for number, values in rows.values.items()
        for refusal in _violations(number, values, names.phase_of(values), terms)
    ]


def _violations(
    number: int, values: Values, phase: Phase, terms: Terms
) -> list[Refusal]:
    return [
        Refusal(
            kind=RefusalKind(found.rule.value),
            row=number,
            column=found.field,
            value=str(found.value),
            arguments=() if found.most is None else (("most", found.most),),
        )
        for found in check_tally(_draft(values, terms), phase)
    ]


def _draft(values: Values, terms: Terms) -> Tally:
    counts: dict[str, Any] = {name: values[Field(name)] for name in COUNTS}
    return Tally(
        phase_code=str(values[Field.PHASE]),
        party_code=str(values[Field.PARTY]),
        region_code=str(values[Field.REGION]),
        reported_on=reported_on(values),
        known_on=terms.known_on,
        **counts,
        verdict=None,
        state=TallyState.DRAFT,
        decided_on=None,
        minutes_number=None,
        origin=terms.origin,
    )
