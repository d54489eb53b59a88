from datetime import date
from fractions import Fraction

from data_access.tables import phases, reported_figures, requirements
from data_access.verification import (
    read_phases,
    read_reported_figures,
    read_requirements,
)
from domain.bilingual import Bilingual
from domain.provenance import Confidence, Provenance
from domain.requirement import (
    Requirement,
    RequirementKind,
    RequirementScope,
    Rounding,
)
from domain.tally import ReportedFigure
from domain.verification import Phase, Verdict
from tests.data_access.election_rows import (
    ELECTION,
    ORDERED,
    phase,
    reported_figure,
    requirement,
    store,
    store_ground,
)

READ = Provenance(source="PKPU 4/2022", confidence=Confidence.VERIFIED)
LAW = date(2017, 8, 16)
RULING = date(2023, 8, 29)


def test_phases_come_in_order_with_the_verdicts_they_may_give(connection):
    store_ground(connection)
    administrative, factual = read_phases(connection, ELECTION, ORDERED)
    assert factual.code == "factual"
    assert administrative == Phase(
        code="administrative",
        position=1,
        name=Bilingual("Verifikasi administrasi", "Administrative verification"),
        short_name=Bilingual("Administrasi", "Administrative"),
        milestone_code="M3-03",
        verdicts=frozenset({Verdict.ELIGIBLE, Verdict.CORRECTABLE}),
        known_on=ORDERED,
        legal_basis="PKPU 4/2022",
    )


def test_the_re_verification_of_ummat_shows_once_ordered(connection):
    store_ground(connection)
    ordered = date(2022, 12, 20)
    store(connection, phases, phase("reverification", position=5, known_on=ordered))
    before = read_phases(connection, ELECTION, date(2022, 12, 19))
    after = read_phases(connection, ELECTION, ordered)
    assert (len(before), [each.code for each in after][2:]) == (2, ["reverification"])


def test_a_requirement_comes_with_its_exact_share(connection):
    store_ground(connection)
    store(connection, requirements, requirement("board_regencies", LAW))
    assert read_requirements(connection, ELECTION, ORDERED) == (
        Requirement(
            code="board_regencies",
            letter="c",
            name=Bilingual(
                "Kepengurusan di 75 % kab/kota", "A board in 75 % of the regencies"
            ),
            scope=RequirementScope.REGENCY,
            kind=RequirementKind.BOARD,
            share=Fraction(3, 4),
            fixed=None,
            rounding=Rounding.HALF_UP,
            per_population=None,
            article="UU 7/2017 Ps. 173(2) huruf c",
            provenance=READ,
        ),
    )


def test_a_ruling_changes_the_rounding_from_its_day_on(connection):
    store_ground(connection)
    store(
        connection,
        requirements,
        requirement("women", RULING, letter="e", rounding=Rounding.UP),
        requirement("women", LAW, letter="e"),
        requirement("board_regencies", LAW),
    )
    before = read_requirements(connection, ELECTION, date(2023, 8, 28))
    after = read_requirements(connection, ELECTION, RULING)
    assert [each.rounding for each in before] == [Rounding.HALF_UP, Rounding.HALF_UP]
    assert [(each.code, each.rounding) for each in after] == [
        ("board_regencies", Rounding.HALF_UP),
        ("women", Rounding.UP),
    ]


def test_a_published_figure_shows_once_published_oldest_first(connection):
    store_ground(connection)
    store(
        connection,
        reported_figures,
        reported_figure(
            date(2022, 11, 3),
            area="NTB (10 kab/kota)",
            parties="9 parpol",
            value=18_000,
            is_approximate=True,
        ),
        reported_figure(date(2022, 10, 27), known_on=date(2022, 10, 28)),
    )
    assert read_reported_figures(connection, ELECTION, date(2022, 10, 27)) == ()
    (mataram, ntb) = read_reported_figures(connection, ELECTION, date(2022, 11, 3))
    assert (mataram.value, ntb.value) == (1789, 18_000)
    assert ntb == ReportedFigure(
        phase_code="factual",
        area="NTB (10 kab/kota)",
        parties="9 parpol",
        measure="sample_members",
        value=18_000,
        is_approximate=True,
        as_of=date(2022, 11, 3),
        provenance=READ,
    )
