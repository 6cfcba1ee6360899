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

lint_rust() {
  step "cargo fmt" cargo fmt --all --check
  step "cargo clippy" cargo clippy --workspace --all-targets -- -D warnings
  step "tidy" cargo xtask tidy
  step "templates (sam, cfn-lint)" scripts/lint-templates.sh
}

lint_web() {
  step "npm ci (web)" scripts/npm-ci.sh web
  step "web check" in_web check
}

rust() {
  scripts/prerequisites.sh scanner cache
  lint_rust
  step "generate" cargo xtask generate --check
  step "events" cargo xtask events --check
  step "openapi" cargo xtask openapi --check
  step "sample events" cargo xtask samples --check
  # Also what is no default member, and to the end: one run shows every failure.
  step "cargo test" cargo test --workspace --no-fail-fast
}

web() {
  lint_web
  step "web test" in_web test
  step "web build" in_web build
  step "web weight" in_web weight
}

e2e() {
  scripts/prerequisites.sh browser scanner
  step "npm ci (tests/e2e)" scripts/npm-ci.sh tests/e2e
  step "web build" scripts/web-build.sh
  step "local build" cargo build --workspace --bin proconnect-local
  step "browser stories" npm --prefix tests/e2e test
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
