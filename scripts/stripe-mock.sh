#!/usr/bin/env bash
# Prints where stripe-mock and the OpenAPI document that it carries lie, one a line, and installs it first where Go is. Prints
# nothing without Go. stripe-mock is Stripe's own, and knows every parameter of its API: tests/cloud/stripe_mock.py asks it.
set -euo pipefail
cd "$(dirname "$0")/.."

module=github.com/stripe/stripe-mock
# The newest whose document is no newer than the API version of async-stripe in Cargo.toml (2026-09-30.endive).
version=v0.203.0

command -v go >/dev/null || exit 0
tools=${CARGO_TARGET_DIR:-$PWD/target}/tools
if [ "$(cat "$tools/stripe-mock.version" 2>/dev/null)" != "$version" ]; then
  GOBIN="$tools" go install "$module@$version" >&2
  echo "$version" >"$tools/stripe-mock.version"
fi
# The module's folder is Go's business: it says so in JSON.
folder=$(go mod download -json "$module@$version" | python3 -c 'import json, sys; print(json.load(sys.stdin)["Dir"])')
echo "$tools/stripe-mock"
echo "$folder/embedded/openapi/spec3.json"
