"""The deployed functions are arm64, and this machine may not be: then QEMU runs each of them as it is.

The emulator starts `bootstrap` as a process of its own. On another machine than arm64 that is a line of shell, which starts the
real one under `qemu-aarch64`; what is deployed is the binary whose zip is held to its budget, and nothing is built twice.
"""

import pathlib
import platform
import zipfile

# Debian's libc6-arm64-cross: the libraries that Amazon Linux has in the function's place.
LIBRARIES = "/usr/aarch64-linux-gnu"
NATIVE = platform.machine() in ("aarch64", "arm64")

SCRIPT = f"""#!/bin/sh
exec qemu-aarch64 -L {LIBRARIES} "$(dirname "$0")/function"
"""


def command(bootstrap):
    """What starts a function's binary on this machine."""
    return [str(bootstrap)] if NATIVE else ["qemu-aarch64", "-L", LIBRARIES, str(bootstrap)]


def is_arm64(bootstrap):
    """By the machine in its ELF header."""
    head = pathlib.Path(bootstrap).open("rb").read(20)
    return head[:4] == b"\x7fELF" and int.from_bytes(head[18:20], "little") == 0xB7


def archive_for_here(bootstrap, archive):
    """A zip whose `bootstrap` this machine can start. Not compressed: it is unpacked once and thrown away."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as file:
        if NATIVE:
            add(file, "bootstrap", bootstrap.read_bytes())
        else:
            add(file, "bootstrap", SCRIPT.encode())
            add(file, "function", bootstrap.read_bytes())


def add(file, name, content):
    entry = zipfile.ZipInfo(name, date_time=(2020, 1, 1, 0, 0, 0))
    entry.external_attr = 0o755 << 16
    file.writestr(entry, content)
