#!/usr/bin/env bash
# Installs what tests/cloud/requirements.txt names into .venv, but only if that file changed since the last time.
set -euo pipefail
cd "$(dirname "$0")/.."

stamp=.venv/.installed
wanted=$(cksum <tests/cloud/requirements.txt)
if [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then exit 0; fi
echo "Installing the tools of tests/cloud/requirements.txt into .venv"
python3 -m venv .venv
.venv/bin/pip install --quiet --disable-pip-version-check --requirement tests/cloud/requirements.txt
echo "$wanted" >"$stamp"
