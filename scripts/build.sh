#!/usr/bin/env bash
# Builds the bootstrap of every function with cargo-lambda, and prints each zip's size beside its budget, to which those
# for arm64 are held.
# `arm64` (what the template deploys) goes to target/lambda, where `sam build` looks; `host` to target/lambda-host.
set -euo pipefail
cd "$(dirname "$0")/.."

target=${CARGO_TARGET_DIR:-target}
# What is deployed is compiled by rustc itself (.ci/run).
unset RUSTC_WORKSPACE_WRAPPER
scripts/prerequisites.sh build templates
scripts/venv.sh
PATH=$PWD/.venv/bin:$PATH

# The renderer of first pages needs more of crates that every function links. So the one function that has it is built by
# itself, and no zip of the others grows by it.
build() {
  cargo lambda build --release "$@"
  cargo lambda build --release "$@" --bin files-on-uploaded --features files/preview
}

case "${1:-arm64}" in
  arm64)
    folder=$target/lambda
    # cargo-lambda links with zig, which comes from the venv: no cross compiler is needed, only Rust's own libraries.
    rustup target add aarch64-unknown-linux-gnu
    build --arm64 --lambda-dir "$folder"
    ;;
  host)
    folder=$target/lambda-host
    build --compiler cargo --lambda-dir "$folder"
    ;;
  *) echo "usage: $0 [arm64|host]" >&2; exit 2 ;;
esac
python3 tests/cloud/template.py "$folder" "$folder-zips" "${1:-arm64}"
