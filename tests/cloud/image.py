"""The scanner's image, built from its real Dockerfile, and its containers, which run as Lambda runs them.

Takes no registry: the base image is made from Debian's packages, under the name that the Dockerfile asks for.
"""

import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile

import template
from emulator import Process
from driver import Failed

FOLDER = template.ROOT / "infra" / "scanner"
# As Lambda has it: a user and a group that no file of the image knows.
USER = "993:990"
# A container's own view: its file system read-only but for /tmp, its own processes, and nothing left when it ends.
ISOLATE = """
set -e
root=$1; shift
mount --bind "$root" "$root"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount -t tmpfs -o mode=1777,size=2g tmpfs "$root/tmp"
mount -o remount,bind,ro "$root"
exec setpriv --no-new-privs chroot --userspec={user} --groups= "$root" "$@"
"""


def command(*arguments, **more):
    done = subprocess.run(arguments, capture_output=True, text=True, **more)
    if done.returncode:
        raise Failed(f"{' '.join(map(str, arguments))}: {done.stderr.strip()[-2000:] or done.stdout.strip()[-2000:]}")
    return done.stdout.strip()


def debian_sources():
    """Where this machine's apt has Debian's own packages from, a mirror as well; nothing of other origins."""
    listed = "deb $(REPO_URI) $(RELEASE) $(COMPONENT)|$(ORIGIN)"
    for _ in range(2):
        lines = command("apt-get", "indextargets", "--format", listed, "Created-By: Packages").splitlines()
        found = {line.removesuffix("|Debian") for line in lines if line.endswith("|Debian")}
        if found:
            return "\n".join(sorted(found)) + "\n"
        command("apt-get", "update", "-qq")
    raise Failed("apt has no packages of Debian's")


class Container(Process):
    """Ends as Lambda ends one: at once, and everything in it."""

    def __exit__(self, *_):
        # The first process of its own numbering: with it, the kernel ends all others.
        pid = self.process.pid
        for child in pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split() if self.process.poll() is None else []:
            os.kill(int(child), signal.SIGKILL)
        self.process.wait(10)


class Image:
    """Builds the image with a store of images of its own, which goes with the `with` block."""

    def __init__(self, bootstrap):
        if os.getuid():
            raise Failed("images are built and run by root")
        self.folder = tempfile.mkdtemp(prefix="proconnect-image-")
        self.store = ["--root", f"{self.folder}/store", "--runroot", f"{self.folder}/run", "--storage-driver", "vfs"]
        self.bootstrap = bootstrap

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def buildah(self, *arguments):
        return command("buildah", *self.store, *arguments)

    def build(self):
        """Answers the image's size in MB."""
        self.make_base(re.search(r"^ARG BASE=(\S+)", (FOLDER / "Dockerfile").read_text(), re.M)[1])
        own = {"BOOTSTRAP": str(self.bootstrap), "PULL": "no", "BUILDAH_OPTIONS": " ".join(self.store), "IMAGE": "scanner"}
        command("scripts/scanner-image.sh", "build", cwd=template.ROOT, env={**os.environ, **own})
        container = self.buildah("from", "--pull-never", "scanner")
        self.root = self.buildah("mount", container)
        self.config = json.loads(self.buildah("inspect", "--type", "image", "scanner"))["Docker"]["config"]
        return int(command("du", "-sm", self.root).split()[0])

    def make_base(self, name):
        base, sources, settings = (f"{self.folder}/{part}" for part in ("base.tar", "sources.list", "apt.conf"))
        with open(sources, "w") as file:
            file.write(debian_sources())
        # A proxy that apt uses here is used there as well.
        with open(settings, "w") as file:
            file.write("\n".join(re.findall(r"^Acquire::https?::Proxy .*", command("apt-config", "dump"), re.M)) + "\n")
        release = command("sh", "-c", '. /etc/os-release && echo "$VERSION_CODENAME"')
        # Debian's own images write without waiting for the disk, too.
        options = (f"--aptopt={settings}", "--dpkgopt=force-unsafe-io")
        command("mmdebstrap", "--variant=minbase", *options, release, base, sources)
        container = self.buildah("from", "scratch")
        self.buildah("add", container, base, "/")
        self.buildah("commit", "--rm", "--quiet", container, name)
        os.remove(base)

    def run(self, folder, name, variables, entry_point=None):
        """A container with the image's entry point, or with the one that a function's ImageConfig puts in its place."""
        image = dict(variable.split("=", 1) for variable in self.config.get("Env") or [])
        variables = {**image, **variables, "AWS_LAMBDA_FUNCTION_NAME": name}
        isolate = ["unshare", "--mount", "--pid", "--fork", "sh", "-c", ISOLATE.format(user=USER), "sh"]
        return Container(folder, name, [*isolate, self.root, *(entry_point or self.config["Entrypoint"])], variables)
