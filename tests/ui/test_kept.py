import threading
import time

import pytest

from ui import kept as module
from ui.kept import kept, kept_by, lasting


@pytest.fixture(autouse=True)
def nothing_kept():
    module.forget()


def test_a_value_is_found_once_for_its_arguments():
    asked = []

    @kept
    def double(number):
        asked.append(number)
        return 2 * number

    assert [double(2), double(2), double(3)] == [4, 4, 6]
    assert asked == [2, 3]


def test_another_key_decides_what_is_found_anew():
    @kept_by(lambda view, *_: view)
    def name(view, value):
        return view, value

    assert [name("a", 1), name("a", 2), name("b", 3)] == [("a", 1), ("a", 1), ("b", 3)]


def test_those_who_ask_meanwhile_wait_for_the_same_value():
    asked = []

    @kept
    def slow(number):
        asked.append(number)
        time.sleep(0.05)
        return number

    visitors = [threading.Thread(target=slow, args=(1,)) for _ in range(8)]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    assert asked == [1]


def test_a_failure_is_not_kept():
    answers = iter([OSError("away"), None])

    @kept
    def read():
        failure = next(answers)
        if failure:
            raise failure
        return "read"

    with pytest.raises(OSError, match="away"):
        read()
    assert read() == "read"


def test_forgetting_finds_every_value_anew():
    numbers = iter(range(2))

    @kept
    def count():
        return next(numbers)

    assert count() == 0
    module.forget()
    assert count() == 1


def test_another_revision_leaves_nothing_of_the_one_before():
    asked = []

    @kept
    def read(revision):
        asked.append(revision)
        return revision

    for revision in (7, 7, 8, 8):
        module.follow(revision)
        read(revision)
    module.follow(9)
    read(8)
    assert asked == [7, 8, 8]


def test_what_lasts_outlives_a_revision_but_not_another_database():
    numbers = iter(range(2))

    @lasting
    def count():
        return next(numbers)

    assert count() == 0
    module.follow(10)
    assert count() == 0
    module.forget()
    assert count() == 1
