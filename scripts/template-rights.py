"""Compares what template.yaml gives each function, rights, settings and memory, with the calls that its handler makes.

Follows the calls from each handler through its own package to the repositories of shared/store, and notes which of
DynamoDB's actions they end in. A right that is missing would fail in production only; one too many is what an attacker
would use. Reads the source as text: what it cannot follow, it names instead of guessing.
"""

import re
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
TABLE, SEND, MAIL, PUSH = "table", "sqs:SendMessage", "ses:SendEmail", "execute-api:ManageConnections"
# Reads the secret that a setting refers to. Its ARN ends in six characters that Secrets Manager has made.
SECRET, SECRET_ARN = "secretsmanager:GetSecretValue", r":secret:([\w/${}]+)-\?{6}$"
REFERENCE = r"secretsmanager:(.+)#\w+"
# What the calls of the object store end in. S3 answers 403 instead of 404 to who may not list.
OBJECTS = {
    "sign_upload": {"s3:PutObject"},
    "sign_download": {"s3:GetObject"},
    "open": {"s3:GetObject", "s3:ListBucket"},
    "copy": {"s3:GetObject", "s3:PutObject"},
    "put": {"s3:PutObject"},
    "delete": {"s3:DeleteObject"},
    "erase": {"s3:GetObject", "s3:ListBucket", "s3:DeleteObject", "s3:DeleteObjectVersion"},
}
# The calls in shared/store that end in an action; a transaction needs the rights of its parts.
PRIMITIVES = [
    (r"(?:\bself(?:\s*\.\s*0)?|\bstore)\s*\.\s*get(?:::<\w+>)?\s*\(", "GetItem"),
    (r"\.\s*get_many\s*\(", "BatchGetItem"),
    (r"\btx\s*\.\s*(?:create|create_item|put_item|update|transition|upsert|tell|order|remember)\s*\(", "PutItem"),
    (r"\btx\s*\.\s*change(?:_state)?\s*\(", "UpdateItem"),
    (r"\btx\s*\.\s*delete\s*\(", "DeleteItem"),
    (r"\.\s*batch_write_item\s*\(\s*\)", "BatchWriteItem"),
    (r"\.\s*put_item\s*\(\s*\)", "PutItem"),
    (r"\.\s*update_item\s*\(\s*\)", "UpdateItem"),
    (r"\.\s*delete_item\s*\(\s*\)", "DeleteItem"),
    (r"\btx\s*\.\s*(?:unmoved|exists|active)\s*\(", "ConditionCheckItem"),
    (r"\.\s*scan\s*\(\s*\)", "Scan"),
    # Each transaction of a person looks at their account (ADR 39).
    (r"\bTx::(?:new|by|by_admin)\s*\(", "ConditionCheckItem"),
]
# What else a call asks of its function: a setting, the memory (and so the share of a CPU) that a hash or a picture is
# worth, or the cache, which is reached from its VPC alone and without which the table answers, unnoticed.
NEEDS = [
    (r"\bapp\s*\.\s*payments\(\)", "STRIPE_SECRET_KEY"),
    (r"\bapp\s*\.\s*mailer\(\)", "MAIL_FROM"),
    (r"\bconfig\.webhook_secrets\b", "STRIPE_WEBHOOK_SECRETS"),
    (r"\bapp\s*\.\s*issuer\(\)", "TOKEN_SIGNING_KEYS"),
    (r": (?:Maybe)?Caller\b", "TOKEN_PUBLIC_KEYS"),
    (r"\bapp\s*\.\s*tickets\(\)", "TICKET_KEY"),
    (r"\bapp\s*\.\s*code_secret\(\)", "CODE_SECRET"),
    (r"\bapp\s*\.\s*objects\(\)", "FILES_BUCKET"),
    (r"\bapp\s*\.\s*scanner\(\)", "CLAMD_ADDRESS"),
    (r"\bapp\s*\.\s*push\(\)", "SOCKET_CALLBACK_URL"),
    (r"\bconfig\.socket_url\b", "SOCKET_URL"),
    (r"\bapp\s*\.\s*(?:limit|hot)\s*\(", "CACHE_URL"),
    (r"\bapp\s*\.\s*(?:limit|hot)\s*\(", "a VPC"),
    (r"\bapp\s*\.\s*(?:limit|hot)\s*\(", ".cache( in its bootstrap"),
    (r"\b(?:hash_password|verify_password|verify_nothing|pictures)\s*\(", "1024 MB"),
]
# In these modules of the store the calls are made for others; their callers are what is counted.
PLUMBING = {"table", "tx", "record"}


def source(path):
    text = path.read_text().split("#[cfg(test)]")[0]
    return re.sub(r"(^|\s)//[^\n]*", r"\1", text)


def block(text, start):
    """The text from the next brace to its partner."""
    depth = 0
    for at in range(text.index("{", start), len(text)):
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        if depth == 0:
            return text[start : at + 1]
    return text[start:]


def functions(text):
    """Every function: the type that it belongs to (or None), its name, its text."""
    owners = [(m.start(), m.start() + len(block(text, m.start())), m[1])
              for m in re.finditer(r"^impl(?:<[^>]*>)?\s+(?:[\w:<>', ]+\s+for\s+)?(\w+)", text, re.M)]
    for m in re.finditer(r"\bfn (\w+)", text):
        owner = next((name for start, end, name in owners if start < m.start() < end), None)
        yield owner, m[1], block(text, m.start())


class Repositories:
    """shared/store: which actions each method of each repository ends in."""

    def __init__(self):
        self.bodies, self.free, self.accessors = {}, {}, {}
        for path in sorted((ROOT / "shared/store/src").rglob("*.rs")):
            text = source(path)
            self.accessors |= dict(re.findall(r"pub fn (\w+)\(&self\) -> (\w+)<'_>", text))
            for owner, name, body in functions(text) if path.stem not in PLUMBING else []:
                if owner is None:
                    self.free[name] = body
                else:
                    self.bodies[owner, name] = body

    def actions(self, key, seen):
        body = self.bodies.get(key) if isinstance(key, tuple) else self.free[key]
        if body is None or key in seen:
            return set()
        seen.add(key)
        found = {(action, TABLE) for pattern, action in PRIMITIVES if re.search(pattern, body)}
        if re.search(r"\bQuery(?:::partition\b|\s*\{)", body):
            indexes = set(re.findall(r"keys::(GSI\d|DUE)\b", body))
            found |= {("Query", index.lower()) for index in indexes} or {("Query", TABLE)}
        for name in self.free:
            if re.search(rf"(?<![.\w]){name}\s*\(", body[body.index("{"):]):
                found |= self.actions(name, seen)
        if isinstance(key, tuple):
            for name in re.findall(r"\bself\s*\.\s*(\w+)(?:::<\w+>)?\s*\(", body):
                found |= self.actions((key[0], name), seen)
        return found | self.calls(body, seen, None)

    def calls(self, body, seen, unclear):
        """What the calls of repositories in a text end in: `store.users().get(…)`, or by a name given before."""
        names = "|".join(self.accessors)
        made = [(self.accessors[a], method)
                for a, method in re.findall(rf"\b({names})\(\)\s*\.\s*(\w+)", body)]
        bound = re.findall(rf"let (\w+) = [\w&.\s]*?\b({names})\(\)\s*;", body)
        for left, right in re.findall(r"let \(([^)]*)\) = \((.*?)\);", body, re.S):
            parts = zip(left.split(","), right.split(","))
            bound += [(name.strip(), m[1]) for name, value in parts
                      if (m := re.search(rf"\b({names})\(\)\s*$", value))]
        for name, accessor in bound:
            uses = re.findall(rf"(?<![.\w]){name}\b(?!\s*=|\()(\s*\.\s*(\w+))?", body)
            made += [(self.accessors[accessor], method) for _, method in uses if method]
        everything = len(re.findall(rf"store\s*\.\s*(?:{names})\(\)", body))
        if unclear is not None and everything > len(bound) + len(re.findall(rf"\b(?:{names})\(\)\s*\.", body)):
            unclear.append("hands a repository on")
        found = set()
        for key in made:
            if key in self.bodies:
                found |= self.actions(key, seen)
            elif unclear is not None:
                unclear.append(f"calls {key[0]}::{key[1]}, which is not in shared/store")
        return found


class Package:
    """A domain's package: follows the calls from a handler to the repositories and ports."""

    def __init__(self, domain, repositories, app):
        self.repositories, self.app, self.fns, self.needs = repositories, app, {}, set()
        for path in sorted((ROOT / f"functions/{domain}/src").glob("*.rs")):
            text = source(path)
            for owner, name, body in functions(text):
                self.fns[path.stem, owner, name] = (body, text)

    def follow(self, key, seen, unclear):
        if key in seen:
            return set()
        seen.add(key)
        body, text = self.fns[key]
        found = self.repositories.calls(body, set(), unclear)
        for name, app_body in self.app.items():
            if re.search(rf"\bapp\s*\.\s*{name}\s*\(", body):
                found |= self.repositories.calls(app_body, set(), unclear)
        found |= {(SEND, None)} if re.search(r"\.\s*queue\(\)", body) else set()
        found |= {(PUSH, None)} if re.search(r"\.\s*push\(\)", body) else set()
        found |= {(MAIL, None)} if re.search(r"\.\s*mailer\(\)", body) else set()
        if re.search(r"\bapp\s*\.\s*objects\(\)", body):
            for call, actions in OBJECTS.items():
                if re.search(rf"\bobjects(?:\(\)\?)?\s*\.\s*{call}\s*\(", body):
                    found |= {(action, None) for action in actions}
        self.needs |= {need for pattern, need in NEEDS if re.search(pattern, body)}
        inner = body[body.index("{"):]
        for other in self.fns:
            module, owner, name = other
            if owner:
                called = rf"\b{owner}::{name}\s*\(|\.\s*{name}\s*\(" if re.search(rf"\b{owner}\b", text) else None
            elif module == key[0]:
                called = rf"(?<![.\w:]){name}\s*\("
            else:
                imported = re.search(rf"use (?:crate|super)::{module}::[^;]*\b{name}\b", text)
                called = rf"\b{module}::{name}\s*\(" + (rf"|(?<![.\w:]){name}\s*\(" if imported else "")
                if module == "lib":
                    called += rf"|\bcrate::{name}\s*\(|(?<![.\w:]){name}\s*\("
            if called and re.search(called, inner):
                found |= self.follow(other, seen, unclear)
        return found


class Loader(yaml.SafeLoader):
    pass


Loader.add_multi_constructor("!", lambda loader, tag, node: (
    loader.construct_scalar(node) if isinstance(node, yaml.ScalarNode) else
    loader.construct_sequence(node, True) if isinstance(node, yaml.SequenceNode) else
    loader.construct_mapping(node, True)))


def given(properties, resources):
    """The rights in a function's policies, and in those that it refers to."""
    rights = set()
    as_list = lambda value: value if isinstance(value, list) else [value]
    for policy in properties.get("Policies", []):
        policy = resources[policy]["Properties"]["PolicyDocument"] if isinstance(policy, str) else policy
        if "SQSSendMessagePolicy" in policy:
            rights.add((SEND, None))
        for statement in policy.get("Statement", []):
            for action in as_list(statement["Action"]):
                for resource in as_list(statement["Resource"]):
                    if action.startswith("dynamodb:"):
                        index = resource.rpartition("/index/")[2] if "/index/" in resource else TABLE
                        rights.add((action.removeprefix("dynamodb:"), index))
                    elif action == SECRET:
                        named = re.search(SECRET_ARN, resource)
                        rights.add((SECRET, named[1] if named else resource))
                    elif action in (SEND, MAIL, PUSH) or action.startswith("s3:"):
                        rights.add((action, None))
    return rights


def bootstrap(domain, name):
    return (ROOT / f"functions/{domain}/src/bin/{name}.rs").read_text()


def main():
    template = yaml.load((ROOT / "template.yaml").read_text(), Loader)
    repositories = Repositories()
    runtime = [source(path) for path in (ROOT / "shared/runtime/src").glob("*.rs")]
    app = {name: body for text in runtime for owner, name, body in functions(text)
           if owner == "App" and re.search(r"\bstore\s*\.\s*\w+\(\)\s*\.", body)}
    packages, problems, checked = {}, [], 0
    shared = template["Globals"]["Function"]["Environment"]["Variables"]
    for resource in template["Resources"].values():
        if resource["Type"] != "AWS::Serverless::Function":
            continue
        name = resource["Metadata"]["BuildProperties"]["Binary"]
        properties = resource["Properties"]
        domain, _, action = name.partition("-")
        package = packages.setdefault(domain, Package(domain, repositories, app))
        unclear, key = [], (action.replace("-", "_"), None, "handle")
        if key not in package.fns:
            problems.append(f"{name}: no handler in functions/{domain}/src/{key[0]}.rs")
            continue
        package.needs = set()
        used = package.follow(key, set(), unclear)
        methods = {event["Properties"].get("Method", "GET") for event in properties.get("Events", {}).values()}
        # A caller's refused change may be a repeat: then the runtime reads the stored answer.
        signature = package.fns[key][0].partition("->")[0]
        if methods != {"GET"} and re.search(r"\bcaller: Caller", signature):
            used.add(("GetItem", TABLE))
        rights = given(properties, template["Resources"])
        variables = shared | properties.get("Environment", {}).get("Variables", {})
        used |= {(SECRET, m[1]) for value in variables.values() if (m := re.match(REFERENCE, str(value)))}
        has = {variable for variable, value in variables.items() if value}
        has |= {"a VPC"} if "VpcConfig" in properties else set()
        has |= {".cache( in its bootstrap"} if ".cache(" in bootstrap(domain, name) else set()
        has |= {"1024 MB"} if properties.get("MemorySize", 0) >= 1024 else set()
        settings = {need for _, need in NEEDS}
        problems += [f"{name}: needs {need}" for need in sorted(package.needs - has)]
        problems += [f"{name}: has {need} for nothing" for need in sorted(has & settings - package.needs)]
        show = lambda right: right[0] if right[1] is None else f"{right[0]} on {right[1]}"
        problems += [f"{name}: {reason}" for reason in unclear]
        problems += [f"{name}: calls {show(right)} without the right to" for right in sorted(used - rights, key=str)]
        problems += [f"{name}: never calls {show(right)}" for right in sorted(rights - used, key=str)]
        checked += 1
    for problem in problems:
        print(problem)
    print(f"rights: {checked} functions, {len(problems)} problems")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
