#!/usr/bin/env python3
"""A judge that Stripe wrote, for what our code asks of Stripe and for what the stand-in answers in its place.

    stripe_mock.py <record>...

A record is what the stand-in has written with `--record` (or STRIPE_LOCAL_RECORD): each request with its answer, and each event. Every
request that the stand-in took is made of stripe-mock too, which refuses parameters that Stripe's OpenAPI document does not know;
every object that the stand-in answered or sent is held to the schemas of that document.
"""

import json
import pathlib
import re
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request

import jsonschema

from emulator import Process, free_port

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


class Refused(Exception):
    """The judge says no."""


def install():
    """Paths of the program and of its document, or nothing where Go is missing."""
    lines = subprocess.run([ROOT / "scripts" / "stripe-mock.sh"], capture_output=True, text=True, check=True).stdout.split("\n")
    return [pathlib.Path(line) for line in lines if line]


def as_json_schema(node):
    """OpenAPI 3.0 says `nullable` where JSON Schema wants null to be among the types."""
    if isinstance(node, list):
        return [as_json_schema(item) for item in node]
    if not isinstance(node, dict):
        return node
    schema = {name: as_json_schema(value) for name, value in node.items() if name != "nullable"}
    if node.get("nullable") is True:
        return {"anyOf": [schema, {"type": "null"}]}
    return schema


class Document:
    """Stripe's OpenAPI document."""

    def __init__(self, path):
        document = json.loads(path.read_text())
        self.version = document["info"]["version"]
        self.paths = document["paths"]
        self.root = {"components": {"schemas": as_json_schema(document["components"]["schemas"])}}
        self.routes = [(re.compile(re.sub(r"\{[^}]+\}", "[^/]+", path) + "$"), path) for path in self.paths]

    def problems(self, value, reference):
        """What is wrong with a value, each in a line."""
        validator = jsonschema.Draft202012Validator({**self.root, **reference})
        for error in validator.iter_errors(value):
            deepest = jsonschema.exceptions.best_match([error])
            yield f"{'.'.join(map(str, deepest.absolute_path)) or 'the whole'}: {deepest.message[:200]}"

    def of_answer(self, method, path):
        """The schema of the answer of a call."""
        exact = [known for pattern, known in self.routes if pattern.match(path)]
        # `/v1/refunds/{refund}` and a path without parameters may both match: the one with fewest parameters is meant.
        route = min(exact, key=lambda known: known.count("{"), default=None)
        operation = self.paths.get(route, {}).get(method.lower())
        if operation is None:
            raise Refused(f"Stripe has no {method} {path}")
        return as_json_schema(operation["responses"]["200"]["content"]["application/json"]["schema"])

    def object_problems(self, value):
        name = value.get("object")
        if name not in self.root["components"]["schemas"]:
            return [f"Stripe has no object {name!r}"]
        return list(self.problems(value, {"$ref": f"#/components/schemas/{name}"}))


class Mock:
    """stripe-mock, running."""

    def __init__(self, port):
        self.origin = f"http://127.0.0.1:{port}"

    def alive(self):
        try:
            self.ask("GET", "/v1/balance", "")
        except urllib.error.URLError:
            return False
        return True

    def ask(self, method, path, form):
        """The refusal of a request, or None. It takes the bracketed numbers of arrays as Stripe does."""
        url, data = f"{self.origin}{path}", None
        if method == "GET":
            url += f"?{form}" if form else ""
        else:
            data = form.encode()
        headers = {"Authorization": "Bearer sk_test_123", "Content-Type": "application/x-www-form-urlencoded"}
        try:
            with urllib.request.urlopen(urllib.request.Request(url, data, headers, method=method), timeout=30) as answer:
                answer.read()
        except urllib.error.HTTPError as error:
            return f"{error.code} {error.read().decode()[:300]}"
        return None


def said(records):
    """The lines of all records, each thing once."""
    seen = {}
    for record in records:
        for line in pathlib.Path(record).read_text().splitlines():
            entry = json.loads(line)
            seen[json.dumps(entry, sort_keys=True)] = entry
    return list(seen.values())


def judge(records, folder):
    """Shows everything to the judge; answers how much was looked at, or raises with every objection."""
    program, spec = install()
    document, port = Document(spec), free_port()
    counts = {"requests": 0, "answers": 0, "refusals": 0, "events": 0}
    objections = set()
    with Process(folder, "stripe-mock", [str(program), "-http-addr", f"127.0.0.1:{port}"], {}) as process:
        mock = Mock(port)
        process.wait_until(mock.alive)
        for entry in said(records):
            objections.update(about(entry, mock, document, counts))
        counts["unknown parameters"] = refuses_what_is_unknown(mock, objections)
    if not counts["requests"] or not counts["events"]:
        objections.add(f"nothing to judge: {counts}")
    if objections:
        raise Refused("\n".join(sorted(objections)))
    return document.version, counts


def about(entry, mock, document, counts):
    """The objections to one thing that was said."""
    if "event" in entry:
        counts["events"] += 1
        event = entry["event"]
        for problem in document.object_problems(event):
            yield f"event {event['type']}: {problem}"
        for problem in document.object_problems(event["data"]["object"]):
            yield f"object of {event['type']}: {problem}"
        return
    method, path = entry["method"], entry["path"]
    name = f"{method} {re.sub(r'_[0-9a-f]{24}', '_…', path)}"
    # What the stand-in refused was wrong on purpose; it says so as Stripe does.
    if entry["status"] != 200:
        counts["refusals"] += 1
        for problem in document.problems(entry["answer"], {"$ref": "#/components/schemas/error"}):
            yield f"refusal of {name}: {problem}"
        return
    counts["requests"] += 1
    refusal = mock.ask(method, path, entry["form"])
    if refusal:
        yield f"{name} with {urllib.parse.unquote(entry['form'])[:300]}: {refusal}"
    counts["answers"] += 1
    for problem in document.problems(entry["answer"], document.of_answer(method, path)):
        yield f"answer of {name}: {problem}"


# Requests with one parameter that is wrong: the judge has to refuse them, or it judges nothing.
UNKNOWN = [
    ("/v1/refunds", "charge=ch_1&chagre=x"),
    ("/v1/transfers", "amount=1&currency=usd&destination=acct_1&metadta[x]=y"),
    ("/v1/checkout/sessions", "mode=payment&success_url=https://x.example&line_items[0][price_data][unit_amuont]=1"),
    ("/v1/account_links", "account=acct_1&type=account_onboarding&refresh=x"),
    ("/v1/accounts", "emial=a@x.example"),
]


def refuses_what_is_unknown(mock, objections):
    for path, form in UNKNOWN:
        if mock.ask("POST", path, form) is None:
            objections.add(f"stripe-mock takes {form} at {path}")
    return len(UNKNOWN)


def main():
    from emulator import remove, work_folder

    if not install():
        print("SKIPPED: stripe-mock, since Go is missing")
        return
    folder = work_folder()
    version, counts = judge(sys.argv[1:], folder)
    remove(folder)
    print(f"stripe-mock ({version}): {counts}")


if __name__ == "__main__":
    main()
