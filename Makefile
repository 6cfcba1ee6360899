# Everything that a developer or CI does. `make` alone lists it.
.DEFAULT_GOAL := help
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c

# Where `make run` listens and keeps its data; DEMO=0 starts with an empty marketplace.
PORT ?= 8080
DATA_DIR ?= .local
DEMO ?= 1
export PORT DATA_DIR DEMO

# What `make run` builds: dev starts soonest after a change, release answers soonest.
PROFILE ?= dev
BUILT := $${CARGO_TARGET_DIR:-target}/$(if $(filter release,$(PROFILE)),release,debug)

# What `make build` builds for.
ARCH ?= arm64

# --workspace gives the dependencies the same features as in `cargo test --workspace`: nothing is built twice.
BUILD_LOCAL := cargo build --workspace --bin proconnect-local

.PHONY: help setup run build build-local test test-rust test-web test-e2e test-cloud histories lint fmt tidy generate openapi verify-pack bench bench-functions costs clean

help: ## List the targets
	@grep -E '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 17

setup: ## Install what building and testing needs
	@scripts/prerequisites.sh build browser engines scanner cache
	@scripts/npm-ci.sh web
	@scripts/npm-ci.sh tests/e2e
	@cargo fetch

run: ## Build what changed and serve ProConnect on PORT (8080)
	@scripts/prerequisites.sh build
	@scripts/web-build.sh
	@$(BUILD_LOCAL) --profile $(PROFILE)
	@RUST_LOG="$${RUST_LOG:-warn}" exec "$(BUILT)/proconnect-local"

build: ## Build every function for Lambda: arm64, or ARCH=host for this machine
	@scripts/build.sh $(ARCH)

build-local: ## Build the local binary and the web client
	@scripts/prerequisites.sh build
	@scripts/web-build.sh
	@$(BUILD_LOCAL)

test: ## Run every check and test, as CI does
	@scripts/test.sh rust web e2e
	@echo "make test: all steps passed"

test-rust: ## Run the checks and tests of the Rust code
	@scripts/test.sh rust

test-web: ## Run the checks and tests of the web client
	@scripts/test.sh web

test-e2e: ## Run the browser stories
	@scripts/test.sh e2e

test-cloud: ## Deploy the template to an emulator and do the main job there
	@scripts/test-cloud.sh

histories: ## Play 20,000 random histories of money, or HISTORIES; HISTORIES_SEED begins them
	@HISTORIES=$${HISTORIES:-20000} cargo test --workspace --test it -- payments::histories

lint: ## Run the linters only
	@scripts/test.sh lint

fmt: ## Format the Rust code
	@cargo fmt --all

tidy: ## Check names, crate directions and the template
	@cargo xtask tidy

generate: ## Write what follows from the declarations of the functions
	@cargo xtask generate

openapi: ## Write openapi.json and asyncapi.json from the handlers
	@cargo xtask openapi

verify-pack: ## Verify the evidence pack FILE by KEYS, the answer of /v1/evidence-keys
	@cargo xtask verify-pack "$(FILE)" --keys "$(KEYS)"

bench: ## Print each measured figure beside its budget
	@scripts/bench.sh

bench-functions: ## Print size, cold start, CPU and memory of each function, beside its budget and Node
	@scripts/bench-functions.sh

costs: ## Print what a million calls cost, from what was measured
	@python3 scripts/cost.py

clean: ## Remove what was built; the data in DATA_DIR stays
	@cargo clean
	@rm -rf web/dist web/node_modules tests/e2e/node_modules tests/lighthouse/node_modules tests/load/functions/node/node_modules tests/load/talk/peer/node_modules
