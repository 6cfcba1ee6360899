#!/usr/bin/env bash
# The entry point of the daily refresh: a runtime of Lambda's that answers each call by running update.sh.
# https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
set -uo pipefail
here=$(dirname "$0")
. "$here/definitions.sh"

api=http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation
answer() { # kind, body
  curl --silent --show-error --fail --output /dev/null --data-binary "$2" "$api/$call/$1"
}

while true; do
  # Waits until there is a call, however long that takes.
  headers=$(curl --silent --show-error --fail --dump-header - --output /dev/null "$api/next") || exit 1
  call=$(sed -n 's/^lambda-runtime-aws-request-id: *\([^[:space:]]*\).*/\1/Ip' <<<"$headers")
  if "$here/update.sh" 2>&1 | tee /tmp/update.log; then
    answer response null
  else
    log ERROR "the definitions were not refreshed: $(tail -n 3 /tmp/update.log)"
    answer error '{"errorType":"RefreshFailed","errorMessage":"the definitions were not refreshed; the log says why"}'
  fi
done
