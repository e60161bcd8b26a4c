# Everything runs in .venv, which these targets make from the lock files (exact versions, hashes checked).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO_INDEX := .demo-index
SOURCES := natosearch tests benchmarks

.PHONY: demo test campaign check fmt golden lock clean help

help: ## what there is
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/'

demo: $(VENV)/.installed ## install, ingest seeds/, ask the first query
	$(BIN)/natosearch ingest --index $(DEMO_INDEX) seeds
	$(BIN)/natosearch query --index $(DEMO_INDEX) "KFOR troops"

test: check ## linters, types, the import contract, all tests
	$(BIN)/python -m pytest -n auto

campaign: $(VENV)/.developed ## what takes longer: 20,000 random queries
	CAMPAIGN=20000 $(BIN)/python -m pytest -q tests/test_query_language.py -k harm

check: $(VENV)/.developed ## linters, types and the import contract alone
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports

fmt: $(VENV)/.developed ## format the code
	$(BIN)/ruff check --fix $(SOURCES)
	$(BIN)/ruff format $(SOURCES)

golden: $(VENV)/.developed ## write tests/golden anew; read the difference before you commit it
	$(BIN)/python -m tests.write_golden

lock: $(VENV)/.developed ## find newer versions for the lock files
	$(BIN)/python -m pip install -q uv
	$(BIN)/uv pip compile -q --universal --python-version 3.10 --generate-hashes --no-annotate --no-header --upgrade --extra all -o requirements.lock pyproject.toml requirements-build.in
	$(BIN)/uv pip compile -q --universal --python-version 3.10 --generate-hashes --no-annotate --no-header --upgrade --extra all --extra dev -o requirements-dev.lock pyproject.toml requirements-build.in

clean: ## remove what these targets made
	rm -rf $(VENV) $(DEMO_INDEX) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find natosearch tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10) and "natosearch needs Python 3.10 or later; name one with: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python requirements.lock pyproject.toml
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.developed: $(VENV)/.installed requirements-dev.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@
