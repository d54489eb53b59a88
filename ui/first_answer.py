"""The first answer of Ringkasan, for its page before the scripts have run."""

from urllib.parse import parse_qs

from charts.palette import LIGHT
from domain.bilingual import language_of
from ui import address, headlines, language, store, summary, visit
from ui.badges import simulated_words
from ui.kept import kept
from ui.visit import Visit


def first_answer(query: str) -> tuple[str, str] | None:
    """Return the title of Ringkasan and its sentence, as an address asks for them.

    Args:
        query: Query string of the address; nonsense in it counts for nothing.

    Returns:
        Title and sentence, or None while there is nothing to say.

    Raises:
        sqlalchemy.exc.DBAPIError: The database is away.
    """
    asked = {part: values[-1] for part, values in parse_qs(query).items()}
    spoken = language_of(asked.get(address.LANGUAGE, ""))
    day = address.day_of(asked.get(address.DAY, ""))
    found = visit.find(asked.get(address.ELECTION, ""), day, spoken, LIGHT)
    return _answer(found) if found else None


@kept
def _answer(looking: Visit) -> tuple[str, str] | None:
    language.speak(looking.language)
    overview = store.overview(
        looking.revision, looking.election, looking.election.code, looking.day
    )
    if not overview.stages:
        return None
    urgent = summary.attention(overview)
    title = headlines.state_of(looking.election, overview.stages, looking.day)
    mark = simulated_words(is_simulated=summary.is_simulated(urgent))
    return title, summary.sentence_of(overview, urgent) + mark
