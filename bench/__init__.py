"""The benchmark: the app against three baselines, interleaved in one run."""
