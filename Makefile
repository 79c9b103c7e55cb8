# make help   what there is to type
#
# Everything runs in a virtual environment of its own, $(VENV), made the first time.
# PYTHON=python3.12 chooses the Python it is made from; PYTEST_ARGS="-k vote" chooses tests.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help demo test check lint types contracts coverage spelling completion dev bench messages pictures reference wheel clean distclean

VENV ?= .venv
PYTEST_ARGS ?= -n auto
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check --no-input
CODE := $(wildcard hatch_build.py src tests bench docs)
LOCALE := src/collectif_cli/locale
PO := $(wildcard $(LOCALE)/*/LC_MESSAGES/collectif.po)
MO := $(PO:.po=.mo)
INSTALL_INPUTS := pyproject.toml hatch_build.py

help:
	@echo 'make demo      installs, checks the reference programme, shows where it stands, builds it'
	@echo 'make test      runs the tests'
	@echo 'make check     all that must hold: style, types, arrows between rooms, the programme, the tests'
	@echo 'make dev       installs the tools of those who change the code'
	@echo 'make coverage  runs the tests and says which lines none of them reached'
	@echo 'make spelling  reads the French texts for words that no dictionary knows and faults of typing'
	@echo 'make bench     measures speed and memory against other tools'
	@echo 'make messages  brings the French catalogue up to date with the sentences of the code'
	@echo 'make completion draws what the Tab key knows from the verbs'
	@echo 'make reference draws the pages of docs/ that come from the code: verbs, files, rules'
	@echo 'make pictures  draws the pictures of the README again'
	@echo 'make wheel     builds the package to dist/'
	@echo 'make clean     removes what was built; make distclean removes $(VENV) too'

# --- the virtual environment ---------------------------------------------------------------

# The Python to start from: $(PYTHON) when given, else the first of the usual names that is 3.11 or newer.
PYTHON_NAMES := $(if $(PYTHON),$(PYTHON),python3 python3.13 python3.12 python3.11 python)

$(BIN)/python:
	@python=; \
	for name in $(PYTHON_NAMES); do \
	  if "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=$$name; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
	  echo 'Il faut Python 3.11 ou plus récent ; aucun de ces noms n’en est un : $(PYTHON_NAMES).' >&2; \
	  echo 'Python 3.11 or newer is needed; none of these names is one: $(PYTHON_NAMES).' >&2; \
	  exit 1; \
	fi; \
	if ! "$$python" -c 'import ensurepip, venv' 2>/dev/null; then \
	  package=$$("$$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'); \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "Installation de $$package, sans quoi Python ne fait pas d’environnement virtuel." >&2; \
	    echo "Installing $$package, without which Python makes no virtual environment." >&2; \
	    apt-get -qq update </dev/null >/dev/null && \
	    DEBIAN_FRONTEND=noninteractive apt-get -qq install -y "$$package" </dev/null >/dev/null || exit 1; \
	  else \
	    echo "Ce Python ne sait pas faire d’environnement virtuel. Sous Debian ou Ubuntu : sudo apt-get install $$package" >&2; \
	    echo "This Python cannot make a virtual environment. On Debian or Ubuntu: sudo apt-get install $$package" >&2; \
	    exit 1; \
	  fi; \
	fi; \
	echo "$(VENV) <- $$("$$python" --version)"; \
	"$$python" -m venv --clear $(VENV)
	@$(PIP) install --upgrade pip # an older pip writes commands that import `re` before they start

# One stamp for each set of packages; a larger set serves for a smaller one.
$(VENV)/.has-run: $(INSTALL_INPUTS) | $(BIN)/python
	@echo 'pip install -e .'
	@$(PIP) install --editable .
	@touch $@

$(VENV)/.has-test: $(INSTALL_INPUTS) | $(BIN)/python
	@echo 'pip install -e .[test]'
	@$(PIP) install --editable '.[test]'
	@touch $@ $(VENV)/.has-run

$(VENV)/.has-dev: $(INSTALL_INPUTS) | $(BIN)/python
	@echo 'pip install -e .[dev]'
	@$(PIP) install --editable '.[dev]'
	@touch $@ $(VENV)/.has-test $(VENV)/.has-run

$(VENV)/.has-bench: $(INSTALL_INPUTS) | $(BIN)/python
	@echo 'pip install -e .[bench]'
	@$(PIP) install --editable '.[bench]'
	@touch $@ $(VENV)/.has-run

# The official tool of Belenios, which counts beside ours in the tests. Where it cannot be installed, those
# tests skip and say so.
$(VENV)/.has-belenios: | $(BIN)/python
	@if ! command -v belenios-tool >/dev/null && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo 'apt-get install belenios-tool'; \
	  { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y belenios-tool; } \
	    </dev/null >/dev/null 2>&1 || echo 'belenios-tool: -'; \
	fi
	@touch $@

# Installing compiles the catalogues; this does it again when a translation has changed.
$(MO): %.mo: %.po | $(VENV)/.has-run
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@

# --- what people type ----------------------------------------------------------------------

demo: $(VENV)/.has-run $(MO)
	@set -e; for verb in 'check' 'status' 'build programme'; do \
	  echo; echo "\$$ collectif $$verb"; $(BIN)/collectif $$verb; \
	done
	@echo; echo 'Le programme est là / The programme is here:'; \
	find build -path '*programme*' -type f | sort | sed 's|^|  $(CURDIR)/|'

test: $(VENV)/.has-test $(VENV)/.has-belenios $(MO)
	$(BIN)/python -m pytest $(PYTEST_ARGS)

check: lint types contracts $(VENV)/.has-belenios
	$(BIN)/collectif check
	$(BIN)/python -m pytest $(PYTEST_ARGS)

lint: $(VENV)/.has-dev
	$(BIN)/python -m ruff check $(CODE)
	$(BIN)/python -m ruff format --check $(CODE)

types: $(VENV)/.has-dev
	$(BIN)/python -m mypy $(CODE)

contracts: $(VENV)/.has-dev $(MO)
	$(BIN)/lint-imports

coverage: $(VENV)/.has-test $(MO)
	$(BIN)/python -m pytest $(PYTEST_ARGS) --cov --cov-report=term-missing

spelling: $(VENV)/.has-test $(MO)
	$(BIN)/python -m pytest -q tests/french

dev: $(VENV)/.has-dev $(MO)
	@echo '$(BIN)/collectif, pytest, ruff, mypy, lint-imports'

bench: $(VENV)/.has-bench $(MO)
	$(BIN)/python -m bench

# The catalogue holds no line numbers and no dates of extraction: it changes when a sentence does.
messages: $(VENV)/.has-dev
	@mkdir -p build/messages $(LOCALE)/fr/LC_MESSAGES
	@$(BIN)/pybabel --quiet extract --mapping-file pyproject.toml --output-file build/messages/collectif.pot \
	  --no-default-keywords --keyword _ --keyword message:1 --keyword messages:1,2 \
	  --keyword gettext --keyword ngettext:1,2 \
	  --no-location --sort-output --add-comments 'For translators:' --project collectif --version '' \
	  --copyright-holder 'the collectif maintainers' $(wildcard src templates)
	@test -e $(LOCALE)/fr/LC_MESSAGES/collectif.po || \
	  $(BIN)/pybabel --quiet init --domain collectif --locale fr --input-file build/messages/collectif.pot \
	    --output-dir $(LOCALE)
	@$(BIN)/pybabel --quiet update --domain collectif --input-file build/messages/collectif.pot \
	  --output-dir $(LOCALE) --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width 100
	@$(BIN)/pybabel compile --domain collectif --directory $(LOCALE) --statistics

# What the Tab key knows, drawn from the verbs themselves.
completion: $(VENV)/.has-run
	@$(BIN)/python -m collectif_cli.cli.completion >build/completion_words.py
	@mv build/completion_words.py src/collectif_cli/cli/completion_words.py

# The pages of docs/ that are drawn from the code; a test compares them.
reference: $(VENV)/.has-run $(MO)
	@$(BIN)/python -m docs.reference

# Real output of the verbs, drawn; the page of the programme too, where there is a Chromium.
pictures: $(VENV)/.has-run $(MO)
	@$(BIN)/python -m docs.draw_pictures

wheel: $(BIN)/python
	@$(PIP) wheel . --no-deps --wheel-dir dist
	@ls dist/*.whl

clean:
	rm -rf build dist htmlcov .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

distclean: clean
	rm -rf $(VENV)
