#!/usr/bin/env python3
"""Looks at a deployed stage from outside, by its public address, as a visitor would: `smoke.py https://proconnect.example`.

Writes nothing, so that it may be run against prod. With a second address, the API's own, it also looks that nobody gets in
around the edge. Only the standard library.
"""

import json
import sys

from driver import Api, Failed, Steps, same, send


def canary(api):
    """What the health check of infra/edge.yaml reads."""
    status, headers, body = send("GET", f"{api.base}/v1/tasks")
    same(status, 200, "the list of tasks")
    if not body.startswith(b'{"items":['):
        raise Failed(f"the list of tasks begins with {body[:60]!r}")


def refusals(api):
    api.call(401, "GET", "/v1/users/me")
    api.call(404, "GET", "/v1/no-such-thing")
    api.call(400, "POST", "/v1/payments/stripe-events", body={})


def page(api):
    status, headers, body = send("GET", f"{api.base}/tasks")
    same(status, 200, "a page of the client")
    if b"<div id=\"root\"" not in body:
        raise Failed("the page is not the client's")
    policy = headers.get("content-security-policy") or ""
    if "default-src 'self'" not in policy:
        raise Failed(f"the page's policy is {policy!r}")


def around_the_edge(base):
    status, _, body = send("GET", f"{base.rstrip('/')}/v1/tasks")
    same(status, 403, "who comes around the edge")
    same(json.loads(body)["code"], "forbidden", "the refusal")


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(f"usage: {sys.argv[0]} <public address> [<address of the HTTP API itself>]")
    steps, api = Steps(), Api(sys.argv[1])
    try:
        steps.run("the API answers", lambda: same(api.get("/v1/health"), {"status": "ok"}, "health"))
        steps.run("the list of tasks is read", canary, api)
        steps.run("what is refused is refused", refusals, api)
        steps.run("the client is there, with its policy", page, api)
        if len(sys.argv) == 3:
            steps.run("nobody gets in around the edge", around_the_edge, sys.argv[2])
    except Exception as error:
        print(f"stopped: {error}", file=sys.stderr)
    print(f"smoke: {steps.passed} passed, {steps.failed} failed")
    sys.exit(1 if steps.failed else 0)


if __name__ == "__main__":
    main()
