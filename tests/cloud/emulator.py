"""MiniStack as a process of its own, and the gaps of it that are filled here, never in the template."""

import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

import boto3
from botocore.config import Config
from driver import Failed, get_json

REGION = "eu-central-1"
ACCOUNT = "000000000000"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Process:
    """A program that runs beside the test, with its output in a file; ends with the `with` block."""

    def __init__(self, folder, name, command, environment, cwd=None):
        self.name, self.log = name, folder / f"{name}.log"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                command, env=environment, cwd=cwd, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT
            )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def wait_until(self, ready, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise Failed(f"{self.name} ended: {self.tail()}")
            try:
                if ready():
                    return
            except (OSError, Failed):
                pass
            time.sleep(0.2)
        raise Failed(f"{self.name} was not ready within {seconds} s: {self.tail()}")

    def tail(self, lines=20):
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])


def clean_environment(folder, **more):
    """Nothing of the caller's environment but PATH: what a function needs must come from the template."""
    return {"PATH": os.environ["PATH"], "HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8", **more}


class Emulator(Process):
    """MiniStack on a free port of loopback."""

    def __init__(self, folder):
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        own = tempfile.mkdtemp(prefix="emulator-", dir=folder)
        environment = clean_environment(
            own,
            BIND_HOST="127.0.0.1",
            GATEWAY_PORT=str(port),
            MINISTACK_REGION=REGION,
            MINISTACK_HOST="127.0.0.1",
            PYTHONUNBUFFERED="1",
            # Gap: functions get this only if the emulator has it itself.
            AWS_ENDPOINT_URL=self.url,
        )
        super().__init__(folder, "ministack", [sys.executable, "-m", "ministack"], environment, cwd=own)
        self.wait_until(lambda: get_json(f"{self.url}/_ministack/health"))

    def client(self, service):
        return boto3.client(
            service,
            endpoint_url=self.url,
            region_name=REGION,
            aws_access_key_id="test",
            aws_secret_access_key="test",
            config=Config(retries={"max_attempts": 2}, s3={"addressing_style": "path"}),
        )

    def log_lines(self, group):
        """The lines of a log group; none if nothing was logged yet."""
        logs = self.client("logs")
        pages = logs.get_paginator("filter_log_events").paginate(logGroupName=group)
        try:
            return [event["message"] for page in pages for event in page["events"]]
        except logs.exceptions.ResourceNotFoundException:
            return []

    def warnings(self, limit=3):
        """The last warnings and errors of each function."""
        found = []
        for group in self.client("logs").describe_log_groups()["logGroups"]:
            lines = [line for line in self.log_lines(group["logGroupName"]) if '"WARN"' in line or '"ERROR"' in line]
            found += [f"{group['logGroupName']}: {line.strip()[:500]}" for line in lines[-limit:]]
        return "\n".join(found)

    def api_url(self, api, scheme="http"):
        """Where an API answers. The emulator has no DNS names, so its id stands in the path."""
        return f"{scheme}:{self.url.partition(':')[2]}/_aws/execute-api/{api}"

    def routes(self, api):
        """The keys of an API's routes."""
        pages = self.client("apigatewayv2").get_paginator("get_routes").paginate(ApiId=api)
        return {route["RouteKey"] for page in pages for route in page["Items"]}


class SentMails:
    """What SES has sent, newest first; read from the emulator's own page, since SES shows its mails to nobody."""

    def __init__(self, emulator):
        self.url = f"{emulator.url}/_ministack/ses/messages"

    def all(self):
        return [mail for mails in get_json(self.url)["messages"].values() for mail in mails]

    def to(self, address):
        mails = [mail for mail in self.all() if address in mail["To"]]
        return [(mail["Subject"], mail["BodyText"]) for mail in reversed(mails)]


def work_folder():
    """A folder for logs and state; kept on failure, so that there is something to read."""
    return pathlib.Path(tempfile.mkdtemp(prefix="proconnect-cloud-"))


def remove(folder):
    shutil.rmtree(folder, ignore_errors=True)
