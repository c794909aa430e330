# Two commands for everybody: `make demo` and `make test`. Each makes the environment it needs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test check docs fix benchmark judges clean

demo: $(READY)
	$(BIN)/docgen demo -o demo

test: check
	$(BIN)/pytest -n auto

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tools.messages --check
	$(BIN)/python -m tools.generate_docs --check

# What is generated from the code: message catalogue, references, the shipped Word templates, the samples.
docs: $(READY)
	$(BIN)/python -m tools.messages
	$(BIN)/python -m tools.generate_docs

fix: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

benchmark: $(READY)
	$(BIN)/python -m benchmarks.fill
	$(BIN)/python -m benchmarks.plan
	$(BIN)/python -m benchmarks.printfile

# Other people's judges of our output; without them the tests that use them skip. The schema of MeMo comes in
# an old release of the library that MeMo's elements are from.
judges: $(READY)
	npm install --prefix tests/node --no-package-lock --no-audit --no-fund --silent
	$(BIN)/python -m pip install --quiet --no-deps --ignore-requires-python --upgrade --target $(VENV)/memo \
	  python-serviceplatformen==1.1.0

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) demo dist .mypy_cache .ruff_cache .hypothesis
