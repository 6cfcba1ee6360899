#!/usr/bin/env bash
# Brings the definitions in the bucket up to date, or fails and leaves them as they are.
set -euo pipefail
here=$(dirname "$0")
. "$here/definitions.sh"

folder=/tmp/definitions old=/tmp/old new=/tmp/new settings=/tmp/freshclam.conf
rm -rf "$folder" "$old"
mkdir "$folder"

# Yesterday's first, so that only differences are fetched: ClamAV's mirrors turn away who fetches everything every day.
status=$(s3 GET current --output "$old" --write-out '%{http_code}') || [ "$status" = 404 ]
touch "$old"
if [ -s "$old" ] && ! fetch "$old" "$folder"; then
  log WARN "the stored definitions are not whole; all are fetched anew"
  rm -rf "$folder" && mkdir "$folder"
  : >"$old"
fi
rm -f "$folder/current"

cp "$here/freshclam.conf" "$settings"
only=
if [ -n "${DEFINITIONS_URLS:-}" ]; then
  only="--no-dns --update-db=custom"
  printf "DatabaseCustomURL %s\n" $DEFINITIONS_URLS >>"$settings"
fi
freshclam --config-file="$settings" --stdout $only

# A set that finds nothing calls everything clean. EICAR's test string is in every set that is one; put together here, so
# that no scanner takes this file for a virus.
printf '%s%s' 'X5O!P%@AP[4\PZX54(P^)7CC)7}$' 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*' >/tmp/eicar
found=$(clamscan --database="$folder" --no-summary /tmp/eicar) || true
echo "$found"
if [[ $found != *" FOUND" ]]; then
  echo "these definitions do not find EICAR's test string"
  exit 1
fi

# New files, then the set that names them, and only then away with what it no longer names.
(cd "$folder" && find . -type f -printf '%P\0' | sort -z | xargs -0 sha256sum) >"$new"
absent() { grep -vxFf "$1" "$2" || true; } # lines of the second file that the first one lacks
while read -r sum name; do
  s3 PUT "$sum-$name" --upload-file "$folder/$name"
done < <(absent "$old" "$new")
s3 PUT current --upload-file "$new"
while read -r sum name; do
  s3 DELETE "$sum-$name" || log WARN "$sum-$name stays behind"
done < <(absent "$new" "$old")
# The alarm DefinitionsOld waits for this line.
log INFO "definitions refreshed: $(wc -l <"$new") files, $(absent "$old" "$new" | wc -l) of them new"
