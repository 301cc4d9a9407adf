# Everything a contributor runs. Needs Python 3.11 or newer, make and, the first time,
# a network; the rest is installed into .venv. `make help` lists the targets.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PO := $(wildcard src/skillgap/locale/*/LC_MESSAGES/*.po)
MO := $(PO:.po=.mo)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup demo test check format translations picture bench-startup bench-matching clean

help:
	@echo 'make demo           set up and recommend credentials on the bundled catalogue'
	@echo 'make test           set up and run the tests'
	@echo 'make check          lint, types, import rule, translations, changelog'
	@echo 'make format         format the code, apply safe fixes'
	@echo 'make translations   bring the .po files up to date with the code'
	@echo 'make picture        draw the picture of README anew (docs/recommend.svg)'
	@echo 'make bench-startup  measure start-up against a peer (bench/RESULTS-startup.md)'
	@echo 'make bench-matching measure matching at the size of ESCO (bench/matching/RESULTS.md)'
	@echo 'make clean          remove what these targets made'
	@echo
	@echo 'PYTHON=python3.13 VENV=.venv-3.13 make test   uses another Python'

# The stamp is written last, so that an interrupted set-up is done again. A fresh
# environment may carry a pip that knows no dependency groups: pip goes first.
$(READY): pyproject.toml hatch_build.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo 'skillgap needs Python 3.11 or newer; name one: make PYTHON=python3.11' >&2; \
	  exit 1; }
	@echo 'Setting up $(VENV) ...'
	@$(PYTHON) -m venv '$(VENV)'
	@'$(BIN)/python' -m pip install -qq --disable-pip-version-check --upgrade 'pip>=25.1'
	@'$(BIN)/python' -m pip install -qq --disable-pip-version-check --editable . --group dev
	@touch '$(READY)'

# The set-up compiles the messages once; here they follow each edit.
%.mo: %.po | $(READY)
	@'$(BIN)/python' tools/translations.py compile

setup: $(READY) $(MO)
	@:

demo: setup
	'$(BIN)/skillgap' recommend -s "excel" -s "dealing with customers" -s "paying bills" \
	  --for bookkeeper --explain

test: setup
	@'$(BIN)/python' -m pytest $(PYTEST_ARGS)

check: setup
	@'$(BIN)/python' -m ruff check .
	@'$(BIN)/python' -m ruff format --check .
	@'$(BIN)/python' -m mypy
	@'$(BIN)/lint-imports' --no-logo
	@'$(BIN)/python' tools/translations.py check
	@'$(BIN)/python' tools/changelog.py

format: setup
	@'$(BIN)/python' -m ruff check --fix .
	@'$(BIN)/python' -m ruff format .

translations: setup
	@'$(BIN)/python' tools/translations.py update

picture: setup
	@'$(BIN)/python' tools/picture.py

bench-startup: setup
	@'$(BIN)/python' bench/startup.py

bench-matching: setup
	@'$(BIN)/python' bench/matching/compare.py

clean:
	rm -rf '$(VENV)' .venv-* build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	rm -rf .coverage .import_linter_cache
	find src tests tools bench -name __pycache__ -type d -prune -exec rm -rf {} +
	find src -name '*.mo' -exec rm -f {} +
