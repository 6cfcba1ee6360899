#!/usr/bin/env bash
# Installs the SAM CLI and cfn-lint into a virtual environment of their own, outside the tree, once per version. Prints its
# folder of programs.
set -euo pipefail
cd "$(dirname "$0")/.."

sam=1.170.0
cfn_lint=1.58.0
tools=${XDG_CACHE_HOME:-$HOME/.cache}/proconnect/template-linters-$sam-$cfn_lint

if [ ! -f "$tools/complete" ]; then
  scripts/prerequisites.sh templates >&2
  echo "Installing aws-sam-cli $sam and cfn-lint $cfn_lint" >&2
  rm -rf "$tools"
  python3 -m venv "$tools"
  "$tools/bin/pip" install --quiet --disable-pip-version-check "aws-sam-cli==$sam" "cfn-lint==$cfn_lint" >&2
  # Only now: an installation that broke off is made again.
  touch "$tools/complete"
fi
echo "$tools/bin"
