# vibe-lsp: `make demo` to see it work, `make test` for every check. `make help` lists the rest.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
SERVING := $(VENV)/serving
NEWER  := $(VENV)/newer
SHARED := VIBE_TEST_BUILDS="$(CURDIR)/build/tests"
DEMO   := tests/data/demo/two_sum.py

.DEFAULT_GOAL := help
.PHONY: help setup demo test check fix generate unit integration attacks extension test-clients bench clean

help: ## list the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: $(READY) ## make the environment and install everything

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "vibe-lsp needs Python 3.11 or newer; say which: make PYTHON=python3.12 …")'
	@test -x $(BIN)/python || { echo "making $(VENV)"; $(PYTHON) -m venv $(VENV); }
	@echo "installing (a minute or so; torch is the large one)"
	@$(BIN)/python -m pip install --quiet --upgrade pip
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable . --group dev --group clients
	@touch $@

demo: $(READY) ## solve a shipped example with the embedded model
	$(BIN)/vibe-lsp solve $(DEMO)

test: check unit integration attacks ## every check and test

check: $(READY) ## lint, format, types, import directions
	@failed=0; for step in "ruff check" "ruff format --check" "pyright" "lint-imports --no-cache"; do \
		echo "· $$step"; $(BIN)/$$step || failed=1; done; exit $$failed

fix: $(READY) ## repair what a tool can repair
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

generate: $(READY) ## rewrite the generated parts of README, CONTRIBUTING and the editors' plugins
	$(BIN)/python -m tests.generate
	$(BIN)/python -m tests.clients.neovim.settings_types
	$(BIN)/python -m tests.clients.neovim.filetypes
	$(BIN)/python -m tests.clients.vscode.settings_schema

unit: $(READY) ## tests without a model
	$(BIN)/python -m pytest tests/unit

integration: $(SERVING) $(NEWER) ## real server, real engine, real sandbox
	$(SHARED) VIBE_TEST_SERVING=$(CURDIR)/$(SERVING) VIBE_TEST_NEWER=$(CURDIR)/$(NEWER) \
		$(BIN)/python -m pytest tests/integration

$(SERVING): $(READY) Makefile # what the servers of others need besides, out of the way of everything else
	$(BIN)/python -m pip install --quiet --upgrade --target $@ --no-deps openai accelerate jiter distro sniffio gguf
	@touch $@

$(NEWER): tests/newer.sh # Neovim 0.12 and llama.cpp's server; where they cannot be had, their tests are skipped
	@tests/newer.sh $@ || { rm -rf $@; mkdir -p $@; echo "no newer programs: their tests are skipped"; }
	@touch $@

extension: $(READY) ## clients/vscode/vibe-lsp.vsix, for VS Code and its family
	@$(BIN)/python -c 'from tests.clients.vscode.install import build; build()'
	@echo "clients/vscode/vibe-lsp.vsix is built: code --install-extension clients/vscode/vibe-lsp.vsix"

attacks: $(READY) ## hostile programs against the sandbox
	$(SHARED) $(BIN)/python -m pytest tests/attacks

test-clients: $(READY) $(NEWER) ## the plugins in real editors
	$(BIN)/python -m tests.clients.vscode.install
	VIBE_TEST_NEWER=$(CURDIR)/$(NEWER) $(BIN)/python -m pytest tests/clients

bench: $(READY) ## figures for tests/benchmarks/LOG.md (minutes; an idle machine, please)
	$(BIN)/python -m tests.benchmarks.sandbox_overhead
	$(BIN)/python -m tests.benchmarks.engine_http

clean: ## remove what can be made again
	rm -rf $(VENV) build dist .pytest_cache .ruff_cache .hypothesis
