"""A running ProConnect with things to ask for, and events that ask for them."""

import json
import pathlib
import urllib.request

import template
from emulator import Process, clean_environment, free_port
from driver import get_json

EVENTS = template.ROOT / "events"
PASSWORD = "try the marketplace"
LATER = "2099-01-01"


class Marketplace(Process):
    """`proconnect-local` with the demo, on a state of its own. Its own scanner never answers: files wait for ours."""

    def __init__(self, folder, program):
        self.data, port = folder / "data", free_port()
        self.base = f"http://localhost:{port}"
        environment = clean_environment(folder, PORT=str(port), DATA_DIR=str(self.data), RUST_LOG="error", CLAMD_ADDRESS="127.0.0.1:1")
        super().__init__(folder, "proconnect-local", [str(program)], environment, cwd=template.ROOT)

    def open(self):
        self.wait_until(lambda: get_json(f"{self.base}/v1/health"))
        self.wait_until(lambda: "ProConnect runs at" in self.log.read_text())
        self.client, self.freelancer = self.sign_in("clara"), self.sign_in("felix")
        self.task = self.call("GET", "/v1/tasks", self.client)["items"][0]["id"]
        self.named = self.things()
        lines = (self.data / "functions.env").read_text().splitlines()
        self.variables = dict(line.split("=", 1) for line in lines)

    def things(self):
        """For each function that is asked for one thing: the path parameter that names one which its caller may see."""
        first = lambda path, token=self.client: self.call("GET", path, token)["items"][0]["id"]
        file = {"name": "a.txt", "contentType": "text/plain", "size": 5, "purpose": "task"}
        person = self.call("GET", "/v1/users/me", self.client)
        freelancer = self.call("GET", "/v1/users/me", self.freelancer)["id"]
        return {
            "tasks-get": {"taskId": self.task},
            "bids-list-for-task": {"taskId": first("/v1/tasks/mine")},
            "contracts-get": {"contractId": first("/v1/contracts")},
            "payments-get-invoice": {"paymentId": first("/v1/payments")},
            "files-get": {"fileId": self.call("POST", "/v1/files", self.client, file)["file"]["id"]},
            "users-get": {"userId": person["id"]},
            "users-save-talent": {"userId": freelancer},
        }

    def sign_in(self, name):
        body = {"email": f"{name}@demo.example", "password": PASSWORD}
        return self.call("POST", "/v1/auth/login", None, body)["accessToken"]

    def call(self, method, path, token, body=None):
        headers = {"content-type": "application/json", **({"authorization": f"Bearer {token}"} if token else {})}
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data=data, method=method, headers=headers)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.loads(answer.read() or b"null")

    def new_task(self):
        deadline = "2027-06-01T00:00:00Z"
        budget = {"type": "fixed", "min": 20000, "max": 60000, "currency": "usd"}
        body = {"title": "A task for the bench", "description": "<p>Something that can be bid on.</p>", "category": "design"}
        return self.call("POST", "/v1/tasks", self.client, {**body, "budget": budget, "deadline": deadline})["id"]

    def events(self, name):
        """Events for a function, one for each call; most are the sample, sent by somebody who is signed in."""
        sample = json.loads((EVENTS / f"{name}.json").read_text())
        while True:
            yield self.adapted(name, json.loads(json.dumps(sample)))

    def adapted(self, name, event):
        if "headers" not in event:
            return event
        token = self.freelancer if name.startswith("bids-") else self.client
        event["headers"] |= {"authorization": f"Bearer {token}"}
        if name in self.named:
            event["pathParameters"] = self.named[name]
        if name == "bids-create":
            event["pathParameters"] = {"taskId": self.new_task()}
            bid = {"coverLetter": "I have done this forty times, for shops like yours.", "timelineDays": 14}
            event["body"] = json.dumps({**bid, "amount": {"amount": 40000, "currency": "usd"}})
        return event
