# make run    installs, creates the database with the demonstration, serves the app on PORT
# make test   installs, runs every test (real PostgreSQL, real browser)
# make check  lint, types, import directions, migrations, catalogues, spelling
# make bench  measures against the baselines and writes docs/performance.md
# make clean  removes what these made; the database stays (make clean-database removes it)

PORT ?= 8501
PYTHON ?= python3
BIN := .venv/bin
# The tests whose coverage of domain, data_access and reports must be whole.
MEASURED := tests/domain tests/data_access tests/reports tests/exports tests/ui
BROWSER ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)

.PHONY: run test check bench screenshots catalogues pins browser clean clean-database

run: .venv/app-installed catalogues
	$(BIN)/python -m tasks migrate
	$(BIN)/python -m tasks demo --if-empty
	$(BIN)/python -m web.assets
	$(BIN)/streamlit run dashboard.py --server.port $(PORT)

test: .venv/dev-installed catalogues browser
	$(BIN)/python -m web.assets
	# Apart from the others, because measuring takes twice the time.
	$(BIN)/python -m pytest $(MEASURED) --numprocesses=auto --dist=worksteal --cov --cov-report=term
	$(BIN)/python -m pytest $(addprefix --ignore=,$(MEASURED) tests/browser) --numprocesses=auto --dist=worksteal
	# Apart: Playwright keeps an event loop running, and other tests start their own.
	$(BIN)/python -m pytest tests/browser --numprocesses=2 --dist=worksteal

check: .venv/dev-installed catalogues
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .
	$(BIN)/codespell
	$(BIN)/python -m tasks check-catalogues
	$(BIN)/python -m tasks check-migrations

bench: .venv/dev-installed catalogues browser
	$(BIN)/python -m web.assets
	$(BIN)/python -m bench

screenshots: .venv/dev-installed catalogues browser
	$(BIN)/python -m web.assets
	$(BIN)/python -m bench.screenshots

catalogues: translations/id/LC_MESSAGES/messages.mo translations/en/LC_MESSAGES/messages.mo

%.mo: %.po .venv/app-installed
	$(BIN)/pybabel compile --input-file $< --output-file $@

pins: .venv/dev-installed
	$(BIN)/uv pip compile --quiet --universal --no-strip-extras --python-version 3.11 --generate-hashes --no-header requirements.in --output-file requirements.txt
	$(BIN)/uv pip compile --quiet --universal --no-strip-extras --python-version 3.11 --generate-hashes --no-header requirements-dev.in --output-file requirements-dev.txt

browser: .venv/dev-installed
ifeq ($(BROWSER),)
	$(BIN)/playwright install chromium
endif

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/app-installed: requirements.txt .venv/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.txt
	touch $@

.venv/dev-installed: requirements-dev.txt .venv/app-installed
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-dev.txt
	touch $@

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage var/cache
	find translations -name '*.mo' -delete

clean-database:
	rm -f var/pantau-tahapan.db var/pantau-tahapan.db-wal var/pantau-tahapan.db-shm
