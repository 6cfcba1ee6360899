"""What every check of a running ProConnect uses: steps that are counted, calls, mails, and waiting for what happens by itself.

Only the standard library: it runs where nothing is installed.
"""

import json
import time
import urllib.error
import urllib.parse
import urllib.request


class Failed(Exception):
    """A step did not do what it promises."""


class Steps:
    """Counts steps and prints each as it ends."""

    def __init__(self):
        self.passed, self.failed, self.skipped = 0, 0, 0

    def run(self, name, work, *arguments):
        """Runs one step. Answers what it answers; a failed step is printed and raised again."""
        start = time.monotonic()
        try:
            result = work(*arguments)
        except Exception as error:
            self.failed += 1
            print(f"not ok  {name}: {error}", flush=True)
            raise
        self.passed += 1
        print(f"ok      {name} ({time.monotonic() - start:.1f} s)", flush=True)
        return result


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect is an answer to look at, not to follow."""

    def redirect_request(self, *_):
        return None


OPENER = urllib.request.build_opener(NoRedirect)


def send(method, url, data=None, headers=None):
    """One HTTP call; answers status, headers and body."""
    request = urllib.request.Request(url, data=data, method=method, headers=headers or {})
    try:
        with OPENER.open(request, timeout=60) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def get_json(url):
    """What a tool's own page answers."""
    status, _, body = send("GET", url)
    if status != 200:
        raise Failed(f"GET {url}: {status} {body[:200]!r}")
    return json.loads(body)


class Api:
    """The HTTP API at a base URL."""

    def __init__(self, base):
        self.base = base.rstrip("/")

    def call(self, expected, method, path, token=None, body=None, **headers):
        """Calls and holds the status to what is expected; answers the body and the headers."""
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        data = None
        if token:
            headers["authorization"] = f"Bearer {token}"
        if body is not None:
            data = json.dumps(body).encode()
            headers["content-type"] = "application/json"
        status, answered, text = send(method, self.base + path, data, headers)
        if status != expected:
            raise Failed(f"{method} {path}: {status} instead of {expected}: {text[:300].decode(errors='replace')}")
        return (json.loads(text) if text else None), answered

    def get(self, path, token=None):
        return self.call(200, "GET", path, token)[0]

    def post(self, path, token, body, expected=201, **headers):
        return self.call(expected, "POST", path, token, body, **headers)[0]


class LocalMails:
    """The mails that `make run` keeps, newest first."""

    def __init__(self, base):
        self.base = base.rstrip("/")

    def to(self, address):
        found = get_json(f"{self.base}/_local/mail?to={urllib.parse.quote(address)}")
        return [(mail["subject"], mail["text"]) for mail in found["items"]]


def wait_for(what, look, seconds=90):
    """Looks again and again until it sees something; says what it waited for when it does not."""
    end = time.monotonic() + seconds
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > end:
            raise Failed(f"{what} did not happen within {seconds} s")
        time.sleep(0.3)


def same(found, wanted, what):
    if found != wanted:
        raise Failed(f"{what}: {found!r} instead of {wanted!r}")
