"""`cargo lambda invoke` with sample events, as docs/testing.md describes it, on the table of a running `make run`."""

import json
import socket
import subprocess

import template
from emulator import Process, clean_environment, free_port
from main_job import Failed

# One that reads without asking who, one that a stranger may not, one with a consumer's event.
SPOTS = {"tasks-search": 200, "users-get-me": 401, "payments-on-stripe-event": 400}


def variables(path):
    lines = path.read_text().splitlines()
    return dict(line.split("=", 1) for line in lines)


def spot_check(folder, binaries, environment_file, job):
    """Runs the release binaries under cargo-lambda's Runtime API and invokes them by name."""
    port = free_port()
    command = ["cargo-lambda", "lambda", "watch", "--only-lambda-apis", "--invoke-address", "127.0.0.1", "--invoke-port", str(port)]
    base = clean_environment(folder)
    with Process(folder, "cargo-lambda-watch", command, base, cwd=template.ROOT) as watch:
        watch.wait_until(lambda: socket.create_connection(("127.0.0.1", port)).close() or True)
        for name, status in SPOTS.items():
            own = {**base, **variables(environment_file), "AWS_LAMBDA_RUNTIME_API": f"http://127.0.0.1:{port}/.rt/{name}"}
            own.update(AWS_LAMBDA_FUNCTION_NAME=name, AWS_LAMBDA_FUNCTION_VERSION="1", AWS_LAMBDA_FUNCTION_MEMORY_SIZE="256")
            with Process(folder, name, [str(binaries / name / "bootstrap")], own):
                answer = invoke(name, port, base)
            if answer.get("statusCode") != status:
                raise Failed(f"{name}: {answer}")
            if name == "tasks-search" and job.second_task not in answer["body"]:
                raise Failed(f"{name} does not see the local table: {answer['body'][:300]}")


def invoke(name, port, environment):
    event = template.ROOT / "events" / f"{name}.json"
    command = ["cargo-lambda", "lambda", "invoke", name, "--data-file", str(event), "--invoke-address", "127.0.0.1", "--invoke-port", str(port)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, cwd=template.ROOT)
    if done.returncode:
        raise Failed(f"cargo lambda invoke {name}: {done.stderr.strip() or done.stdout.strip()}")
    return json.loads(done.stdout)
