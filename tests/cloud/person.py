"""Somebody who registers, verifies the address and logs in."""

import uuid

from driver import Failed, same, wait_for

PASSWORD = "a long pass phrase"


def code_in(text):
    """The one-time code: six digits that stand alone on their line."""
    lines = (line.strip() for line in text.splitlines())
    return next((line for line in lines if len(line) == 6 and line.isdigit()), None)


class Person:
    """Somebody who registers, verifies the address and logs in."""

    def __init__(self, api, mails, role):
        self.api, self.mails, self.role = api, mails, role
        self.email = f"{role}-{uuid.uuid4().hex[:12]}@example.com"
        self.token = self.cookie = self.registration = None

    def register(self):
        body = {"email": self.email, "password": PASSWORD, "name": f"The {self.role}", "role": self.role}
        _, headers = self.api.call(201, "POST", "/v1/auth/register", None, body)
        # By this cookie the browser shows that the registration is its own; the code alone is not enough.
        self.registration = headers["set-cookie"].split(";")[0]

    def resend(self):
        self.api.post("/v1/auth/resend-code", None, {"email": self.email}, 202, cookie=self.registration)

    def code(self, number=1):
        """The code in the newest mail, once so many mails with a code have come."""

        def look():
            codes = [code for code in (code_in(text) for _, text in self.mails.to(self.email)) if code]
            return codes[0] if len(codes) >= number else None

        return wait_for(f"mail {number} with a code to the {self.role}", look)

    def verify(self, number=1):
        body = {"email": self.email, "code": self.code(number)}
        self.sign_in(self.api.call(200, "POST", "/v1/auth/verify-email", None, body, cookie=self.registration))

    def log_in(self):
        body = {"email": self.email, "password": PASSWORD}
        self.sign_in(self.api.call(200, "POST", "/v1/auth/login", None, body))
        me = self.api.get("/v1/users/me", self.token)
        same(me["email"], self.email, "whose account it is")

    def sign_in(self, answer):
        body, headers = answer
        self.token = body["accessToken"]
        cookie = headers.get("set-cookie")
        if not cookie:
            raise Failed("no cookie was set")
        self.cookie = cookie.split(";")[0]

    def subjects(self):
        return [subject for subject, _ in self.mails.to(self.email)]
