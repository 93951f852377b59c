# Two commands are enough: `make run` and `make test`. The others are for those who work on Frontdesk.

PYTHON ?= python3
PORT ?= 8080
HOST ?= 127.0.0.1
BIN := .venv/bin
export PORT HOST

.PHONY: run test lint check chat docs bench lock pictures rasa test-rasa clean

run: .venv/.run ## serve the demo shop on http://127.0.0.1:8080
	@$(BIN)/frontdesk run

chat: .venv/.run ## be a customer in the terminal
	@$(BIN)/frontdesk chat

test: .venv/.dev ## the whole test suite
	@scripts/need-browser
	$(BIN)/python -m pytest -n 2 --dist worksteal -q $(ARGS)

lint: .venv/.dev ## style, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

check: lint test

docs: .venv/.dev ## what is generated: the flows' pictures and the screenshot of the chat
	@scripts/need-browser
	$(BIN)/python -m scripts.document

bench: .venv/.dev ## what is measured, as ratios against a baseline run beside it
	$(BIN)/python -m bench.turn
	$(BIN)/python -m bench.footprint
	$(BIN)/python -m bench.desk

lock: .venv/.dev ## pin today's versions with their hashes
	$(BIN)/pip install -q uv
	scripts/lock

pictures: .venv/.dev ## draw the demo shop's products anew
	$(BIN)/python -m connectors.shops.demo.draw

rasa: ## Rasa beside Frontdesk, in an environment of its own: install, train, serve on http://127.0.0.1:5005
	@scripts/rasa install
	@scripts/rasa train
	@scripts/rasa serve $(ARGS)

test-rasa: .venv/.dev ## end to end with the real Rasa; needs Python 3.10, 3.9 or 3.8
	@scripts/rasa install
	$(BIN)/python -m pytest -q tests/rasa/real_server.py $(ARGS)

clean:
	rm -rf .venv .cache .state

.venv/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Frontdesk needs Python 3.11 or newer; name one with: make PYTHON=python3.12 run" >&2; exit 2; }
	@$(PYTHON) -m venv .venv || \
	  { echo "venv is missing; on Debian or Ubuntu: apt-get install python3-venv" >&2; exit 2; }
	@touch $@

.venv/.run: .venv/.python requirements.lock pyproject.toml
	@echo "Installing into .venv; this takes a minute or two the first time."
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/.dev: .venv/.run requirements-dev.lock
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
