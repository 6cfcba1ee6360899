#!/usr/bin/env bash
# Deletes a bucket with everything in it, every version of it too. There is no way back.
#
#   scripts/empty-bucket.sh BUCKET
set -euo pipefail

bucket=${1:?usage: $0 BUCKET}
for kind in Versions DeleteMarkers; do
  # A thousand at a time, which is the most that one call deletes.
  while true; do
    listed=$(aws s3api list-object-versions --bucket "$bucket" --max-items 1000 --output json \
      --query "{Objects: $kind[].{Key: Key, VersionId: VersionId}, Quiet: \`true\`}")
    if ! grep -q '"Key"' <<<"$listed"; then break; fi
    aws s3api delete-objects --bucket "$bucket" --delete "$listed" >/dev/null
  done
done
aws s3api delete-bucket --bucket "$bucket"
