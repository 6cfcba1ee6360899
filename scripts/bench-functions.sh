#!/usr/bin/env bash
# Prints size, cold start, CPU and memory of each function's release binary beside its budget, and of three of them beside
# the same endpoint in Node. With names, measures those alone. As root it caps the CPU by a control group.
set -euo pipefail
cd "$(dirname "$0")/.."

target=${CARGO_TARGET_DIR:-target}
scripts/prerequisites.sh build scanner templates
scripts/venv.sh
PATH=$PWD/.venv/bin:$PATH
scripts/npm-ci.sh tests/load/functions/node
npm --prefix tests/load/functions/node run --silent build -- --log-level=warning
scripts/build.sh host >/dev/null
cargo build --quiet --workspace --bin proconnect-local
python3 tests/load/functions/bench.py "$target/lambda-host" "$target/lambda-host-zips" "$target/debug" tests/load/functions/node/dist "$@"
