"""How much one run of the benchmark measures."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """Counts that bound a run.

    Attributes:
        rounds: Interleaved rounds of reruns.
        reruns: Reruns of one page in one round.
        steps: Steps of the as-of day on each page.
        edits: Edits, each followed by a rerun.
        watched: Edits before a hundred open screens.
        asked: Questions of a projector left open; 57,600 are a day of them.
        seconds: Length of the run with fifty thinking visitors.
        openings: Pages each of fifty visitors opens in the app, in one round.
        crowds: Rounds of fifty visitors who open pages without pause.
        visits: Interleaved rounds in Chromium.
        slow_visits: The same on the emulated link.
        starts: Starts of the app's process.
        saves: Saves of a milestone in Chromium.
        rushes: Rounds of eight people who save at the same moment.
        imports: Imports of 20,000 rows.
        checks: Checks of the whole journal, each by a process of its own.
        histories: Openings of Riwayat.
        documents: Documents of each kind.
    """

    rounds: int
    reruns: int
    steps: int
    edits: int
    watched: int
    asked: int
    seconds: float
    openings: int
    crowds: int
    visits: int
    slow_visits: int
    starts: int
    saves: int
    rushes: int
    imports: int
    checks: int
    histories: int
    documents: int


FULL = Effort(
    rounds=6,
    reruns=10,
    steps=20,
    edits=12,
    watched=6,
    asked=57_600,
    seconds=20.0,
    openings=6,
    crowds=2,
    visits=8,
    slow_visits=3,
    starts=5,
    saves=20,
    rushes=10,
    imports=3,
    checks=3,
    histories=15,
    documents=5,
)
QUICK = Effort(
    rounds=2,
    reruns=6,
    steps=6,
    edits=4,
    watched=2,
    asked=4_800,
    seconds=6.0,
    openings=2,
    crowds=1,
    visits=2,
    slow_visits=1,
    starts=2,
    saves=5,
    rushes=3,
    imports=1,
    checks=1,
    histories=4,
    documents=2,
)
