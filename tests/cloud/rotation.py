"""Secrets in the deployed stack: nobody sees them in a function's configuration, token keys are rotated as
docs/operations.md has it, and a function that cannot read its secret says so."""

import base64
import json

from deploy import PUBLIC_KEY, SECRETS, token_key
from gradual import Canary
from driver import Failed, same, send, wait_for


class Rotation:
    """Changes secrets, and deploys with another ConfigRevision, as the manual has it."""

    def __init__(self, emulator, deployment, job):
        self.emulator, self.deployment, self.person = emulator, deployment, job.client
        self.awslambda, self.manager = emulator.client("lambda"), emulator.client("secretsmanager")

    def configuration(self, name):
        answer = self.awslambda.get_function_configuration(FunctionName=self.deployment.functions[name])
        return answer["Environment"]["Variables"]

    def hidden(self):
        """No function's configuration holds a secret's value."""
        values = {value for fields in SECRETS.values() for value in fields.values() if value}
        for name in self.deployment.functions:
            shown = json.dumps(self.configuration(name))
            if any(value in shown for value in values):
                raise Failed(f"the configuration of {name} shows a secret")

    def put(self, secret, **fields):
        """Changes a secret, and lets every function read it."""
        put = self.manager.put_secret_value(SecretId=self.deployment.secret(secret), SecretString=json.dumps(fields))
        self.deployment.update("2", put["VersionId"])

    def rotate(self):
        """k1 alone; then k2 is known as well; then k2 signs, and tokens of k1 are still good; then k2 alone."""
        signing, public = token_key("k2")
        api, me = self.person.api, "/v1/users/me"
        self.person.log_in()
        first = self.person.token
        same(key_of(first), "k1", "the key of a token")
        self.put("verify", publicKeys=f"{PUBLIC_KEY},{public}")
        self.person.log_in()
        same(key_of(self.person.token), "k1", "the key of a token while k2 is only known")
        api.get(me, self.person.token)
        self.put("tokens", signingKeys=signing)
        self.person.log_in()
        same(key_of(self.person.token), "k2", "the key of a new token")
        api.get(me, first)
        api.get(me, self.person.token)
        self.put("verify", publicKeys=public)
        api.get(me, self.person.token)
        api.call(401, "GET", me, first)

    def unreadable(self):
        """The start fails, and the log names the secret."""
        canary = Canary(self.emulator, self.deployment)
        canary.point(FunctionVersion=canary.publish(TOKEN_PUBLIC_KEYS="secretsmanager:proconnect/nowhere#publicKeys"))
        status, _, _ = send("GET", f"{self.deployment.public}/v1/users/me", headers={"authorization": f"Bearer {self.person.token}"})
        if status < 500:
            raise Failed(f"a function without its secret answers {status}")
        said = "the secret proconnect/nowhere could not be read"
        # Gap: what a process says before its first event is in the emulator's own log, not in the function's.
        wait_for("the reason in the log", lambda: said in self.emulator.log.read_text(errors="replace"), 30)


def key_of(token):
    header = token.split(".")[0]
    return json.loads(base64.urlsafe_b64decode(header + "=" * (-len(header) % 4)))["kid"]
