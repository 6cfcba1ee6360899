#!/usr/bin/env python3
"""Drives the main job over HTTP, from registration to the invoice, wherever ProConnect runs.

    make run, then:  python3 tests/cloud/main_job.py http://localhost:8080
    deployed:        tests/cloud/run.py imports `main_job` with the deployed API and the sent mails

What happens in the background (stream, queues, webhooks) is waited for, never pushed, because a deployment has no button
for it.
"""

import datetime
import sys
import urllib.parse
import uuid

from driver import Api, Failed, LocalMails, Steps, same, send, wait_for
from person import Person


def money(amount):
    return {"amount": amount, "currency": "usd"}


def in_days(days):
    return datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=days)


def visit(url, outcome):
    """Ends a visit to a hosted page of the stand-in; it sends back to the product."""
    data = urllib.parse.urlencode({"outcome": outcome}).encode()
    headers = {"content-type": "application/x-www-form-urlencoded"}
    status, _, body = send("POST", url, data, headers)
    if status != 303:
        raise Failed(f"POST {url}: {status} {body[:200]!r}")


class MainJob:
    """One task from posting to the last invoice, and what stands beside its path."""

    def __init__(self, api, mails, steps):
        self.api, self.steps = api, steps
        self.client = Person(api, mails, "client")
        self.freelancer = Person(api, mails, "freelancer")
        self.other = Person(api, mails, "freelancer")

    def run(self):
        step = self.steps.run
        step("the API answers", self.health)
        step("client, freelancers: registered", lambda: [person.register() for person in self.people()])
        step("a new code is mailed on demand", self.resend)
        step("addresses verified by the mailed codes", self.verify)
        step("logged in", lambda: [person.log_in() for person in self.people()])
        step("sessions: refreshed, and ended by logging out", self.sessions)
        step("freelancer: set up for payouts", self.onboard)
        step("client: posts tasks", self.post_tasks)
        step("anybody: finds and opens the task", self.find)
        step("freelancers: bid; a bid is withdrawn, one declined", self.bid)
        step("client: compares bids and accepts one", self.accept)
        step("client: funds the first milestone, pays at the stand-in", self.fund, 0)
        step("freelancer: submits; client: asks for changes; freelancer: submits again", self.revise)
        step("client: approves; the payment is released", self.approve, 0)
        step("the second milestone, to the end of the contract", self.second)
        step("both: history and invoices", self.history)
        step("mails were sent along the way", self.told)

    def people(self):
        return [self.client, self.freelancer, self.other]

    def health(self):
        same(self.api.get("/v1/health"), {"status": "ok"}, "health")
        self.api.call(404, "GET", "/v1/no-such-thing")
        self.api.call(401, "GET", "/v1/users/me")

    def resend(self):
        self.client.code()
        self.client.resend()

    def verify(self):
        self.client.verify(2)
        self.freelancer.verify()
        self.other.verify()

    def sessions(self):
        cookie = self.other.cookie
        self.other.sign_in(self.api.call(200, "POST", "/v1/auth/refresh", cookie=cookie))
        self.api.call(204, "POST", "/v1/auth/logout", cookie=self.other.cookie)
        self.api.call(401, "POST", "/v1/auth/refresh", cookie=self.other.cookie)
        self.other.log_in()

    def onboard(self):
        token = self.freelancer.token
        visit(self.api.post("/v1/payments/onboarding", token, {})["url"], "complete")
        account = wait_for(
            "the account's readiness",
            lambda: (lambda found: found if found["payoutsEnabled"] else None)(self.api.get("/v1/payments/account", token)),
        )
        same(account["payoutsEnabled"], True, "payouts")

    def post_tasks(self):
        def task(title):
            return {
                "title": title, "description": "<p>A friendly logo for a bakery, in two colours.</p>",
                "category": "design", "skills": ["Logo design"], "deadline": in_days(10).strftime("%Y-%m-%dT%H:%M:%SZ"),
                "budget": {"type": "fixed", "min": 10000, "max": 50000, "currency": "usd"},
            }

        self.word = f"w{uuid.uuid4().hex[:10]}"
        body, key = task(f"Design a logo {self.word}"), str(uuid.uuid4())
        self.task = self.api.post("/v1/tasks", self.client.token, body, idempotency_key=key)["id"]
        again = self.api.post("/v1/tasks", self.client.token, body, idempotency_key=key)["id"]
        same(again, self.task, "the task of a repeated call")
        self.second_task = self.api.post("/v1/tasks", self.client.token, task("Draw a map"))["id"]
        mine = self.api.get("/v1/tasks/mine", self.client.token)["items"]
        same({item["id"] for item in mine}, {self.task, self.second_task}, "one's own tasks")

    def find(self):
        if not self.api.get("/v1/categories")["items"]:
            raise Failed("no categories")
        query = urllib.parse.urlencode({"q": self.word, "category": "design"})
        found = self.api.get(f"/v1/tasks?{query}")["items"]
        same([item["id"] for item in found], [self.task], "tasks found by a word")
        same(self.api.get(f"/v1/tasks/{self.task}")["status"], "open", "status of the task")

    def bid(self):
        def bid(amount):
            due = in_days(20).strftime("%Y-%m-%d")
            parts = [("Drafts", amount // 2, ["Two colours", "Works in small"]), ("Final", amount - amount // 2, [])]
            return {
                "coverLetter": "I have drawn forty logos for small shops.", "amount": money(amount), "timelineDays": 14,
                "milestones": [
                    {"title": title, "description": f"The {title}", "amount": money(part), "dueDate": due, "criteria": criteria}
                    for title, part, criteria in parts
                ],
            }

        path = f"/v1/tasks/{self.task}/bids"
        self.won = self.api.post(path, self.freelancer.token, bid(40000))["id"]
        self.lost = self.api.post(path, self.other.token, bid(30000))["id"]
        path = f"/v1/tasks/{self.second_task}/bids"
        withdrawn = self.api.post(path, self.freelancer.token, bid(20000))["id"]
        declined = self.api.post(path, self.other.token, bid(10000))["id"]
        self.api.post(f"/v1/bids/{withdrawn}/withdraw", self.freelancer.token, {}, 200)
        self.api.post(f"/v1/bids/{declined}/decline", self.client.token, {"reason": "price"}, 200)
        mine = self.api.get("/v1/bids/mine", self.freelancer.token)["items"]
        same({item["id"] for item in mine}, {self.won, withdrawn}, "one's own bids")

    def accept(self):
        bids = self.api.get(f"/v1/tasks/{self.task}/bids", self.client.token)["items"]
        same({item["id"] for item in bids}, {self.won, self.lost}, "bids to compare")
        contract = self.api.post(f"/v1/bids/{self.won}/accept", self.client.token, {})
        self.contract = contract["id"]
        self.milestones = [milestone["id"] for milestone in contract["milestones"]]
        for person in (self.client, self.freelancer):
            listed = self.api.get("/v1/contracts", person.token)["items"]
            same([item["id"] for item in listed], [self.contract], f"contracts of the {person.role}")
        self.api.call(404, "GET", f"/v1/contracts/{self.contract}", self.other.token)
        # A worker closes the other bids, by way of stream and queue.
        wait_for("the end of the other bid", lambda: self.bid_status(self.other, self.lost) not in ("pending", "submitted"))

    def bid_status(self, person, bid):
        mine = self.api.get("/v1/bids/mine", person.token)["items"]
        return next(item["status"] for item in mine if item["id"] == bid)

    def states(self, number):
        """Work and money of a milestone."""
        contract = self.api.get(f"/v1/contracts/{self.contract}", self.client.token)
        milestone = contract["milestones"][number]
        return milestone["status"], milestone["payment"]["status"]

    def fund(self, number):
        path = f"/v1/milestones/{self.milestones[number]}/fund"
        visit(self.api.post(path, self.client.token, {})["checkoutUrl"], "paid")
        wait_for("the funding", lambda: self.states(number)[1] in ("funded", "held"))

    def submit(self, number):
        path = f"/v1/milestones/{self.milestones[number]}/submissions"
        self.api.post(path, self.freelancer.token, {"note": "Three drafts are ready."})
        same(self.states(number)[0], "in_review", "the submitted work")

    def revise(self):
        self.submit(0)
        path = f"/v1/milestones/{self.milestones[0]}/revisions"
        self.api.post(path, self.client.token, {"comment": "A warmer orange, please.", "criteria": ["Two colours"]})
        same(self.states(0)[0], "changes_requested", "the reviewed work")
        self.submit(0)

    def approve(self, number):
        path = f"/v1/milestones/{self.milestones[number]}/approve"
        for _ in range(2):  # approving twice pays once
            self.api.post(path, self.client.token, {}, 200)
        wait_for("the release", lambda: self.states(number) == ("approved", "released"))

    def second(self):
        self.fund(1)
        self.submit(1)
        self.approve(1)
        contract = self.api.get(f"/v1/contracts/{self.contract}", self.client.token)
        same((contract["status"], contract["progress"]["percent"]), ("completed", 100), "the contract")
        same(self.api.get(f"/v1/tasks/{self.task}")["status"], "completed", "the task")

    def history(self):
        # Twice 200.00: the client paid all of it, the freelancer gets it less the fee of 10 %, for which their invoice is.
        for person, status, total, net in ((self.client, "released", 20000, 20000), (self.freelancer, "paid", 2000, 18000)):
            items = self.api.get("/v1/payments", person.token)["items"]
            same([item["status"] for item in items], [status, status], f"payments of the {person.role}")
            numbers = set()
            for item in items:
                invoice = self.api.get(f"/v1/payments/{item['id']}/invoice", person.token)
                lines = sum(line["amount"]["amount"] for line in invoice["lines"])
                same(lines, invoice["total"]["amount"], "the sum of the lines")
                same(invoice["total"]["amount"], total, f"the total of the {person.role}'s invoice")
                same((invoice["gross"]["amount"], invoice["net"]["amount"]), (20000, net), f"the {person.role}'s sums")
                numbers.add(item["invoiceNumber"])
            same(len(numbers), 2, "different invoice numbers")

    def told(self):
        wait_for("two mails about payouts", lambda: self.freelancer.subjects().count("You were paid $180.00") == 2)
        if not any(subject.startswith("Changes requested") for subject in self.freelancer.subjects()):
            raise Failed("the freelancer was not told about the requested changes")


def main_job(base, mails, steps):
    """Runs the whole job at a base URL; answers it, with its people and ids, for what comes after."""
    job = MainJob(Api(base), mails, steps)
    job.run()
    return job


def main():
    if len(sys.argv) != 2:
        sys.exit(f"usage: {sys.argv[0]} <base URL of a running `make run`>")
    steps = Steps()
    try:
        main_job(sys.argv[1], LocalMails(sys.argv[1]), steps)
    except Exception as error:  # printed by the step; the counts below say so too
        print(f"stopped: {error}", file=sys.stderr)
    print(f"main job: {steps.passed} passed, {steps.failed} failed")
    sys.exit(1 if steps.failed else 0)


if __name__ == "__main__":
    main()
