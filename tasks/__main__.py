"""Entry point of `python -m tasks`."""

import os
import sys
from datetime import UTC, datetime

from tasks.command_line import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:], os.environ, datetime.now(UTC)))
