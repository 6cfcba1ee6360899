#!/usr/bin/env bash
# Deploys the main stack of a stage with what samconfig.toml says of it, the hash of what the edge sends along, and the name
# of the release. Then protects the stack against being deleted.
#
#   scripts/deploy.sh STAGE [--region REGION] [--yes] [--only-show] [NAME=VALUE…]
#
# NAME=VALUE are parameters of template.yaml that differ from samconfig.toml's; NAME="" empties one. What is named in
# neither place keeps its value, or takes the template's in a new stack. --yes asks nobody; --only-show makes the change
# set and executes nothing.
set -euo pipefail
cd "$(dirname "$0")/.."

usage() {
  sed -n 's/^#   //p' "$0" >&2
  exit 2
}

[ $# -gt 0 ] || usage
stage=$1
shift
options=() given=() only_show=no region=
while [ $# -gt 0 ]; do
  case "$1" in
    --region) region=${2:?} && shift ;;
    --yes) options+=(--no-confirm-changeset) ;;
    --only-show) options+=(--no-confirm-changeset --no-execute-changeset) && only_show=yes ;;
    *=*) given+=("$1") ;;
    *) usage ;;
  esac
  shift
done

setting() { # what samconfig.toml says of the stage
  python3 - "$stage" "$1" <<'PYTHON'
import sys, tomllib

stage, name = sys.argv[1:]
with open("samconfig.toml", "rb") as file:
    config = tomllib.load(file)
print(config.get("default" if stage == "dev" else stage, {}).get("deploy", {}).get("parameters", {}).get(name, ""))
PYTHON
}

stack=$(setting stack_name)
[ -n "$stack" ] || { echo "samconfig.toml has no stage $stage" >&2; exit 2; }
region=${region:-$(setting region)}
if [ -n "$region" ]; then export AWS_REGION=$region AWS_DEFAULT_REGION=$region; fi
read -ra parameters <<<"$(setting parameter_overrides)"

# The last of two with the same name is taken. sam drops NAME= without a word; with quotes it empties the parameter.
parameter() {
  local name=${1%%=*} value=${1#*=} kept=() each
  for each in "${parameters[@]}"; do
    if [ "${each%%=*}" != "$name" ]; then kept+=("$each"); fi
  done
  parameters=("${kept[@]}" "$name=${value:-\"\"}")
}

hashes() { # SHA-256 of each secret that the edge may send; none where there is no edge
  aws secretsmanager get-secret-value --secret-id "proconnect/$stage/edge" --query SecretString --output text |
    python3 -c 'import hashlib, json, sys
secrets = json.load(sys.stdin)["originSecret"].split(",")
print(",".join(hashlib.sha256(one.strip().encode()).hexdigest() for one in secrets if one.strip()))'
}

found=$(hashes)
parameter "OriginHashes=$found"
for each in "${given[@]}"; do parameter "$each"; done
# A version is published for a release with another name. So it is made of all that a function can differ in: what was built,
# and the parameters.
release() {
  {
    if [ -d .aws-sam/build ]; then find .aws-sam/build -type f -print0 | sort -z | xargs -0 sha256sum; fi
    printf '%s\n' "${parameters[@]}" | sort
  } | sha256sum | cut -c1-16
}

name=$(release)
parameter "Release=$name"

sam deploy --config-env "$([ "$stage" = dev ] && echo default || echo "$stage")" --no-fail-on-empty-changeset \
  "${options[@]}" --parameter-overrides "${parameters[@]}"
if [ "$only_show" = no ]; then
  aws cloudformation update-termination-protection --enable-termination-protection --stack-name "$stack" >/dev/null
fi
