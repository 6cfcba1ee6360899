#!/usr/bin/env bash
# Runs groups of checks and tests in order: lint, rust, web, e2e. Stops at the first step that fails. Each step
# prints a heading, its runner's own output, and how long it took; scripts/summary.awk reads these lines.
set -euo pipefail
cd "$(dirname "$0")/.."

step() { # heading, command…
  local heading=$1 start=$SECONDS
  shift
  echo
  echo "==> $heading"
  "$@" || { echo "==> $heading: FAILED after $((SECONDS - start)) s"; exit 1; }
  echo "==> $heading: $((SECONDS - start)) s"
}

in_web() { (cd web && npm run --silent "$@"); }

# In the build for the tests, where .ci/run has asked for that.
clippy() {
  if [ -z "${RUSTC_WORKSPACE_WRAPPER:-}" ]; then
    cargo clippy --workspace --all-targets -- -D warnings
  else
    cargo test --workspace --no-run
    # Of the generated bootstraps, one of each kind.
    cargo build --workspace --bin proconnect-local --bin xtask --bin bench --bin growth --bin crowd --bin adapters --bin stripe-local \
      --bin tasks-get --bin payments-worker --bin system-dispatch --bin system-timers --bin chat-send
    cargo build --workspace --bin files-on-uploaded --features files/preview
  fi
}

# --workspace, as everywhere: with features of its own, xtask's dependencies would be built twice.
xtask() {
  cargo build --quiet --workspace --bin xtask
  "${CARGO_TARGET_DIR:-target}/debug/xtask" "$@"
}

lint_rust() {
  step "cargo fmt" cargo fmt --all --check
  step "cargo clippy" clippy
  step "tidy" xtask tidy
  step "templates (sam, cfn-lint)" scripts/lint-templates.sh
}

lint_web() {
  step "npm ci (web)" scripts/npm-ci.sh web
  step "web check" in_web check
}

rust() {
  scripts/prerequisites.sh scanner cache
  lint_rust
  step "generate" xtask generate --check
  step "events" xtask events --check
  step "openapi" xtask openapi --check
  step "sample events" xtask samples --check
  # Also what is no default member, and to the end: one run shows every failure.
  step "cargo test" cargo test --workspace --no-fail-fast
}

web() {
  lint_web
  step "web test" in_web test
  step "web build" in_web build
  step "web weight" in_web weight
}

# Firefox and WebKit. Where they cannot be had, the stories say loudly that they were skipped; in CI that is a failure.
other_engines() {
  scripts/prerequisites.sh engines || true
  GECKODRIVER=$(scripts/geckodriver.sh) npm --prefix tests/e2e run engines
}

e2e() {
  scripts/prerequisites.sh browser scanner
  step "npm ci (tests/e2e)" scripts/npm-ci.sh tests/e2e
  step "web build" scripts/web-build.sh
  step "local build" cargo build --workspace --bin proconnect-local
  step "browser stories" npm --prefix tests/e2e test
  step "the other engines" other_engines
}

lint() {
  lint_rust
  if command -v cargo-deny >/dev/null; then
    step "cargo deny" cargo deny check bans licenses sources
  fi
  lint_web
}

scripts/prerequisites.sh build
for group in "$@"; do
  case "$group" in
    lint | rust | web | e2e) "$group" ;;
    *) echo "no such group: $group" >&2; exit 2 ;;
  esac
done
