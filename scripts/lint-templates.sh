#!/usr/bin/env bash
# Checks template.yaml and infra/ as CloudFormation and SAM will read them, and what stands in several of these files against
# each other (tests/infra). Needs no AWS account: both linters bring their rules with them (scripts/template-tools.sh).
set -euo pipefail
cd "$(dirname "$0")/.."

tools=$(scripts/template-tools.sh)
# The region only picks the rules; the keys are for a client that is built and never called.
export AWS_REGION=${AWS_REGION:-eu-central-1} AWS_DEFAULT_REGION=${AWS_REGION:-eu-central-1}
export AWS_ACCESS_KEY_ID=none AWS_SECRET_ACCESS_KEY=none AWS_EC2_METADATA_DISABLED=true SAM_CLI_TELEMETRY=0
# Of the nested templates, which are all written alike, SAM is shown one; cfn-lint transforms them all as SAM does.
for template in template.yaml infra/functions/system.yaml; do "$tools/sam" validate --lint --template-file "$template"; done
"$tools/cfn-lint" --regions "$AWS_REGION" --non-zero-exit-code warning -- template.yaml infra/*.yaml infra/functions/*.yaml
PATH=$tools:$PATH "$tools/python" -m unittest discover --quiet --start-directory tests/infra
