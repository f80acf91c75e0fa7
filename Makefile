# The two commands of README.md. On Windows, see docs/brukerveiledning.md.
PYTHON ?= $(firstword $(shell command -v python3.11 python3.12 python3.13 python3.14 python3))
BIN := .venv/bin
SETTINGS := --kommune samples/kommune.toml --date 2026-11-22

# A form is a folder with a definition; its sample is the workbook in samples/ of many records.
FORMS := $(sort $(patsubst templates/%/skjema.toml,%,$(wildcard templates/*/skjema.toml)))
sample = $(firstword $(filter-out %/feil.xlsx %/enkeltsak.xlsx,$(sort $(wildcard samples/$(1)/*.xlsx))))
# Exit code 1 says that everything was written, and something should be looked at.
fill = $(BIN)/skjema fill $(1) $(call sample,$(1)) -o ut/$(1) $(SETTINGS) || [ $$? -eq 1 ]

.PHONY: samples test style coverage bench
samples: .venv/product  ## fill in every form from its sample workbook
	@rm -rf ut
	@set -e; $(foreach form,$(FORMS),$(call fill,$(form));)

test: .venv/tests  ## the tests, but for the longest, which CI runs
	@$(BIN)/python -m pytest

style: .venv/tests  ## what a test need not run for: lint, layout of the code, types, spelling
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/codespell

coverage: .venv/tests  ## the same, and the lines that none of them runs
	@$(BIN)/python -m pytest --cov --cov-report=term-missing

.venv/product: pyproject.toml constraints.txt
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@$(BIN)/python -m compileall -q src  # else each start compiles anew where Python is told to write no bytecode
	@touch $@

.venv/tests: .venv/product
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .[dev]
	@touch $@

bench: .venv/bench  ## skjema beside its peers; about a quarter of an hour, and wants node and go
	@$(BIN)/python bench/run.py --write

.venv/bench: .venv/product bench/requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --requirement bench/requirements.txt
	@touch $@
