from datetime import date

from data_access.facts_csv import Fact
from data_access.facts_states import states_of
from domain.provenance import Confidence
from domain.timeline import Holding, SlipReason


def plan(**changed):
    values = {
        "known_on": date(2022, 6, 9),
        "planned_start": date(2022, 8, 2),
        "planned_end": date(2022, 9, 11),
        "relative_rule_indonesian": "",
        "relative_rule_english": "",
        "legal_basis": "PKPU 4/2022",
        "source": "plan",
        "confidence": Confidence.VERIFIED,
        "note": "as planned",
    }
    return values | changed


def stage(**changed):
    values = {
        "code": "3",
        "holding": Holding.PLANNED,
        "actual_start": None,
        "actual_end": None,
        "not_held_on": None,
        "actual_note": "",
    }
    return Fact("stages.csv", 2, plan(**values | changed))


def milestone(**changed):
    values = {"exception": "", "slip_reason": None, "actual_source": ""}
    return stage(**values | changed)


def revision(**changed):
    return Fact("revisions.csv", 2, {"milestone_code": "P03a", **plan(**changed)})


def known(states, *columns):
    return [tuple(state[column] for column in columns) for state in states]


def test_a_plan_is_known_from_its_own_day():
    states = states_of(stage())
    assert known(states, "version", "known_on", "planned_start", "actual_start") == [
        (1, date(2022, 6, 9), date(2022, 8, 2), None)
    ]


def test_a_beginning_and_an_end_are_known_when_they_happen():
    states = states_of(
        stage(actual_start=date(2022, 8, 2), actual_end=date(2022, 9, 11))
    )
    assert known(states, "version", "known_on", "actual_start", "actual_end") == [
        (1, date(2022, 6, 9), None, None),
        (2, date(2022, 8, 2), date(2022, 8, 2), None),
        (3, date(2022, 9, 11), date(2022, 8, 2), date(2022, 9, 11)),
    ]


def test_what_began_and_ended_on_one_day_is_one_state():
    day = date(2022, 12, 14)
    states = states_of(stage(actual_start=day, actual_end=day))
    assert known(states, "known_on", "actual_start", "actual_end")[1:] == [
        (day, day, day)
    ]


def test_a_revised_plan_is_known_when_its_regulation_came():
    states = states_of(
        milestone(),
        [revision(known_on=date(2022, 8, 15), planned_end=date(2022, 9, 4))],
    )
    assert known(states, "known_on", "planned_end") == [
        (date(2022, 6, 9), date(2022, 9, 11)),
        (date(2022, 8, 15), date(2022, 9, 4)),
    ]


def test_only_the_outcome_tells_its_note_source_and_slip_reason():
    states = states_of(
        milestone(
            actual_start=date(2024, 3, 5),
            actual_end=date(2024, 3, 11),
            actual_note="one day late",
            actual_source="antaranews",
            slip_reason=SlipReason.OTHER,
        )
    )
    assert known(states, "note", "source", "slip_reason") == [
        ("as planned", "plan", None),
        ("as planned", "plan", None),
        ("one day late", "antaranews", SlipReason.OTHER),
    ]


def test_a_beginning_without_an_end_is_the_outcome_so_far():
    states = states_of(
        milestone(actual_start=date(2022, 10, 18), actual_note="also in Mataram")
    )
    assert known(states, "note") == [("as planned",), ("also in Mataram",)]


def test_a_condition_is_fulfilled_by_the_beginning():
    states = states_of(
        stage(holding=Holding.CONDITIONAL, actual_start=date(2022, 12, 30))
    )
    assert known(states, "holding") == [(Holding.CONDITIONAL,), (Holding.PLANNED,)]


def test_the_run_off_is_not_held_from_the_day_that_was_known():
    states = states_of(
        stage(
            holding=Holding.CONDITIONAL,
            not_held_on=date(2024, 3, 20),
            actual_note="won in one round",
        )
    )
    assert known(states, "known_on", "holding", "note") == [
        (date(2022, 6, 9), Holding.CONDITIONAL, "as planned"),
        (date(2024, 3, 20), Holding.NOT_HELD, "won in one round"),
    ]


def test_an_item_that_entered_late_shows_no_earlier_day():
    states = states_of(
        stage(known_on=date(2023, 3, 20), actual_start=date(2023, 3, 18))
    )
    assert known(states, "known_on", "actual_start") == [
        (date(2023, 3, 20), date(2023, 3, 18))
    ]


def test_only_a_milestone_has_progress_and_exceptions():
    assert "exception" not in states_of(stage())[0]
    assert states_of(milestone(exception="Bawaslu"))[0]["exception"] == "Bawaslu"
    assert states_of(milestone())[0]["progress_percent"] is None
