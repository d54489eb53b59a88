"""Streamlit as `pip install streamlit` leaves it: its server without uvloop."""

import sys

from streamlit.web.cli import main

if __name__ == "__main__":
    # None makes every later `import uvloop` fail, as on a machine without it.
    sys.modules["uvloop"] = None  # type: ignore[assignment]
    main()
