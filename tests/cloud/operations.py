"""The manual's commands, run by the AWS CLI against the deployed stack: every one in docs/operations.md that starts with `aws`.

The manual speaks of stages that are not here, and of accounts and ids that nobody has; `STANDS_FOR` puts in their place what
was deployed. What the emulator does not carry is only checked: the CLI reads it, and gets as far as calling somebody.
"""

import json
import os
import re
import shlex
import subprocess
import sys

import template
from deploy import SECRETS, STACK
from emulator import REGION
from driver import Failed

sys.path.append(str(template.ROOT / "tests" / "infra"))
from common import OPERATIONS, commands  # noqa: E402

SITE = "proconnect-manual-site"
# As long as the longest id that the CLI measures.
SOMETHING = "something-that-is-as-long-as-an-id-is"
# Where nobody is.
NOWHERE = "http://127.0.0.1:9"
# What the emulator does not have, or not so that the command could do its work there.
NOT_CARRIED = {
    "service-quotas": "it has no quotas",
    "aws deploy ": "it has no CodeDeploy",
    "ecr get-login-password": "it has no registry",
    "sesv2 put-email-identity-configuration-set-attributes": "it ties no configuration set to an identity",
    "suppressed-destination": "it suppresses nobody",
    "cloudformation deploy --region us-east-1": "it has no distributions of CloudFront with certificates",
    "cloudformation update-termination-protection": "the stage has another name here",
    "cloudformation delete-stack": "it would end the test",
    "cloudformation wait": "it would wait for that",
    "dynamodb delete-table": "likewise",
    "dynamodb update-table": "likewise",
    "backup delete-backup-vault": "it has no vaults of this stage",
    "lambda invoke": "it runs no images",
    "lambda put-function-concurrency": "it would stop what is tested; `fenced` runs it",
    "lambda delete-function-concurrency": "likewise",
    "sqs start-message-move-task": "the dead letters here are poison",
    "secretsmanager update-secret-version-stage": "it moves between two versions that it names",
    "secretsmanager replicate-secret-to-regions": "it is one region",
}


def aws_commands():
    """Each call of the AWS CLI in the manual: in shell blocks, in the middle of them, and in the text."""
    text = OPERATIONS.read_text()
    prose = re.findall(r"`(aws [a-z0-9-]+ [^`]+?)`", re.sub(r"\n\s*", " ", text))
    found = []
    for line in commands(text):
        # A call inside another's quotes comes first, by itself.
        for inner in re.findall(r"\$\((aws [^()|]+)(?:\||\))", line):
            found.append(inner.strip())
        line = re.sub(r"\$\([^()]*(?:\([^()]*\)[^()]*)*\)", "something", line)
        for part in re.split(r"\s(?:&&|\|)\s|;\s", line):
            part = re.sub(r"^xargs -n1 |^do |\s*\|$", "", part.strip())
            if part.startswith("aws "):
                found.append(part)
    return list(dict.fromkeys(found + prose))


class Operations:
    def __init__(self, folder, emulator, deployment):
        self.emulator, self.deployment = emulator, deployment
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(folder), "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_REGION": REGION, "AWS_DEFAULT_REGION": REGION, "AWS_MAX_ATTEMPTS": "1", "AWS_PAGER": "",
        }
        self.client = folder / "client"
        (self.client / "assets").mkdir(parents=True)
        for file in ("index.html", "assets/main.js", "verify.json"):
            (self.client / file).write_text(json.dumps(SECRETS["verify"]))
        emulator.client("s3").create_bucket(Bucket=SITE, CreateBucketConfiguration={"LocationConstraint": REGION})

    def arguments(self, command):
        table = self.deployment.outputs["TableName"]
        mail_events = self.deployment.physical["MailEventsQueue"]
        stands_for = {
            # The manual is for version 2 of the CLI; PyPI has version 1, which takes a payload as it is and has no such option.
            " --cli-binary-format raw-in-base64-out": "",
            "--queue-name proconnect-prod-mail-events": f"--queue-name {mail_events.rsplit('/', 1)[-1]}",
            '--queue-url "something"': f"--queue-url {mail_events}",
            "proconnect-prod-restored": f"{table}-restored", "proconnect/dev/$name": "proconnect/manual/verify", "proconnect/prod/": "proconnect/dev/",
            "file://$name.json": f"file://{self.client}/verify.json", "file://verify.json": f"file://{self.client}/verify.json", "web/dist": str(self.client), "$SITE": SITE, "$A": REGION, "$B": REGION, "<ARN of the dead-letter queue>": "arn:aws:sqs:eu-central-1:000000000000:none",
            "--source-table-name proconnect-prod": f"--source-table-name {table}", "--table-name proconnect-prod": f"--table-name {table}",
            "--restore-date-time 2026-01-31T12:00:00Z": "--use-latest-restorable-time", "…": SOMETHING, "--stack-name proconnect-prod ": f"--stack-name {STACK} ",
        }
        for written, meant in stands_for.items():
            command = command.replace(written, meant)
        words = shlex.split(re.sub(r"\$\{?\w+[^\s\"']*\}?", SOMETHING, command), comments=True)
        # xargs adds it.
        return words[1:] + ([SOMETHING] if words[-1] == "--function-name" else [])

    def call(self, command, endpoint):
        arguments = ["aws", *self.arguments(command), "--endpoint-url", endpoint]
        done = subprocess.run(arguments, env=self.environment, cwd=template.ROOT, capture_output=True, text=True, timeout=120)
        return done.returncode, (done.stdout + done.stderr).strip()

    def run(self):
        carried, checked = 0, 0
        found = aws_commands()
        if len(found) < 15:
            raise Failed(f"the manual has only {len(found)} calls of the AWS CLI")
        for command in found:
            reason = next((why for start, why in NOT_CARRIED.items() if start in command), None)
            status, said = self.call(command, NOWHERE if reason else self.emulator.url)
            if reason:
                checked += 1
                if "Could not connect to the endpoint URL" not in said:
                    raise Failed(f"the CLI does not take `{command}`: {said[-400:]}")
            else:
                carried += 1
                if status:
                    raise Failed(f"`{command}` ends with {status}: {said[-400:]}")
        print(f"        {carried} run here, {checked} read by the CLI alone")

    def fenced(self):
        """The fence of a fail-over: a function that may not run is not run; then it is again."""
        name, client = self.deployment.functions["system-health"], self.emulator.client("lambda")
        commands = [command for command in aws_commands() if "put-function-concurrency" in command]
        self.call_or_fail(f"{commands[0].replace('--function-name', '')} --function-name {name}")
        try:
            answer = client.invoke(FunctionName=name, Payload=json.dumps({}))
            raise Failed(f"a fenced function was run: {answer['StatusCode']}")
        except client.exceptions.TooManyRequestsException:
            pass
        finally:
            self.call_or_fail(f"aws lambda delete-function-concurrency --function-name {name}")

    def call_or_fail(self, command):
        status, said = self.call(command, self.emulator.url)
        if status:
            raise Failed(f"`{command}` ends with {status}: {said[-400:]}")
