# What scan.sh and update.sh share; sourced by bash. The definitions lie in the bucket DEFINITIONS_BUCKET:
#   current         the set in use, as sha256sum writes it: a sum and a name per line
#   <sum>-<name>    the files that it names
# A file is never overwritten, so whoever has read `current` gets the files of that set, or notices that it is gone.

log() { # level, message: one line, as the functions write theirs
  local text=${2//[\"\\]/\'}
  printf '{"level":"%s","function":"%s","message":"%s"}\n' "$1" "${AWS_LAMBDA_FUNCTION_NAME:-scanner}" "${text//$'\n'/; }"
}

s3() { # method, key, options of curl…
  local method=$1 key=$2 endpoint=${AWS_ENDPOINT_URL_S3:-${AWS_ENDPOINT_URL:-}}
  shift 2
  local url=https://$DEFINITIONS_BUCKET.s3.$AWS_REGION.amazonaws.com/$key
  # What stands in for S3 has no name per bucket.
  if [ -n "$endpoint" ]; then url=${endpoint%/}/$DEFINITIONS_BUCKET/$key; fi
  local token=
  if [ -n "${AWS_SESSION_TOKEN:-}" ]; then token="header = \"x-amz-security-token: $AWS_SESSION_TOKEN\""; fi
  # The credentials come by a pipe: arguments can be read by every process. Debian's curl does not hash what it sends.
  curl --config - --request "$method" --silent --show-error --fail --retry 3 --connect-timeout 5 --max-time 180 \
    --aws-sigv4 "aws:amz:$AWS_REGION:s3" --header 'x-amz-content-sha256: UNSIGNED-PAYLOAD' "$@" "$url" <<CONFIG
user = "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"
$token
CONFIG
}

# Fetches what a set names into a folder, and checks every sum. What an older folder has already is linked, not fetched.
fetch() { # the set, the folder, an older folder
  local sum name
  while read -r sum name; do
    if [ -f "${3:-}/$name" ] && grep -qxF "$sum  $name" "$3/current"; then
      ln "$3/$name" "$2/$name" || return 1
    else
      # With the time at which it was stored: that is what freshclam asks a mirror for changes since.
      s3 GET "$sum-$name" --remote-time --output "$2/$name" || return 1
    fi
  done <"$1"
  cp "$1" "$2/current" && (cd "$2" && sha256sum --check --quiet --strict current)
}
