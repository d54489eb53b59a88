from hypothesis import settings

# A busy machine is no failure: the rules are timed by the benchmark, not here.
settings.register_profile("domain", deadline=None)
settings.load_profile("domain")
