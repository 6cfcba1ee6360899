#!/usr/bin/env bash
# Checks template.yaml and infra/ as CloudFormation and SAM will read them, that each function has exactly the rights
# that its code uses, and what stands in several of these files against each other (tests/infra). Needs no AWS account:
# both linters bring their rules with them. They live in a virtual environment of their own, outside the tree, made once
# per version.
set -euo pipefail
cd "$(dirname "$0")/.."

sam=1.170.0
cfn_lint=1.58.0
tools=${XDG_CACHE_HOME:-$HOME/.cache}/proconnect/template-linters-$sam-$cfn_lint

install() {
  scripts/prerequisites.sh templates
  echo "Installing aws-sam-cli $sam and cfn-lint $cfn_lint"
  rm -rf "$tools"
  python3 -m venv "$tools"
  "$tools/bin/pip" install --quiet --disable-pip-version-check "aws-sam-cli==$sam" "cfn-lint==$cfn_lint"
  # Only now: an installation that broke off is made again.
  touch "$tools/complete"
}

if [ ! -f "$tools/complete" ]; then install; fi

# The region only picks the rules; the keys are for a client that is built and never called.
export AWS_REGION=${AWS_REGION:-eu-central-1} AWS_DEFAULT_REGION=${AWS_REGION:-eu-central-1}
export AWS_ACCESS_KEY_ID=none AWS_SECRET_ACCESS_KEY=none AWS_EC2_METADATA_DISABLED=true SAM_CLI_TELEMETRY=0
"$tools/bin/sam" validate --lint --template-file template.yaml
"$tools/bin/cfn-lint" --regions "$AWS_REGION" --non-zero-exit-code warning -- template.yaml infra/*.yaml
"$tools/bin/python" scripts/template-rights.py
"$tools/bin/python" -m unittest discover --quiet --start-directory tests/infra
