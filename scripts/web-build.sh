#!/usr/bin/env bash
# Builds the web client, but only if a source is newer than the last build.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/npm-ci.sh web
if [ -f web/dist/index.html ]; then
  newer=$(find web openapi.json asyncapi.json -path web/node_modules -prune -o -path web/dist -prune -o \
    -type f -newer web/dist/index.html -print -quit)
  if [ -z "$newer" ]; then exit 0; fi
  echo "$newer changed: building the web client"
fi
cd web
npm run build
# A build that changes nothing may keep the old file; its time says when it was last known to be fresh.
touch dist/index.html
