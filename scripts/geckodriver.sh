#!/usr/bin/env bash
# Prints where geckodriver is, which drives Firefox and which Debian does not have: on the path, else built from crates.io once,
# beside what else was built. Without a network it prints the bare name, and the stories in Firefox are skipped.
set -euo pipefail
cd "$(dirname "$0")/.."

# Its warnings are not ours (.ci/run).
unset RUSTC_WORKSPACE_WRAPPER
version=0.37.1
root=${CARGO_TARGET_DIR:-target}/tools
if command -v geckodriver; then exit; fi
if [ ! -x "$root/bin/geckodriver" ]; then
  cargo install --quiet --locked --root "$root" --target-dir "$root/build" "geckodriver@$version" >&2 || { echo geckodriver; exit; }
  rm -rf "$root/build"
fi
realpath "$root/bin/geckodriver"
