"""What the checks of the deployment's files share. They need PyYAML alone, and neither an account nor a build."""

import functools
import pathlib
import re
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "cloud"))

import template  # noqa: E402

EDGE = ROOT / "infra" / "edge.yaml"
OPERATIONS = ROOT / "docs" / "operations.md"


@functools.cache
def load(path):
    return template.load(path)


@functools.cache
def templates():
    """Every template: what is deployed by itself, and what is nested, wherever it lies."""
    return {path.relative_to(ROOT).as_posix(): load(path) for path in [template.TEMPLATE, *sorted((ROOT / "infra").rglob("*.yaml"))]}


def resources(kind=None):
    """File, logical id and resource, of a type or of all."""
    for name, content in templates().items():
        for id, resource in content["Resources"].items():
            if kind in (None, resource["Type"]):
                yield name, id, resource


def stages():
    """The parameters that samconfig.toml gives each stage."""
    with (ROOT / "samconfig.toml").open("rb") as file:
        config = tomllib.load(file)
    given = {}
    for name, sections in config.items():
        if isinstance(sections, dict) and "deploy" in sections:
            text = sections["deploy"]["parameters"]["parameter_overrides"]
            given[name] = dict(pair.split("=", 1) for pair in text.split())
    return given


def commands(text=None):
    """The commands of the manual's shell blocks, each on one line."""
    text = OPERATIONS.read_text() if text is None else text
    for block in re.findall(r"^ *```sh\n(.*?)^ *```", text, re.M | re.S):
        joined = re.sub(r"\\\n\s*", " ", block)
        for line in joined.splitlines():
            line = line.strip()
            if line and not line.startswith("#"):
                yield line
