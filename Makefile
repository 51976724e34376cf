# Everything is set up inside this folder: .tool holds uv, .venv the locked packages.
PYTHON := $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
UV := .tool/bin/uv
BIN := .venv/bin
# The tests start a hundred processes: where nobody lets Python keep compiled modules, each compiles all it imports.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: demo test check format bench bench-all setup lock

demo: setup
	@$(BIN)/signpost demo

test: setup
	$(BIN)/python -m pytest -q -n auto

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/signpost check
	$(BIN)/python -m pytest -q -n auto

format: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# The matcher's speed beside other engines, which .venv-bench holds.
bench: .venv-bench/.ready
	@.venv-bench/bin/python benchmarks/matching.py --quick

bench-all: .venv-bench/.ready
	@.venv-bench/bin/python benchmarks/matching.py --plot docs/benchmarks.svg --markdown docs/benchmarks.md

setup: .venv/.ready

.venv/.ready: requirements-dev.lock pyproject.toml | $(UV)
	@echo "Setting up .venv (once) … 第一次要准备一下 …"
	@test -d .venv || $(UV) venv -q --python "$(PYTHON)" .venv
	@$(UV) pip sync -q --python .venv --require-hashes requirements-dev.lock
	@$(UV) pip install -q --python .venv --no-deps --no-build-isolation --editable .
	@touch .venv/.ready

.venv-bench/.ready: requirements-bench.lock pyproject.toml | $(UV)
	@echo "Setting up .venv-bench (once) … 第一次要准备一下 …"
	@test -d .venv-bench || $(UV) venv -q --python "$(PYTHON)" .venv-bench
	@$(UV) pip sync -q --python .venv-bench --require-hashes requirements-bench.lock
	@$(UV) pip install -q --python .venv-bench --no-deps --no-build-isolation --editable .
	@touch .venv-bench/.ready

$(UV): requirements-setup.lock
	@"$(PYTHON)" -m pip --version >/dev/null 2>&1 || { echo "Python 3.11 or newer with pip is needed (on Debian: apt-get install python3.11 python3-pip)."; exit 2; }
	@"$(PYTHON)" -m pip install -q --disable-pip-version-check --no-warn-script-location --root-user-action=ignore --upgrade --require-hashes --target .tool -r requirements-setup.lock
	@touch $(UV)

# Names, versions and hashes only: no registry's address gets into a lock file.
LOCK := $(UV) pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header
lock: $(UV)
	$(LOCK) pyproject.toml --extra postgres -o requirements.lock
	$(LOCK) pyproject.toml --all-extras --group dev -o requirements-dev.lock
	$(LOCK) pyproject.toml --group bench --constraint requirements.lock -o requirements-bench.lock
