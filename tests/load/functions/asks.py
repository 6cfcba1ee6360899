"""For each function an event that it does its work for: what it refuses is no measurement of it."""

import hashlib
import hmac
import itertools
import json
import re
import time
import urllib.parse
import uuid
from dataclasses import dataclass, field

from deals import Deals
from driver import Failed
from person import PASSWORD
from talks import Talks
from totp import code

NEW = "another pass phrase"
# Its answer is a refusal: that there is no such path, or no such method.
REFUSERS = {"system-unrouted": 405, "chat-default": 200}


@dataclass
class Ask:
    """What an event says beside what the sample says. `connection`: an open one, whose frame it is."""

    token: str | None = None
    body: object = None
    query: dict | None = None
    path: dict | None = None
    cookie: str | None = None
    connection: str | None = None
    headers: dict = field(default_factory=dict)
    # Of a worker's messages: what things they are about, by what their ids begin with; how many of them, if not all.
    about: dict | None = None
    messages: int | None = None

    def into(self, event, address):
        """The sample with all this, sent from an address."""
        if self.about:
            text = json.dumps(event["Records"][: self.messages])
            for id, thing in self.about.items():
                text = re.sub(id if len(id) > 4 else rf"{id}[0-9A-HJKMNP-TV-Z]{{26}}", thing, text)
            return {"Records": json.loads(text)}
        if self.connection:
            event["requestContext"]["connectionId"] = self.connection
        if "headers" in event:
            event["requestContext"]["http"]["sourceIp"] = address
            event["headers"] |= self.headers | ({"authorization": f"Bearer {self.token}"} if self.token else {})
            event["cookies"] = [self.cookie] if self.cookie else []
        if self.path:
            event["pathParameters"] = self.path
        if self.query:
            event["queryStringParameters"], event["rawQueryString"] = self.query, urllib.parse.urlencode(self.query)
        if self.body is not None:
            event["body"] = self.body if isinstance(self.body, str) else json.dumps(self.body)
        return event


class Asks:
    """`once` makes what one call uses up, `always` what any number of calls may ask for."""

    def __init__(self, base, password, variables):
        self.deals = deals = Deals(base, password)
        self.talks = talks = Talks(deals, variables)
        self.variables = variables
        self.counter = itertools.count(1)
        self.always = usual(deals, talks)
        self.once = accounts(deals) | work(deals) | chats(talks) | self.others()

    def of(self, name):
        make = self.once.get(name) or self.always.get(name) or (lambda: Ask(self.deals.client))
        return make()

    def others(self):
        deals = self.deals
        preferences = lambda: deals.api.get("/v1/notifications/preferences", deals.client)["version"]
        chosen = lambda: {"version": preferences(), "timeZone": "Europe/Berlin", "digest": "off", "digestHour": 8, "categories": []}
        return {
            "notifications-update-preferences": lambda: Ask(deals.client, chosen()),
            "disputes-worker": lambda: Ask(about={"dsp_": deals.dispute()}),
            "payments-on-stripe-event": self.stripe_event,
            "payments-worker": lambda: Ask(about={"mst_": deals.approved()}, messages=1),
            "users-erase-worker": lambda: Ask(about={"usr_": deals.leaver()}),
            "chat-typing": self.typing,
            "files-delete": self.upload,
            "users-add-portfolio-item": self.room_for_a_piece,
            "users-update-portfolio-item": lambda: Ask(deals.freelancer, path={"itemId": deals.piece()}),
            "users-delete-portfolio-item": lambda: Ask(deals.freelancer, path={"itemId": deals.piece()}),
        }

    def room_for_a_piece(self):
        """There is a most: those of earlier calls go."""
        shown = self.deals.api.get(f"/v1/users/{self.deals.felix.id}")
        for piece in shown["profile"]["portfolio"]:
            self.deals.api.call(204, "DELETE", f"/v1/users/me/portfolio/{piece['id']}", self.deals.freelancer)
        return Ask(self.deals.freelancer)

    def upload(self):
        """Of somebody new: a person may announce so many in a while."""
        token = self.deals.person().token
        return Ask(token, path={"fileId": self.deals.upload(token)})

    def typing(self):
        """Each from a window of somebody else: a person may only tell so often."""
        room, window = self.talks.room_of(self.deals.person("freelancer"))
        return Ask(body={"action": "typing", "roomId": room, "clientId": str(uuid.uuid4())}, connection=window)

    def stripe_event(self):
        number = next(self.counter)
        thing = {"id": f"cs_test_{number}", "object": "checkout.session"}
        body = json.dumps({"id": f"evt_{number}", "object": "event", "type": "checkout.session.completed", "data": {"object": thing}})
        secret, at = self.variables["STRIPE_WEBHOOK_SECRETS"].split(",")[0], int(time.time())
        signature = hmac.new(secret.encode(), f"{at}.{body}".encode(), hashlib.sha256).hexdigest()
        return Ask(body=body, headers={"stripe-signature": f"t={at},v1={signature}"})


def usual(deals, talks):
    """Where the sample's ids and texts are not enough."""
    client = lambda path=None, **rest: lambda: Ask(deals.client, path=path, **rest)
    freelancer = lambda path=None, **rest: lambda: Ask(deals.freelancer, path=path, **rest)
    frame = lambda body=None: lambda: Ask(body=body, connection=talks.connection)
    hired = deals.milestone()
    room, link = {"roomId": talks.room}, {"token": deals.unsubscribe_link()}
    other = deals.api.get("/v1/users/me", deals.person("freelancer").token)["id"]
    return {
        "admin-list-disputes": lambda: Ask(deals.admin),
        "disputes-get": client({"disputeId": deals.dispute()}),
        "tasks-get": client({"taskId": deals.first("/v1/tasks")}),
        "bids-list-for-task": client({"taskId": deals.first("/v1/tasks/mine")}),
        "bids-list-mine": freelancer(),
        "contracts-get": client({"contractId": deals.first("/v1/contracts")}),
        "contracts-ledger": client({"contractId": deals.first("/v1/contracts")}),
        "payments-get-invoice": client({"paymentId": deals.first("/v1/payments")}),
        "payments-onboarding": freelancer(),
        "payments-account": freelancer(),
        "files-get": client({"fileId": deals.upload(deals.client)}),
        "users-get": client({"userId": deals.clara.id}),
        "users-save-talent": client({"userId": deals.felix.id}),
        "users-block": client({"userId": other}),
        "users-unblock": client({"userId": deals.felix.id}),
        "users-update-me": freelancer(),
        "notifications-email-worker": lambda: Ask(about={"usr_": deals.felix.id}),
        "notifications-worker": lambda: Ask(about={"usr_01KB0FZVG00000000000000080": deals.clara.id, "usr_": deals.felix.id, "rom_": talks.room, "mst_": hired}),
        "notifications-look-at-unsubscribe": lambda: Ask(query=link),
        "notifications-unsubscribe": lambda: Ask(query=link),
        "chat-open-room": freelancer({"taskId": talks.task}, body={}),
        "chat-get-room": client(room),
        "chat-list-messages": client(room),
        "chat-search-messages": client(room, query={"q": "colour"}),
        "chat-search-rooms": client(query={"q": "colour"}),
        "chat-default": frame(),
        "chat-ping": frame(),
        "chat-presence": frame({"action": "presence", "status": "online"}),
    }


def accounts(deals):
    """Somebody new for each call: it changes what lets them in, or is counted."""
    person = deals.person

    def known(body):
        who = person()
        return Ask(who.token, body(who), cookie=who.cookie)

    def with_totp(is_on):
        who = person()
        secret = deals.api.post("/v1/auth/totp", who.token, {"password": PASSWORD})["secret"]
        if is_on:
            deals.api.post("/v1/auth/totp/confirm", who.token, {"code": code(secret)}, 200)
            return Ask(who.token, {"password": PASSWORD, "code": code(secret, 1)})
        return Ask(who.token, {"code": code(secret)})

    def unverified():
        who = deals.registered()
        return Ask(body={"email": who.email, "code": who.code()}, cookie=who.registration)

    def second_session():
        who = person()
        old = deals.api.get("/v1/auth/sessions", who.token)["items"][0]["id"]
        who.log_in()
        return Ask(who.token, path={"sessionId": old})

    def forgetful():
        return Ask(body={"token": deals.reset_token(person()), "password": NEW})

    new = lambda: {"email": f"{uuid.uuid4().hex}@example.com", "name": "Ada", "password": PASSWORD, "role": "client"}
    return {
        "auth-change-password": lambda: known(lambda _: {"current": PASSWORD, "password": NEW}),
        "auth-confirm-totp": lambda: with_totp(False),
        "auth-disable-totp": lambda: with_totp(True),
        "auth-enroll-totp": lambda: known(lambda _: {"password": PASSWORD}),
        "auth-forgot-password": lambda: known(lambda who: {"email": who.email}),
        "auth-login": lambda: known(lambda who: {"email": who.email, "password": PASSWORD}),
        "chat-ticket": lambda: Ask(person().token),
        "files-create-upload": lambda: Ask(person().token),
        "payments-export": lambda: Ask(person().token),
        "users-export-data": lambda: Ask(person().token),
        "auth-logout": lambda: known(lambda _: None),
        "auth-reauthenticate": lambda: known(lambda _: {"password": PASSWORD}),
        "auth-refresh": lambda: known(lambda _: None),
        "auth-register": lambda: Ask(body=new()),
        "auth-resend-code": lambda: Ask(body={"email": (who := deals.registered()).email}, cookie=who.registration),
        "auth-reset-password": forgetful,
        "auth-revoke-session": second_session,
        "auth-verify-email": unverified,
        "users-delete-me": lambda: known(lambda _: {"password": PASSWORD}),
    }


def work(deals):
    """A thing for each call, that is as far along as the function wants it."""
    client = lambda name, make: lambda: Ask(deals.client, path={name: make()})
    freelancer = lambda name, make: lambda: Ask(deals.freelancer, path={name: make()})
    return {
        "bids-create": lambda: Ask(deals.freelancer, deals.terms(), path={"taskId": deals.task()}),
        "bids-accept": client("bidId", deals.bid),
        "bids-decline": lambda: Ask(deals.client, {"reason": "price"}, path={"bidId": deals.bid()}),
        "bids-shortlist": client("bidId", deals.bid),
        "bids-withdraw": freelancer("bidId", deals.bid),
        "milestones-fund": client("milestoneId", deals.milestone),
        "milestones-submit": freelancer("milestoneId", deals.funded),
        "milestones-request-revision": client("milestoneId", deals.submitted),
        "milestones-approve": client("milestoneId", deals.submitted),
        "admin-resolve-dispute": lambda: Ask(deals.admin, path={"disputeId": deals.dispute()}),
        "disputes-add-evidence": client("disputeId", deals.dispute),
        "disputes-open": client("milestoneId", deals.submitted),
        "disputes-propose-split": client("disputeId", deals.dispute),
        "disputes-withdraw": client("disputeId", deals.dispute),
    }


def chats(talks):
    """What is said comes from the freelancer's open window, and to the client's."""
    deals, room = talks.deals, {"roomId": talks.room}
    frame = lambda action, **body: Ask(body=body | room | {"action": action, "clientId": str(uuid.uuid4())}, connection=talks.connection)
    return {
        "chat-connect": lambda: Ask(query={"ticket": talks.ticket(deals.client)["ticket"]}, connection=uuid.uuid4().hex),
        "chat-disconnect": lambda: Ask(connection=talks.opened()),
        "chat-send": lambda: frame("send", text="Three, please."),
        "chat-mark-read": lambda: frame("read", upTo=talks.say()),
        "chat-edit-message": lambda: Ask(deals.freelancer, path=room | {"messageId": talks.say()}),
        "chat-delete-message": lambda: Ask(deals.freelancer, path=room | {"messageId": talks.say()}),
        "chat-report-message": lambda: Ask(deals.client, path=room | {"messageId": talks.say()}),
    }


def answered(name, answer):
    """The status of an answer. One that refuses, or hands messages back, is no measurement."""
    if not isinstance(answer, dict):
        return "-"
    status = answer.get("statusCode", "-")
    frame = answer.get("body") or ""
    refused = (isinstance(status, int) and status >= 400) or frame.startswith('{"type":"error"')
    if status != REFUSERS.get(name, status) or (refused and name not in REFUSERS) or answer.get("batchItemFailures"):
        raise Failed(f"{name} was not measured: it answered {json.dumps(answer)[:400]}")
    return status
