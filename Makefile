# `make run` and `make test` do all the set-up by themselves on Debian and Ubuntu.
PYTHON := .venv/bin/python
ARGS ?=
PINS := .venv/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
	--no-annotate --no-header --python-version 3.11

.PHONY: run test lint unit format pins package clean

run: ## open the program: make run ARGS="report.docx"
	@tools/setup.sh run
	@$(PYTHON) main.py $(ARGS)

test: lint unit ## all checks and tests

lint:
	@tools/setup.sh dev
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy
	.venv/bin/lint-imports
	$(PYTHON) tools/i18n.py check

unit:
	@tools/setup.sh dev
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -q

format:
	@tools/setup.sh dev
	$(PYTHON) -m ruff check --fix-only --quiet .
	$(PYTHON) -m ruff format .

pins: ## compile the pinned requirements anew
	@tools/setup.sh dev
	$(PYTHON) -m pip install --quiet uv
	$(PINS) requirements.in -o requirements.txt
	$(PINS) requirements-dev.in -o requirements-dev.txt
	$(PINS) requirements-package.in -o requirements-package.txt

package: ## build the Linux packages into dist/ and try them where there is no Python
	@packaging/linux/build.sh

clean:
	rm -rf .venv .venv-package build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage
