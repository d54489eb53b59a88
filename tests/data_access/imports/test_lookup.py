import unicodedata

import pytest

from data_access.imports.characters import RefusedCell, tidy
from data_access.imports.lookup import MOST_GUESSES, lookup_of
from domain.importing import RefusalKind

REGIONS = lookup_of(
    [
        ("52.06", ("Bima", "Kabupaten Bima")),
        ("52.72", ("Kota Bima",)),
        ("52.71", ("Kota Mataram", "Mataram")),
        ("52.08", ("Lombok Utara", "")),
        ("90", ("52.71",)),
        ("91", ("Kembar",)),
        ("92", ("kembar",)),
    ]
)


def refusal(name):
    with pytest.raises(RefusedCell) as refused:
        REGIONS.find(name)
    return refused.value.kind, refused.value.arguments


@pytest.mark.parametrize(
    "written", ["Kota Mataram", "KOTA  mataram", " kotamataram ", "Mataram", "52.71"]
)
def test_a_name_is_found_whatever_its_case_and_spaces(written):
    assert REGIONS.find(written) == "52.71"


def test_a_kabupaten_and_a_kota_of_one_name_are_told_apart():
    assert REGIONS.find("Bima") == "52.06"
    assert REGIONS.find("Kota Bima") == "52.72"


def test_a_code_goes_before_another_things_name():
    assert REGIONS.find("52.71") == "52.71"


def test_an_unknown_name_is_refused_with_the_nearest_one():
    assert refusal("Kota Mataran") == (
        RefusalKind.UNKNOWN,
        (("nearest", "Kota Mataram"),),
    )
    assert refusal("Xxxxxxx") == (RefusalKind.UNKNOWN, (("nearest", ""),))


def test_a_name_of_two_things_is_refused_with_their_codes():
    assert refusal("Kembar") == (RefusalKind.AMBIGUOUS_NAME, (("codes", "91, 92"),))


def test_only_so_many_unknown_names_are_compared():
    lookup = lookup_of([("52.71", ("Mataram",))])
    for number in range(MOST_GUESSES):
        with pytest.raises(RefusedCell):
            lookup.find(f"Mataran {number}")
    with pytest.raises(RefusedCell) as refused:
        lookup.find("Mataran")
    assert refused.value.arguments == (("nearest", ""),)


def test_texts_are_composed_and_keep_their_lines():
    decomposed = unicodedata.normalize("NFD", " Képulauan\r\nSeribu ")
    assert tidy(decomposed) == "Képulauan\nSeribu"


@pytest.mark.parametrize("character", ["\x00", "\u202e", "\ufeff", "\u2028", "\ue000"])
def test_characters_that_nobody_sees_are_refused(character):
    with pytest.raises(RefusedCell) as refused:
        tidy(f"Mata{character}ram")
    assert refused.value.kind is RefusalKind.STRANGE_CHARACTER
