#!/usr/bin/env bash
# The image's entry point: becomes files-on-uploaded, and beside it keeps a clamd with fresh definitions running.
#
# In the background, because Lambda gives a start ten seconds and ClamAV's definitions take half a minute to load. An upload
# that comes before clamd answers waits for it (CLAMD_WAIT_SECONDS), and comes again if that was not long enough.
set -uo pipefail
here=$(dirname "$0")
. "$here/definitions.sh"

link=/tmp/definitions clamd=
# How often one looks for a new set. Between two calls Lambda stops all processes, so sleeps are short, and the time of
# day is looked at.
every=${DEFINITIONS_SECONDS:-21600} pause=2

# Makes the bucket's set the one in use. 0: there is a new one; 1: there is none, or it could not be had whole.
update() {
  local old folder
  old=$(readlink "$link" || true)
  s3 GET current --output /tmp/current || { log WARN "the definitions cannot be fetched"; return 1; }
  if [ -n "$old" ] && cmp -s /tmp/current "$old/current"; then return 1; fi
  folder=$(mktemp -d /tmp/set.XXXXXX)
  if ! fetch /tmp/current "$folder" "$old"; then
    log WARN "the definitions are not whole"
    rm -rf "$folder"
    return 1
  fi
  ln -sfn "$folder" "$link.new" && mv -T "$link.new" "$link"
  # Nobody reads the old folder any more but a clamd that is loading it just now; it is told to load again.
  rm -rf "$old"
  log INFO "definitions: $(wc -l <"$link/current") files, $(du -shL "$link" | cut -f1)"
}

alive() { [ -n "$clamd" ] && kill -0 "$clamd" 2>/dev/null; }

keep_clamd() {
  local looked=0
  while true; do
    if [ $((EPOCHSECONDS - looked)) -ge "$every" ]; then
      if update && alive; then kill -USR2 "$clamd"; fi
      # Without any set there is nothing to start with: then it is looked for again at once.
      if [ -e "$link/current" ]; then looked=$EPOCHSECONDS; fi
    fi
    if [ -e "$link/current" ] && ! alive; then
      log INFO "clamd starts"
      clamd --config-file="$here/clamd.conf" &
      clamd=$!
    fi
    sleep "$pause"
  done
}

keep_clamd &
exec "$here/bootstrap"
