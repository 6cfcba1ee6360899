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

# From a clean clone, with nothing built, to a page that is served. Takes minutes, so only on demand.
cold_start() {
  local folder start=$SECONDS port=${BENCH_PORT:-8765} server
  folder=$(mktemp -d)
  git clone --quiet . "$folder/clone"
  pushd "$folder/clone" >/dev/null
  env -u CARGO_TARGET_DIR PORT="$port" DATA_DIR="$folder/data" make run >"$folder/log" 2>&1 &
  server=$!
  until curl --silent --fail --output /dev/null "http://localhost:$port/"; do
    kill -0 "$server" 2>/dev/null || { tail -20 "$folder/log"; return 1; }
    sleep 1
  done
  echo "make run from a clean clone to a served page: $((SECONDS - start)) s (budget 720 s)"
  popd >/dev/null
  pkill -P "$server" || true
  kill "$server" 2>/dev/null || true
  [ $((SECONDS - start)) -le 720 ]
}
if [ -n "${BENCH_COLD:-}" ]; then measure "cold start (budget of .ci/run on an empty machine: 2700 s; it prints its own time)" cold_start; fi

scripts/prerequisites.sh build
scripts/web-build.sh
cargo build --workspace --bin proconnect-local --bin bench --bin growth --bin crowd
cargo build --workspace --release --bin proconnect-local --bin talk
scripts/npm-ci.sh tests/load/talk/peer
measure "start and latency" "${CARGO_TARGET_DIR:-target}/debug/bench"
measure "growth of the table (GROWTH=1000,100000 takes fewer)" "${CARGO_TARGET_DIR:-target}/debug/growth"
measure "a crowd (CROWD_SECONDS=60 is a short one)" "${CARGO_TARGET_DIR:-target}/debug/crowd"
measure "a talk (TALK_SECONDS=5 is a short one)" "${CARGO_TARGET_DIR:-target}/release/talk"
# The test prints what each endpoint costs the table, next to what docs/data-model.md allows.
measure "round trips and capacity" cargo test --quiet --workspace --test it budget:: -- --nocapture
measure "weight of the client" npm --prefix web run --silent weight
scripts/prerequisites.sh browser
scripts/npm-ci.sh tests/e2e
scripts/npm-ci.sh tests/lighthouse
measure "Lighthouse" npm --prefix tests/lighthouse run --silent start
exit "$status"
