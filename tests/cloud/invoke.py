"""`cargo lambda invoke` with sample events, as docs/testing.md describes it, on the table of a running `make run`."""

import json
import re
import socket
import subprocess

import arm64
import template
from emulator import Process, clean_environment, free_port
from driver import Failed, same, wait_for

# One that reads without asking who, one that a stranger may not, one with a consumer's event.
SPOTS = {"tasks-search": 200, "users-get-me": 401, "payments-on-stripe-event": 400}


def variables(path):
    lines = path.read_text().splitlines()
    return dict(line.split("=", 1) for line in lines)


def mails_from_functions(job):
    """The samples of the functions that hand on to other services: the stream's reader, and the mailer. Sent about the
    freelancer, each ends as a mail to them, if queue and mails of the running program can be reached from outside. The mailer
    goes first: what is dispatched includes a mail of its subject."""
    person = job.api.get("/v1/users/me", job.freelancer.token)["id"]
    subjects = {"notifications-email-worker": "Set a new password", "system-dispatch": "Your password was changed"}
    return {name: (about(name, person, job.freelancer.email), subject) for name, subject in subjects.items()}


def about(name, person, address):
    """A function's sample, with somebody in place of the one in it."""
    text = (template.ROOT / "events" / f"{name}.json").read_text()
    text = re.sub(r"usr_[0-9A-HJKMNP-TV-Z]{26}", person, text)
    return json.loads(re.sub(r"[a-z]+@example\.com", address, text))


def spot_check(folder, binaries, environment_file, job):
    """Runs the release binaries under cargo-lambda's Runtime API and invokes them by name."""
    mails = mails_from_functions(job)
    port = free_port()
    command = ["cargo-lambda", "lambda", "watch", "--only-lambda-apis", "--invoke-address", "127.0.0.1", "--invoke-port", str(port)]
    base = clean_environment(folder)
    with Process(folder, "cargo-lambda-watch", command, base, cwd=template.ROOT) as watch:
        watch.wait_until(lambda: socket.create_connection(("127.0.0.1", port)).close() or True)
        for name, (event, subject) in mails.items():
            before = job.freelancer.subjects().count(subject)
            file = folder / f"{name}-event.json"
            file.write_text(json.dumps(event))
            own = settings(base, environment_file, port, name)
            with Process(folder, name, arm64.command(binaries / name / "bootstrap"), own):
                answer = invoke(name, port, base, file)
            same(answer, {"batchItemFailures": []}, f"the answer of {name}")
            wait_for(f"the mail of {name}", lambda: job.freelancer.subjects().count(subject) == before + 1)
        for name, status in SPOTS.items():
            own = settings(base, environment_file, port, name)
            with Process(folder, name, arm64.command(binaries / name / "bootstrap"), own):
                answer = invoke(name, port, base)
            if answer.get("statusCode") != status:
                raise Failed(f"{name}: {answer}")
            if name == "tasks-search" and job.second_task not in answer["body"]:
                raise Failed(f"{name} does not see the local table: {answer['body'][:300]}")


def settings(base, environment_file, port, name):
    own = {**base, **variables(environment_file), "AWS_LAMBDA_RUNTIME_API": f"http://127.0.0.1:{port}/.rt/{name}"}
    own.update(AWS_LAMBDA_FUNCTION_NAME=name, AWS_LAMBDA_FUNCTION_VERSION="1", AWS_LAMBDA_FUNCTION_MEMORY_SIZE="256")
    return own


def invoke(name, port, environment, event=None):
    event = event or template.ROOT / "events" / f"{name}.json"
    command = ["cargo-lambda", "lambda", "invoke", name, "--data-file", str(event), "--invoke-address", "127.0.0.1", "--invoke-port", str(port)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, cwd=template.ROOT)
    if done.returncode:
        raise Failed(f"cargo lambda invoke {name}: {done.stderr.strip() or done.stdout.strip()}")
    return json.loads(done.stdout)
