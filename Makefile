# Everything runs from .venv, which `make setup` builds from the locked requirements.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

PYTHON ?= python3.11
BIN := .venv/bin
STAMP := .venv/.locked
LOCK := --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate --no-strip-extras --no-emit-index-url --no-emit-find-links

EXTRAS := --extra parquet --extra postgres --extra serve --extra telemetry

.PHONY: help setup demo demo-store demo-model test test-model test-browser test-frameworks test-ray contract fuzz disk-full screenshots lint format docs docs-check typescript bench bench-replay build lock

# Builds the server, or finds it in its cache; a failing build ends the target.
WITH_MODEL = paths=$$(bash .ci/model-server); set -a; eval "$$paths"; set +a;

help: ## Say what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

setup: $(STAMP) ## Make .venv from the lock and install the project into it

$(STAMP): requirements/dev.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

demo: setup ## Check fixture drafts against fixture facts, show what is wrong; then the whole gate, without a model
	@for drafts in fixtures/demo/*.jsonl; do \
		name=$$(basename $$drafts .jsonl); \
		echo "== $$name: align validate --facts fixtures/demo/personas/$$name.json --input $$drafts"; \
		$(BIN)/align validate --facts fixtures/demo/personas/$$name.json --input $$drafts || test $$? -eq 1; \
		echo; \
	done
	@folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
	export ALIGN_DATABASE_URL="sqlite:///$$folder/align.db" ALIGN_FACTS_FOLDER="$$folder/facts" ALIGN_AUTHOR=demo; \
	unset GPU_INFERENCE_URL; \
	{ $(BIN)/align db upgrade; \
	  $(BIN)/align facts import fixtures/demo/personas/marlow.json --note "first" --apply; \
	  $(BIN)/align template set marlow opener --text "Hello! An hour is £45. How is your dog's coat?" --note "first"; \
	  $(BIN)/align template set marlow reminder --text "Hi {name}, looking forward to {dog}!" --note "first"; \
	} >/dev/null; \
	run() { echo "== align $$*"; $(BIN)/align "$$@" --engine template --judge off || test $$? -eq 1; echo; }; \
	run run --input fixtures/demo/candidates/marlow.jsonl --mode DRAFT

demo-store: setup ## Keep facts in a store, plan an edit, apply it, and take it back
	@folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
	export ALIGN_DATABASE_URL="sqlite:///$$folder/align.db" ALIGN_FACTS_FOLDER="$$folder/facts" ALIGN_AUTHOR=demo; \
	run() { echo "\$$ align $$*"; $(BIN)/align "$$@" || test $$? -eq 1; echo; }; \
	run db upgrade; \
	run facts import fixtures/demo/personas/marlow.json --note "first" --apply; \
	run template set marlow opener --text "Hello! An hour for Biscuit is £45." --note "first"; \
	run facts set marlow 'rates[60].amount=50' --note "new rates"; \
	run facts plan --drafts fixtures/demo/marlow.jsonl; \
	run db upgrade; \
	run facts lint; \
	run db downgrade facts@-1; \
	run facts history marlow

demo-model: setup ## The gate with a real model server, on some fixture drafts
	@$(WITH_MODEL) $(BIN)/python -m examples.model_server

test: setup ## Run the tests
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal $(TESTS)

test-model: setup ## Test against a real model server, with real weights
	@$(WITH_MODEL) $(BIN)/python -m pytest tests/model

test-browser: setup ## Test the pages in Chromium
	.ci/browser
	$(BIN)/python -m pytest tests/browser

test-frameworks: ## Test LiteLLM's guardrail and LangChain's runnable against the real packages
	.ci/frameworks

test-ray: setup ## Test the replay on a real Ray, in an environment of its own
	.ci/ray -m pytest tests/replay_ray

screenshots: setup ## Take the pictures of the pages in docs/images
	.ci/browser
	$(BIN)/python -m examples.review_screenshots docs/images

lint: setup ## Check style, types, layers, and that the generated pages are in step
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python docs/rule_pages.py --check
	$(BIN)/python docs/hold_reasons.py --check
	$(BIN)/python docs/typescript_client.py --check
	$(BIN)/python docs/grafana_dashboard.py --check

format: setup ## Format, and mend what can be mended
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: setup ## Write the rule pages, the schema of hold reasons and the TypeScript client
	$(BIN)/python docs/rule_pages.py
	$(BIN)/python docs/hold_reasons.py
	$(BIN)/python docs/typescript_client.py
	$(BIN)/python docs/grafana_dashboard.py

contract: setup ## Hold a real service against its OpenAPI document
	.ci/contract

fuzz: ## Fuzz the readers of text for a minute
	.ci/fuzz

disk-full: setup ## Meet disks that are really full (takes root)
	.ci/disk-full

typescript: setup ## Compile the TypeScript client
	.ci/typescript

bench: setup ## Measure, and write docs/benchmarks*.md and docs/benchmarks*.json
	$(BIN)/python -m benchmarks.validate --markdown docs/benchmarks.md --json docs/benchmarks.json
	$(BIN)/python -m benchmarks.gate --markdown docs/benchmarks-gate.md
	$(BIN)/python -m benchmarks.store --markdown docs/benchmarks-store.md --json docs/benchmarks-store.json
	$(BIN)/python -m benchmarks.service --markdown docs/benchmarks-service.md
	$(BIN)/python -m benchmarks.faults --markdown docs/benchmarks-faults.md

bench-replay: setup ## Measure the replay, also on Ray, and write the table of docs/scale.md
	.ci/ray -m benchmarks.replay --page docs/scale.md

build: setup ## Build the wheel into dist/
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

lock: setup ## Pin the dependencies anew, with hashes and without host names
	$(BIN)/uv pip compile $(LOCK) pyproject.toml --extra postgres --output-file requirements/run.txt
	$(BIN)/uv pip compile $(LOCK) pyproject.toml $(EXTRAS) --output-file requirements/serve.txt
	$(BIN)/uv pip compile $(LOCK) pyproject.toml $(EXTRAS) --group dev --output-file requirements/dev.txt
	$(BIN)/uv pip compile $(LOCK) pyproject.toml --extra langchain --extra litellm --group frameworks --output-file requirements/frameworks.txt
	$(BIN)/uv pip compile $(LOCK) pyproject.toml --extra parquet --extra ray --group test \
		--constraint requirements/dev.txt --output-file requirements/ray.txt
	$(BIN)/uv pip compile $(LOCK) pyproject.toml $(EXTRAS) --group fuzz --constraint requirements/serve.txt --output-file requirements/fuzz.txt
