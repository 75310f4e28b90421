# Two commands do everything: `make run` opens the program, `make test` runs all tests.
# Both set up what is missing first; a second run starts at once.

# Without these a compiled copy of each module would be made anew at every start.
unexport PYTHONDONTWRITEBYTECODE
PYTHON := .venv/bin/python

.PHONY: run test torture torture-table setup setup-dev check format bench pictures lock sbom audit supply wheel \
        clean help

help: ## Show what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: setup ## Open collabkit (without a display: make a sample plan as PDF)
	@sh scripts/run.sh

test: setup-dev ## Run all tests, on all processors
	@$(PYTHON) -m pytest -q -n auto --dist loadscope --max-worker-restart=0

torture: setup-dev ## Try to lose something (TIER=nightly: for most of an hour)
	@TIER=$${TIER:-change} $(PYTHON) -m pytest -q -n auto --dist worksteal --afresh tests/torture

torture-table: ## Write what a finished TIER has proved into docs/reliability.md
	@TIER=$${TIER:-change} $(PYTHON) tests/torture/proof_table.py

setup: ## Install what the program needs into .venv
	@sh scripts/setup.sh run

setup-dev: ## Install what the tests need as well
	@sh scripts/setup.sh dev

check: setup-dev ## Check types and style
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m mypy

format: setup-dev ## Put the code into its one layout
	@$(PYTHON) -m ruff format .
	@$(PYTHON) -m ruff check --fix .

pictures: setup-dev ## Draw the pictures of README and guides anew
	@$(PYTHON) scripts/make_pictures.py

bench: setup-dev ## Measure speed and memory against the bare limit
	@$(PYTHON) -m benchmarks

lock: ## Lock the versions of all dependencies anew (needs uv)
	@sh scripts/lock.sh

sbom: setup-dev supply ## List what collabkit runs with as build/sbom.cdx.json, and check the list
	@$(PYTHON) scripts/sbom.py build/sbom.cdx.json
	@build/supply/bin/python scripts/check_sbom.py build/sbom.cdx.json

audit: setup-dev supply ## Ask whether a fault is known in a part by others (needs a network)
	@$(PYTHON) scripts/audit.py build/supply/bin/pip-audit

supply: setup-dev
	@sh scripts/supply.sh

wheel: setup-dev ## Build a wheel into dist
	@$(PYTHON) -m build --wheel --no-isolation

clean: ## Remove everything that was made here
	@rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
