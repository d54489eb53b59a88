import subprocess
import sys

import pytest

MODULES = ["daily", "gauge", "party", "summary", "timeline", "verification"]


@pytest.mark.parametrize("module", MODULES)
def test_a_chart_can_be_filled_without_loading_altair(module):
    program = f"import sys, charts.{module}; sys.exit('altair' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True, timeout=30)
