import subprocess
import sys
from pathlib import Path

LOADED = """
import sys
import data_access.imports.milestones, data_access.imports.tallies
import ui.importing_words, ui.importing_refusals
print(sorted({"pandas", "pandera", "python_calamine", "xlsxwriter"} & set(sys.modules)))
"""


def test_a_server_loads_no_frames_and_no_reader_of_workbooks_before_an_import():
    loaded = subprocess.run(
        [sys.executable, "-c", LOADED],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    assert loaded.stdout == "[]\n"
