# The environment is made once and again whenever pyproject.toml changes; everything else uses it.
ENVIRONMENT := .venv
BIN := $(ENVIRONMENT)/bin
PYTHON ?= python3
READY := $(ENVIRONMENT)/.ready
TEST_READY := $(ENVIRONMENT)/.ready-test
DEVELOPMENT_READY := $(ENVIRONMENT)/.ready-development
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: generate test lint benchmark clean

generate: $(READY)
	$(BIN)/letterkit generate

test: $(TEST_READY)
	$(BIN)/python -m pytest

lint: $(DEVELOPMENT_READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

benchmark: $(DEVELOPMENT_READY)
	$(BIN)/python benchmarks/one_more_letter.py
	$(BIN)/python benchmarks/ten_thousand_signatories.py

clean:
	rm -rf out build dist

$(ENVIRONMENT)/pyvenv.cfg:
	$(PYTHON) -m venv $(ENVIRONMENT)

$(READY): pyproject.toml | $(ENVIRONMENT)/pyvenv.cfg
	$(PIP_INSTALL) --editable .
	touch $@

$(TEST_READY): pyproject.toml | $(ENVIRONMENT)/pyvenv.cfg
	$(PIP_INSTALL) --editable '.[test]'
	touch $@ $(READY)

$(DEVELOPMENT_READY): pyproject.toml | $(ENVIRONMENT)/pyvenv.cfg
	$(PIP_INSTALL) --editable '.[development]'
	touch $@ $(TEST_READY) $(READY)
