#!/usr/bin/env bash
# Runs `npm ci` in a folder, but only if its package-lock.json changed since the last time.
set -euo pipefail

folder=$1
cd "$(dirname "$0")/../$folder"
stamp=node_modules/.installed-lock
lock=$(cksum <package-lock.json)
if [ "$(cat "$stamp" 2>/dev/null)" = "$lock" ]; then exit 0; fi
echo "npm ci in $folder"
npm ci --no-audit --no-fund
mkdir -p node_modules
echo "$lock" >"$stamp"
