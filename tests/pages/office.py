"""What the tests of Pembaruan do and read, whichever way milestones are recorded."""

from pathlib import Path

RECORDING = Path(__file__).parents[2] / "pages" / "recording.py"
PEOPLE = ("baiq", "sari", "lalu")


def press(at, key):
    return next(each for each in at.button if each.key == key).click().run()


def said(at):
    return " ".join(
        each.value for each in (*at.error, *at.success, *at.info, *at.warning)
    )
