#!/usr/bin/env bash
# Checks that the tools for a purpose are there: `build`, `browser`, `engines`, `scanner`, `cache`, `templates`, `images`, `arm64`. As root, installs the Debian
# packages for those that are missing; otherwise says which to install. Does nothing, quickly, when all are there.
set -euo pipefail

missing=()

need() { # command, Debian package
  command -v "$1" >/dev/null || missing+=("$2")
}

need_build_tools() {
  need cc build-essential
  need make make
  need git git
  need node nodejs
  need npm npm
}

need_cache() {
  need redis-server redis-server
  need redis-cli redis-tools
}

# Debian keeps what makes a virtual environment in a package of its own.
need_python() {
  python3 -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3 python3-venv)
}

# The other browsers' engines, as WebDriver drives them; scripts/geckodriver.sh builds what Debian lacks.
need_engines() {
  need firefox-esr firefox-esr
  need WebKitWebDriver webkit2gtk-driver
  need Xvfb xvfb
}

# What builds an image without Docker, and a base image without a registry; what runs it comes with every Debian.
need_image_tools() {
  need buildah buildah
  need mmdebstrap mmdebstrap
}

# What runs a function that was built for arm64 on another machine: QEMU, and the libraries that it links.
need_arm64() {
  case "$(uname -m)" in aarch64 | arm64) return ;; esac
  need qemu-aarch64 qemu-user
  need /usr/aarch64-linux-gnu/lib/ld-linux-aarch64.so.1 libc6-arm64-cross
}

install_missing() {
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "Please install: ${missing[*]}" >&2
    exit 1
  fi
  echo "Installing ${missing[*]}"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

check_versions() {
  if ! command -v cargo >/dev/null; then
    echo "Please install Rust by rustup (https://rustup.rs); rust-toolchain.toml names the version." >&2
    exit 1
  fi
  if [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 20 ]; then
    echo "Node 20 or newer is needed, this is $(node --version)." >&2
    exit 1
  fi
}

for purpose in "$@"; do
  case "$purpose" in
    build) need_build_tools ;;
    browser) need chromium chromium ;;
    engines) need_engines ;;
    scanner) need /usr/sbin/clamd clamav-daemon ;;
    cache) need_cache ;;
    templates) need_python ;;
    images) need_image_tools ;;
    arm64) need_arm64 ;;
    *) echo "no such purpose: $purpose" >&2; exit 2 ;;
  esac
done
if [ "${#missing[@]}" -gt 0 ]; then install_missing; fi
check_versions
