#!/usr/bin/env bash
# Deploys what was built (sam build, scripts/web-build.sh) to a stage: the scanner's image, the main stack, the client. Asks
# nobody; .github/workflows/deploy.yml does. docs/operations.md says what each step is.
#
#   SITE=<bucket of the client> scripts/release.sh STAGE
set -euo pipefail
cd "$(dirname "$0")/.."

stage=${1:?usage: SITE=<bucket> $0 STAGE}
: "${SITE:?the bucket of the client: the edge stack has the output SiteBucket}"
PATH=$(scripts/template-tools.sh):$PATH

repository=$(aws cloudformation describe-stacks --stack-name proconnect-images \
  --query "Stacks[0].Outputs[?OutputKey=='Repository'].OutputValue" --output text)
aws ecr get-login-password | docker login --username AWS --password-stdin "${repository%%/*}" >&2
scripts/scanner-image.sh build
image=$(scripts/scanner-image.sh push "$repository")
scripts/deploy.sh "$stage" --yes ScannerImage="$image"

# The page goes last: whoever gets the new one finds its assets.
aws s3 sync web/dist/assets "s3://$SITE/assets" --exclude '*.br' --cache-control 'public, max-age=31536000, immutable'
aws s3 sync web/dist "s3://$SITE" --exclude 'assets/*' --exclude '*.br' --cache-control no-cache
