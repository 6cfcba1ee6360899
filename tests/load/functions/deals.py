"""People and things of a running ProConnect, made by its own API: each as far along its way as somebody asks for."""

import http.client
import itertools
import json
import re
import time
import urllib.parse

from driver import Failed, LocalMails, wait_for
from main_job import in_days, money, visit
from person import PASSWORD as person_password, Person

BLOCK = 250


def networks():
    """Addresses of this machine: to the limits each is a network of its own."""
    return (f"127.{a}.{b}.{c}" for a, b, c in itertools.product(range(64, 128), range(BLOCK), range(1, BLOCK)))


class Api:
    """driver.Api's calls, each from another network: none of them uses up the tries of the next."""

    def __init__(self, base):
        self.base, self.networks = base, networks()

    def call(self, expected, method, path, token=None, body=None, **headers):
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        headers |= {"authorization": f"Bearer {token}"} if token else {}
        headers |= {} if body is None else {"content-type": "application/json"}
        port = urllib.parse.urlsplit(self.base).port
        connection = http.client.HTTPConnection("127.0.0.1", port, 60, (next(self.networks), 0))
        connection.request(method, path, None if body is None else json.dumps(body), headers)
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        if answer.status != expected:
            raise Failed(f"{method} {path}: {answer.status} instead of {expected}: {text[:300]!r}")
        return (json.loads(text) if text else None), answer.headers

    def get(self, path, token=None):
        return self.call(200, "GET", path, token)[0]

    def post(self, path, token, body, expected=201, **headers):
        return self.call(expected, "POST", path, token, body, **headers)[0]


class SignedIn:
    """Somebody of the demo. A token lasts for minutes, a bench longer: it is renewed."""

    def __init__(self, api, email, password):
        self.api, self.email, self.password, self.began = api, email, password, None
        self.id = api.get("/v1/users/me", self.token)["id"]

    @property
    def token(self):
        if self.began is None or time.monotonic() - self.began > 300:
            body = {"email": self.email, "password": self.password}
            self.own, self.began = self.api.post("/v1/auth/login", None, body, 200)["accessToken"], time.monotonic()
        return self.own


class Deals:
    """`client`, `freelancer` and `admin` are of the demo; whoever else is needed registers."""

    def __init__(self, base, password):
        self.api, self.mails = Api(base), LocalMails(base)
        people = (SignedIn(self.api, f"{name}@demo.example", password) for name in ("clara", "felix", "admin"))
        self.clara, self.felix, self.ada = people

    @property
    def client(self):
        return self.clara.token

    @property
    def freelancer(self):
        return self.felix.token

    @property
    def admin(self):
        return self.ada.token

    def registered(self, role="client"):
        person = Person(self.api, self.mails, role)
        person.register()
        return person

    def person(self, role="client"):
        person = self.registered(role)
        person.verify()
        return person

    def reset_token(self, person):
        self.api.post("/v1/auth/forgot-password", None, {"email": person.email}, 202)
        texts = lambda: "\n".join(text for _, text in self.mails.to(person.email))
        return wait_for("the link to a new password", lambda: re.search(r"reset-password\S*token=([^\s&]+)", texts()))[1]

    def first(self, path):
        """The first of the client's."""
        return self.api.get(path, self.client)["items"][0]["id"]

    def unsubscribe_link(self):
        """In any mail that can be turned off: the demo's client was told of bids."""
        texts = "\n".join(text for _, text in self.mails.to(self.clara.email))
        return re.search(r"/unsubscribe\?token=(\S+)", texts)[1]

    def task(self):
        body = {
            "title": "A task for the bench", "description": "<p>Something that can be bid on.</p>", "category": "design",
            "budget": {"type": "fixed", "min": 20000, "max": 60000, "currency": "usd"},
            "deadline": in_days(60).strftime("%Y-%m-%dT%H:%M:%SZ"),
        }
        return self.api.post("/v1/tasks", self.client, body)["id"]

    def terms(self):
        return {"coverLetter": "I have done this forty times, for shops like yours.", "timelineDays": 14, "amount": money(40000)}

    def bid(self):
        return self.api.post(f"/v1/tasks/{self.task()}/bids", self.freelancer, self.terms())["id"]

    def contract(self):
        """Nothing in it is funded."""
        return self.api.post(f"/v1/bids/{self.bid()}/accept", self.client, {})

    def milestone(self):
        return self.contract()["milestones"][0]["id"]

    def funded(self):
        contract = self.contract()
        milestone = contract["milestones"][0]["id"]
        visit(self.api.post(f"/v1/milestones/{milestone}/fund", self.client, {})["checkoutUrl"], "paid")
        look = lambda: self.api.get(f"/v1/contracts/{contract['id']}", self.client)["milestones"][0]["payment"]["status"]
        wait_for("the funding", lambda: look() in ("funded", "held"))
        return milestone

    def submitted(self):
        milestone = self.funded()
        self.api.post(f"/v1/milestones/{milestone}/submissions", self.freelancer, {"note": "Three drafts are ready."})
        return milestone

    def approved(self):
        milestone = self.submitted()
        self.api.post(f"/v1/milestones/{milestone}/approve", self.client, {}, 200)
        return milestone

    def dispute(self):
        """Opened by the client, about work that was handed in."""
        body = {"reason": "Two of three drafts are missing", "statement": "One came, and it has one colour."}
        return self.api.post(f"/v1/milestones/{self.submitted()}/disputes", self.client, body)["id"]

    def leaver(self):
        """The id of somebody who has closed their account."""
        person = self.person()
        id = self.api.get("/v1/users/me", person.token)["id"]
        self.api.call(204, "POST", "/v1/users/me/delete", person.token, {"password": person_password})
        return id

    def upload(self, token):
        file = {"name": "a.txt", "contentType": "text/plain", "size": 5, "purpose": "task"}
        return self.api.post("/v1/files", token, file)["file"]["id"]

    def piece(self):
        body = {"title": "Shop for a bakery", "url": "https://example.com"}
        return self.api.post("/v1/users/me/portfolio", self.freelancer, body)["id"]
