"""Open data of the plan: elections, stages, milestones, phases, requirements."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import partial

from domain.assessment import Assessment, StageAssessment, Status
from domain.election import Election
from domain.requirement import (
    Requirement,
    RequirementKind,
    RequirementScope,
    Rounding,
)
from domain.timeline import Holding, ProgressMeasure, Schedule, SlipReason
from domain.verification import Phase
from exports.api.fields import (
    Field,
    Filter,
    Item,
    Table,
    may,
    must,
    named,
    simulated,
    sourced,
)
from exports.edition import Edition
from ui import store


def _elections(edition: Edition) -> tuple[Election, ...]:
    return store.all_elections(edition.visit.revision)


def _stage_codes(edition: Edition) -> list[str]:
    return [each.stage.code for each in edition.overview.stages]


def _scheduled(of: Callable[[Item], Schedule]) -> list[Field[Item]]:
    def day(item: Item, name: str) -> date | None:
        found: date | None = getattr(of(item), name)
        return found

    says = {
        "planned_start": "First planned day",
        "planned_end": "Last planned day, inclusive",
        "actual_start": "Day it began",
        "actual_end": "Last day of it, inclusive, once it had ended",
    }
    return [
        may(name, date, said, partial(day, name=name)) for name, said in says.items()
    ]


ELECTIONS: Table[Election] = Table(
    name="elections",
    says="Every election of this database, in order of voting day",
    items=_elections,
    fields=(
        must("code", str, "Code in addresses", lambda each: each.code),
        *named("name", "Official name", lambda each: each.name),
        must(
            "launched_on",
            date,
            "Day the stages were opened",
            lambda each: each.launched_on,
        ),
        must("voting_day", date, "Day of voting", lambda each: each.voting_day),
        must(
            "legal_basis",
            str,
            "Law and regulation that order the stages",
            lambda each: each.legal_basis,
        ),
        *sourced(lambda each: each.provenance),
        simulated(lambda _: False),
    ),
)

STAGES: Table[StageAssessment] = Table(
    name="stages",
    says="The statutory stages (tahapan), in official order",
    items=lambda edition: edition.overview.stages,
    fields=(
        must(
            "code",
            str,
            "Number in the regulation; R2a to R2f for the run-off",
            lambda each: each.stage.code,
        ),
        *named("name", "Official name", lambda each: each.stage.name),
        *_scheduled(lambda each: each.stage.schedule),
        must(
            "holding",
            Holding,
            "Whether it takes place",
            lambda each: each.stage.holding,
        ),
        must("status", Status, "Where it stands on the day", lambda each: each.status),
        must("milestones", int, "Milestones inside", lambda each: len(each.milestones)),
        must(
            "milestones_done", int, "Milestones that have ended", lambda each: each.done
        ),
        must(
            "share",
            Fraction,
            "Weighted share done, 0 to 1; what nobody reported counts as 0",
            lambda each: each.share,
        ),
        must(
            "share_unreported",
            Fraction,
            "Weighted share that nobody reported on, 0 to 1",
            lambda each: each.unreported,
        ),
        must(
            "legal_basis",
            str,
            "Law and regulation behind the planned days",
            lambda each: each.stage.legal_basis,
        ),
        *sourced(lambda each: each.stage.provenance),
        simulated(lambda each: each.is_simulated),
    ),
)

MILESTONES: Table[Assessment] = Table(
    name="milestones",
    says="The milestones (kegiatan) of the plan, by stage and place in it",
    items=lambda edition: edition.overview.milestones,
    filters=(Filter(part="tahapan", field="stage", known=_stage_codes),),
    fields=(
        must("code", str, "Code within the election", lambda each: each.milestone.code),
        must("stage", str, "Code of its stage", lambda each: each.milestone.stage_code),
        *named("name", "Official name", lambda each: each.milestone.name),
        must(
            "region",
            str,
            "Kemendagri code of the region it concerns",
            lambda each: each.milestone.region_code,
        ),
        must(
            "division",
            str,
            "Division responsible; may be empty",
            lambda each: each.milestone.division,
        ),
        *_scheduled(lambda each: each.milestone.schedule),
        must(
            "holding",
            Holding,
            "Whether it takes place",
            lambda each: each.milestone.holding,
        ),
        must("status", Status, "Where it stands on the day", lambda each: each.status),
        must(
            "measure",
            ProgressMeasure,
            "What its progress is counted in",
            lambda each: each.milestone.measure,
        ),
        may(
            "done",
            int,
            "Percent, members or kab/kota done",
            lambda each: each.progress and each.progress.done,
        ),
        may(
            "total",
            int,
            "Of how many",
            lambda each: each.progress and each.progress.total,
        ),
        may(
            "reported_on",
            date,
            "Day the progress refers to",
            lambda each: each.progress and each.progress.reported_on,
        ),
        may(
            "legal_limit",
            date,
            "Last day the law allows, where a rule limits it",
            lambda each: each.limit and each.limit.falls_on,
        ),
        may(
            "slip_reason",
            SlipReason,
            "Why it slipped, once recorded",
            lambda each: each.milestone.slip_reason,
        ),
        must(
            "legal_basis",
            str,
            "Law and regulation behind the planned days",
            lambda each: each.milestone.legal_basis,
        ),
        *sourced(lambda each: each.milestone.provenance),
        simulated(lambda each: each.is_simulated),
    ),
)

PHASES: Table[Phase] = Table(
    name="phases",
    says="The phases of the verification of parties, in their order",
    items=lambda edition: edition.overview.phases,
    fields=(
        must("code", str, "Code of it", lambda each: each.code),
        *named("name", "Official name", lambda each: each.name),
        must(
            "milestone",
            str,
            "Code of the milestone that carries it",
            lambda each: each.milestone_code,
        ),
        must(
            "verdicts",
            str,
            "Verdicts a kab/kota may give, with blanks between them",
            lambda each: " ".join(sorted(each.verdicts)),
        ),
        must("known_on", date, "Day it was ordered", lambda each: each.known_on),
        must("source", str, "Regulation behind it", lambda each: each.legal_basis),
        simulated(lambda _: False),
    ),
)

REQUIREMENTS: Table[Requirement] = Table(
    name="requirements",
    says="The requirements on parties, in the version known on the day",
    items=lambda edition: edition.overview.requirements,
    fields=(
        must("code", str, "Code within the election", lambda each: each.code),
        must("letter", str, "Letter in the article", lambda each: each.letter),
        *named("name", "What is asked for", lambda each: each.name),
        must(
            "scope",
            RequirementScope,
            "Level whose units are counted",
            lambda each: each.scope,
        ),
        must(
            "kind",
            RequirementKind,
            "What is asked for, as a code",
            lambda each: each.kind,
        ),
        may(
            "share",
            Fraction,
            "Share of the units that is needed, 0 to 1",
            lambda each: each.share,
        ),
        may("fixed", int, "Number that is enough in any case", lambda each: each.fixed),
        may(
            "per_population",
            Fraction,
            "Members needed per inhabitant",
            lambda each: each.per_population,
        ),
        must(
            "rounding",
            Rounding,
            "How a share becomes a whole number",
            lambda each: each.rounding,
        ),
        must("article", str, "Law and article", lambda each: each.article),
        *sourced(lambda each: each.provenance),
        simulated(lambda _: False),
    ),
)
