"""The language of a run: lists of words are said once in each."""

from domain.bilingual import Language
from ui.language import current, once_a_language, speaking


def test_a_list_of_words_is_said_once_in_each_language():
    said = []

    @once_a_language
    def words():
        said.append(current())
        return {"day": "Hari" if current() is Language.INDONESIAN else "Day"}

    found = []
    for language in (*Language, *Language):
        with speaking(language):
            found.append(words()["day"])
    assert found == ["Hari", "Day", "Hari", "Day"]
    assert said == list(Language)
