from domain.person import Person, Role
from domain.reconciliation import Check, Light, LightState
from domain.reconciliation_summary import lights_of, responsible, summaries

GREEN, RED, UNKNOWN = LightState.GREEN, LightState.RED, LightState.UNKNOWN


def light(state, check=Check.SAMPLE, region="52.71", is_simulated=False):
    return Light(
        check=check,
        state=state,
        measure="sample",
        ours=1,
        theirs=1,
        region_code=region,
        is_simulated=is_simulated,
    )


def person(code, name, role=Role.OPERATOR, regions=("52.71",)):
    return Person(code=code, name=name, role=role, regions=frozenset(regions))


def test_every_check_has_a_summary_though_nothing_was_compared():
    found = summaries([])
    assert [each.check for each in found] == list(Check)
    assert {each.state for each in found} == {UNKNOWN}


def test_one_red_comparison_makes_its_check_red_and_no_other():
    lights = [light(GREEN), light(RED), light(UNKNOWN), light(GREEN, Check.MINUTES)]
    found = {each.check: each for each in summaries(lights)}
    sample, minutes = found[Check.SAMPLE], found[Check.MINUTES]
    counts = (sample.green, sample.red, sample.unknown, sample.compared)
    assert (sample.state, counts) == (RED, (1, 1, 1, 2))
    assert minutes.state is GREEN


def test_a_check_that_lacks_some_numbers_is_green_if_all_others_agree():
    assert summaries([light(GREEN), light(UNKNOWN)])[0].state is GREEN
    assert summaries([light(UNKNOWN)])[0].state is UNKNOWN


def test_a_summary_says_whether_a_number_is_made_up():
    lights = [light(GREEN), light(GREEN, is_simulated=True)]
    assert summaries(lights)[0].is_simulated
    assert not summaries(lights[:1])[0].is_simulated


def test_an_operator_sees_the_lights_of_their_own_regency_only():
    lights = (light(GREEN), light(GREEN, region="52.08"), light(RED, region="52"))
    assert lights_of(lights, person("a", "Ani")) == lights[:1]
    for role in (Role.EDITOR, Role.ADMIN):
        assert lights_of(lights, person("b", "Budi", role, ())) == lights


def test_the_operators_of_a_regency_are_called_by_name():
    people = (
        person("a", "Citra"),
        person("b", "Ani"),
        person("c", "Dedi", regions=("52.08",)),
        person("d", "Budi", Role.EDITOR, ()),
    )
    assert [each.name for each in responsible("52.71", people)] == ["Ani", "Citra"]


def test_an_editor_is_called_where_no_operator_is_and_nobody_where_none_is():
    people = (
        person("a", "Citra"),
        person("b", "Budi", Role.EDITOR, ()),
        person("c", "Eko", Role.ADMIN, ()),
    )
    for region in ("52", "52.08"):
        assert [each.name for each in responsible(region, people)] == ["Budi"]
    assert responsible("52", people[:1]) == ()
