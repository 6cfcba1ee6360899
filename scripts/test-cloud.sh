#!/usr/bin/env bash
# Deploys the template to MiniStack on this machine and drives the main job through the release binaries. Takes no
# account, no Docker, and only ports of loopback. Prints what scripts/summary.awk reads.
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

target=${CARGO_TARGET_DIR:-target}
scripts/prerequisites.sh build scanner templates images arm64
step "cloud tools" scripts/venv.sh
PATH=$PWD/.venv/bin:$PATH
# What is deployed for real, and run here as it is.
step "functions (release, arm64)" scripts/build.sh arm64
step "the scanner's own (release, x86_64)" scripts/scanner-image.sh bootstrap
# --workspace, as everywhere: what `make test` has built is not built again.
step "local programs" cargo build --workspace --bin proconnect-local --bin stripe-local --bin adapters
# What the tests about money say to the Stripe stand-in is judged as well (stripe_mock.py).
record=$PWD/$target/stripe-said.jsonl
case $target in /*) record=$target/stripe-said.jsonl ;; esac
said() {
  rm -f "$record"
  export STRIPE_LOCAL_RECORD=$record
  cargo test --workspace --test contract
  # The random histories have a processor of their own.
  cargo test --workspace --test it -- payments:: milestones:: disputes:: --skip payments::histories
  unset STRIPE_LOCAL_RECORD
}
step "what is said to Stripe" said
step "cloud" python3 tests/cloud/run.py "$target/lambda" "$target/lambda-scanner/files-on-uploaded/bootstrap" "$target/debug" "$record"
