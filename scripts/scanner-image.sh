#!/usr/bin/env bash
# Builds the image of files-on-uploaded and of the refresh of definitions from infra/scanner, with docker or buildah,
# whichever is there, and pushes it.
#
#   scripts/scanner-image.sh build             # makes $IMAGE
#   scripts/scanner-image.sh bootstrap         # only the function for it, x86_64
#   scripts/scanner-image.sh push REPOSITORY   # prints the digest's address, which is the template's ScannerImage
#
# BOOTSTRAP is a bootstrap that was built already, by default one is built for x86_64; BASE is another base image than the
# Dockerfile's; PULL=no takes the base as it is here; BUILDAH_OPTIONS go to every call of buildah.
set -euo pipefail
cd "$(dirname "$0")/.."

image=${IMAGE:-proconnect-scanner:latest}
target=${CARGO_TARGET_DIR:-target}
# What is deployed is compiled by rustc itself (.ci/run).
unset RUSTC_WORKSPACE_WRAPPER
read -ra options <<<"${BUILDAH_OPTIONS:-}"

# A client of docker without a daemon is none.
tool() {
  if [ -z "${BUILDAH_OPTIONS:-}" ] && docker version >/dev/null 2>&1; then echo docker; else echo buildah; fi
}

build_bootstrap() {
  scripts/prerequisites.sh build templates
  scripts/venv.sh
  PATH=$PWD/.venv/bin:$PATH
  rustup target add x86_64-unknown-linux-gnu
  # The template says x86_64: most machines build that image without emulating another. Linked with zig against a glibc
  # that is older than Debian's.
  cargo lambda build --release --x86-64 --lambda-dir "$target/lambda-scanner" --bin files-on-uploaded \
    --features files/preview
}

build() {
  local bootstrap=${BOOTSTRAP:-} context pull
  if [ -z "$bootstrap" ]; then
    build_bootstrap
    bootstrap=$target/lambda-scanner/files-on-uploaded/bootstrap
  fi
  context=$(mktemp -d)
  # Now: the name is local.
  # shellcheck disable=SC2064
  trap "rm -rf '$context'" EXIT
  cp infra/scanner/* "$context"
  cp "$bootstrap" "$context/bootstrap"
  # The function runs as a user without a name: everything must be readable by everybody.
  chmod 755 "$context" "$context"/{bootstrap,scan.sh,refresh.sh,update.sh}
  chmod 644 "$context"/*.conf "$context/definitions.sh"
  local arguments=(--platform linux/amd64 --tag "$image")
  if [ -n "${BASE:-}" ]; then arguments+=(--build-arg "BASE=$BASE"); fi
  if [ "$(tool)" = docker ]; then
    if [ "${PULL:-yes}" = yes ]; then arguments+=(--pull); fi
    # Lambda takes an image, not a list of images with statements about them.
    DOCKER_BUILDKIT=1 docker build "${arguments[@]}" --provenance=false "$context"
  else
    pull=--pull-always
    if [ "${PULL:-yes}" = no ]; then pull=--pull-never; fi
    # chroot: needs no runtime for containers, and works inside one.
    buildah "${options[@]}" bud --isolation chroot --format docker "$pull" "${arguments[@]}" "$context"
  fi
}

push() {
  local repository=$1 digest
  local name=$repository:${TAG:-$(git rev-parse --short HEAD)-$(date -u +%Y%m%d%H%M)}
  if [ "$(tool)" = docker ]; then
    docker tag "$image" "$name"
    docker push --quiet "$name" >&2
    digest=$(docker image inspect --format '{{range .RepoDigests}}{{println .}}{{end}}' "$name" | grep "^$repository@" | cut -d@ -f2)
  else
    digest=$(mktemp)
    buildah "${options[@]}" push --quiet --digestfile "$digest" "$image" "docker://$name" >&2
    digest=$(cat "$digest" && rm "$digest")
  fi
  echo "$repository@$digest"
}

case "${1:-} $#" in
  "build 1") build ;;
  "bootstrap 1") build_bootstrap ;;
  "push 2") push "$2" ;;
  *) echo "usage: $0 build | bootstrap | push REPOSITORY" >&2; exit 2 ;;
esac
