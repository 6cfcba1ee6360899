#!/usr/bin/env bash
# Prints every measured figure beside its budget: start and latency, round trips, the client's weight. Goes on after
# a budget that is missed, and fails at the end.
set -euo pipefail
cd "$(dirname "$0")/.."

status=0
measure() { # heading, command…
  echo
  echo "==> $1"
  shift
  "$@" || status=1
}

scripts/prerequisites.sh build
scripts/web-build.sh
cargo build --workspace --bin proconnect-local --bin bench
measure "start and latency" "${CARGO_TARGET_DIR:-target}/debug/bench"
# The test prints what each endpoint costs the table, next to what docs/data-model.md allows.
measure "round trips and capacity" cargo test --quiet --workspace --test it budget:: -- --nocapture
measure "weight of the client" npm --prefix web run --silent weight
exit "$status"
