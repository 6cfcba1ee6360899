"""Reads the SAM templates as they are, and zips the functions that they name."""

import pathlib
import zipfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
TEMPLATE = ROOT / "template.yaml"

# Megabytes of a function's zip, by whether it holds Stripe's key and so links Stripe's client.
BUDGET, STRIPE_BUDGET = 4.0, 9.0
# Each kind of record adds to the one function that reads all of them.
# files-on-uploaded goes into an image and needs no zip; it draws PDFs. Two write PDFs, and hold the typefaces for it.
BUDGETS = {"users-export-data": 4.4, "files-on-uploaded": 7.0, "payments-get-invoice": 4.3, "payments-statement": 4.6}


class Loader(yaml.SafeLoader):
    """YAML with CloudFormation's short forms, which become the long ones."""


def short_form(loader, suffix, node):
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
        if suffix == "GetAtt":
            value = value.split(".", 1)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)
    return {suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}": value}


Loader.add_multi_constructor("!", short_form)
# Dates such as "2012-10-17" are text in a policy.
Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load(path):
    return yaml.load(path.read_text(), Loader)


def resources(template, kind):
    """The resources of a type, by logical id."""
    return {id: found for id, found in template["Resources"].items() if found["Type"] == kind}


def nested(template, path):
    """The nested stacks whose templates are files here: logical id and path."""
    stacks = resources(template, "AWS::CloudFormation::Stack")
    return {id: (path.parent / stack["Properties"]["TemplateURL"]).resolve() for id, stack in stacks.items()}


def stacks(path=TEMPLATE):
    """A template and all that is nested in it."""
    content = load(path)
    yield path, content
    for below in nested(content, path).values():
        yield from stacks(below)


def everywhere(kind):
    """The resources of a type, in all stacks, by logical id."""
    return {id: found for _, content in stacks() for id, found in resources(content, kind).items()}


def functions(path=TEMPLATE):
    """Every function of a template and of what is nested in it: the binary's name and the resource."""
    return {
        resource["Metadata"]["BuildProperties"]["Binary"]: resource
        for _, content in stacks(path)
        for resource in resources(content, "AWS::Serverless::Function").values()
    }


def ids(path=TEMPLATE):
    """The logical id of every function, by the binary's name."""
    return {
        resource["Metadata"]["BuildProperties"]["Binary"]: id
        for _, content in stacks(path)
        for id, resource in resources(content, "AWS::Serverless::Function").items()
    }


def variables(function):
    """A function's own variables, without those that all of its stack have."""
    return function["Properties"].get("Environment", {}).get("Variables", {})


def stem(id):
    """What the ids of a function's other resources begin with: `TasksCreate` of `TasksCreateFunction`."""
    return id.removesuffix("Function")


def zip_bootstrap(bootstrap, archive):
    """A zip as Lambda takes it; the same file gives the same bytes."""
    entry = zipfile.ZipInfo("bootstrap", date_time=(2020, 1, 1, 0, 0, 0))
    entry.external_attr = 0o755 << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(archive, "w", compresslevel=9) as file:
        file.writestr(entry, bootstrap.read_bytes())


def zip_all(binaries, archives):
    """Zips every function of the template; prints sizes beside their budgets. Answers what is missing, and what is too big: two lists."""
    archives.mkdir(parents=True, exist_ok=True)
    missing, large = [], []
    print(f"{'function':<40}{'binary MB':>10}{'zip MB':>10}{'budget':>10}")
    for name, function in sorted(functions().items()):
        bootstrap = binaries / name / "bootstrap"
        if not bootstrap.is_file():
            missing.append(f"{name}: no {bootstrap}")
            continue
        archive = archives / f"{name}.zip"
        if not archive.exists() or archive.stat().st_mtime < bootstrap.stat().st_mtime:
            zip_bootstrap(bootstrap, archive)
        size = archive.stat().st_size / 1e6
        budget = STRIPE_BUDGET if "STRIPE_SECRET_KEY" in variables(function) else BUDGETS.get(name, BUDGET)
        print(f"{name:<40}{bootstrap.stat().st_size / 1e6:>10.2f}{size:>10.2f}{budget:>10.1f}")
        if size > budget:
            large.append(f"{name}: its zip has {size:.2f} MB, more than {budget} MB")
    return missing, large


if __name__ == "__main__":
    import sys

    missing, large = zip_all(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
    # The budgets are of what is deployed; this machine's own binaries are somewhat larger.
    found = missing + ([] if sys.argv[3:] == ["host"] else large)
    sys.exit("\n".join(found) if found else 0)
