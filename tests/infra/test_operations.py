"""The manual's commands for a deployment are ones that sam takes. Nothing is deployed: the endpoint is a port where nobody is."""

import os
import pathlib
import re
import shlex
import subprocess
import tempfile
import unittest

from common import ROOT, commands, load, stages

# What scripts/deploy.sh asks AWS for, answered as an account would.
AWS = """#!/bin/sh
case "$*" in
  *get-secret-value*) echo '{"originSecret": "new, old"}' ;;
  *update-termination-protection*) ;;
  *) echo "nobody expected: aws $*" >&2; exit 1 ;;
esac
"""
# Notes how it was called.
SAM = """#!/bin/sh
for argument; do printf '%s\\0' "$argument"; done >"$NOTED"
"""


class Stubs(tempfile.TemporaryDirectory):
    def add(self, name, text):
        path = pathlib.Path(self.name) / name
        path.write_text(text)
        path.chmod(0o755)

    def environment(self):
        nobody = {"AWS_ENDPOINT_URL": "http://127.0.0.1:9", "AWS_MAX_ATTEMPTS": "1", "AWS_ACCESS_KEY_ID": "none",
                  "AWS_SECRET_ACCESS_KEY": "none", "AWS_REGION": "eu-central-1", "SAM_CLI_TELEMETRY": "0"}
        return {**os.environ, **nobody, "PATH": f"{self.name}:{os.environ['PATH']}", "NOTED": f"{self.name}/noted"}

    def run(self, command):
        return subprocess.run(command, env=self.environment(), cwd=ROOT, capture_output=True, text=True, timeout=120)


def deployments():
    """The manual's calls of scripts/deploy.sh, as the shell hands them over."""
    found = [shlex.split(line, comments=True) for line in commands() if line.startswith("scripts/deploy.sh")]
    prose = re.findall(r"`(scripts/deploy\.sh [^`]+)`", (ROOT / "docs" / "operations.md").read_text())
    return found + [shlex.split(line) for line in prose if len(line.split()) > 1]


def handed_over(command):
    """What scripts/deploy.sh calls sam with: its arguments, and the parameters."""
    stubs = Stubs()
    with stubs:
        stubs.add("aws", AWS)
        stubs.add("sam", SAM)
        done = stubs.run(command)
        if done.returncode:
            raise AssertionError(f"{command}: {done.stderr}")
        arguments = (pathlib.Path(stubs.name) / "noted").read_text().split("\0")[:-1]
    place = arguments.index("--parameter-overrides")
    return arguments[:place], arguments[place + 1 :]


class Operations(unittest.TestCase):
    def test_each_deployment_names_a_stage_and_parameters_that_there_are(self):
        from samcli.cli.types import CfnParameterOverridesType

        known = set(load(ROOT / "template.yaml")["Parameters"])
        self.assertGreaterEqual(len(deployments()), 4)
        for command in deployments():
            with self.subTest(command):
                options, parameters = handed_over(command)
                self.assertEqual(options[0], "deploy")
                taken = CfnParameterOverridesType().convert(tuple(parameters), None, None)
                # As many as were given: sam drops what it does not understand without a word.
                self.assertEqual(set(taken), {parameter.split("=")[0] for parameter in parameters})
                self.assertLessEqual(set(taken), known)
                stage = "default" if command[1] == "dev" else command[1]
                self.assertEqual(taken["Stage"], stages()[stage]["Stage"])
                for given in command[2:]:
                    if "=" in given:
                        name, value = given.split("=", 1)
                        self.assertEqual(taken[name], value)

    def test_the_edge_is_known_by_the_hash_of_what_it_sends(self):
        import hashlib

        _, parameters = handed_over(["scripts/deploy.sh", "prod", "--yes"])
        hashes = ",".join(hashlib.sha256(secret).hexdigest() for secret in (b"new", b"old"))
        self.assertIn(f"OriginHashes={hashes}", parameters)

    def test_a_release_has_a_name_of_its_own(self):
        """Without another name, no function behind its alias would see a changed parameter."""
        def release(*more):
            _, parameters = handed_over(["scripts/deploy.sh", "prod", "--yes", *more])
            (name,) = [parameter for parameter in parameters if parameter.startswith("Release=")]
            pattern = load(ROOT / "template.yaml")["Parameters"]["Release"]["AllowedPattern"]
            self.assertRegex(name.removeprefix("Release="), f"^{pattern}$")
            return name

        self.assertEqual(release(), release())
        self.assertNotEqual(release(), release("MailFrom=other@proconnect.example"))
        self.assertNotEqual(release("ConfigRevision=1"), release("ConfigRevision=2"))

    def test_an_empty_parameter_is_emptied(self):
        from samcli.cli.types import CfnParameterOverridesType

        convert = CfnParameterOverridesType().convert
        self.assertNotIn("ReplicaRegion", convert(("Stage=prod ReplicaRegion=",), None, None), "so it has to have quotes")
        _, parameters = handed_over(["scripts/deploy.sh", "prod", "ReplicaRegion="])
        self.assertEqual(convert(tuple(parameters), None, None)["ReplicaRegion"], "")

    def test_sam_takes_it(self):
        stubs = Stubs()
        with stubs:
            stubs.add("aws", AWS)
            done = stubs.run(["scripts/deploy.sh", "prod", "--only-show"])
            said = done.stdout + done.stderr
            self.assertIn("Could not connect to the endpoint URL", said, "sam has gone as far as AWS")


if __name__ == "__main__":
    unittest.main()
