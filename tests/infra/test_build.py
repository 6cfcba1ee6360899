"""`sam build` finds every function in its nested stack, builds it once by its name, and puts it where the stack will be packaged.

Nothing is compiled: the `cargo` that it calls only writes down what it was asked for.
"""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from common import ROOT, template

CARGO = """#!/bin/sh
if [ "$1" = metadata ]; then
  echo "{\\"workspace_root\\": \\"$PWD\\", \\"target_directory\\": \\"$PWD/target\\", \\"packages\\": [], \\"workspace_members\\": []}"
  exit
fi
echo "$@" >>"$NOTED"
while [ $# -gt 0 ]; do [ "$1" = --bin ] && name=$2; shift; done
mkdir -p "target/lambda/$name" && echo "$name" >"target/lambda/$name/bootstrap"
"""


def built(folder):
    """Builds a copy of what `sam build` reads; answers its output and what cargo was called with."""
    tree, tools = folder / "tree", folder / "tools"
    for made in (tree, tools):
        made.mkdir()
    shutil.copytree(ROOT / "infra", tree / "infra")
    for name in ("template.yaml", "samconfig.toml", "Cargo.toml"):
        shutil.copy(ROOT / name, tree / name)
    for name in ("cargo", "cargo-lambda"):
        (tools / name).write_text(CARGO)
        (tools / name).chmod(0o755)
    environment = {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}", "NOTED": str(folder / "noted"), "SAM_CLI_TELEMETRY": "0"}
    done = subprocess.run(["sam", "build"], env=environment, cwd=tree, capture_output=True, text=True, timeout=300)
    if done.returncode:
        raise AssertionError(done.stderr[-2000:])
    return tree / ".aws-sam" / "build", (folder / "noted").read_text().splitlines()


class Build(unittest.TestCase):
    def test_every_function_is_built_once_and_lies_in_its_stack(self):
        # All but the image, which has a build of its own.
        images = {name for name, function in template.functions().items() if function["Properties"].get("PackageType") == "Image"}
        wanted = {name: id for name, id in template.ids().items() if name not in images}
        self.assertGreater(len(wanted), 60)
        with tempfile.TemporaryDirectory() as folder:
            output, calls = built(pathlib.Path(folder))
            self.assertEqual(sorted(calls), sorted(f"lambda build --release --arm64 --bin {name}" for name in wanted))
            for name, id in wanted.items():
                stack = name.partition("-")[0].capitalize()
                self.assertEqual((output / "Functions" / stack / id / "bootstrap").read_text().strip(), name)


if __name__ == "__main__":
    unittest.main()
