#!/usr/bin/env python3
"""`make test-cloud`: deploys the template to MiniStack and lets the real binaries do the main job.

Usage: run.py <folder of the functions' binaries, for arm64> <the scanner's own, for x86_64> <folder of the local programs>
              [<record of what tests said to the Stripe stand-in>]

Each kind of trigger has its check below; a trigger without one is named at the end. To add one, add a method to `Checks` and its kind to
`COVERED`.
"""

import json
import pathlib
import sys
import time

import arm64
import deploy
import smoke
import template
from adapters import Adapters
from cause import cause_of_approval
from deploy import Deployment, log_group
from edge import SECRET, Edge
from emulator import Emulator, Process, SentMails, clean_environment, free_port, remove, work_folder
from files import EICAR, Clamd, files
from gradual import Gradual
from invoke import spot_check
from driver import Api, Failed, LocalMails, Steps, get_json, same, wait_for
from main_job import main_job
from operations import Operations
from rewrite import Rewrite
from rotation import Rotation
from scanner import scanner_image
import stripe_mock
from sockets import around_the_edge, sockets
from talk import talk

EVENTS = template.ROOT / "events"

# How a consumer reports what `redrive` puts into its queue: no envelope, so neither an id nor a version.
POISON = '"cannot be read, so it is kept","needs_person":true,"id":"a message","reason":"its version is None"'

# The kinds of events that start a function and have a check here.
COVERED = {"HTTP", "WEBSOCKET", "queue", "stream", "schedule", "event bus"}


class Checks:
    """What is checked on the deployment besides the main job."""

    def __init__(self, emulator, deployment):
        self.emulator, self.deployment = emulator, deployment
        self.sqs = emulator.client("sqs")
        self.awslambda = emulator.client("lambda")

    def calls(self, name):
        """How often a function was invoked, by Lambda's own line for each start."""
        return sum(line.startswith("START RequestId:") for line in self.emulator.log_lines(log_group(name)))

    def errors(self, name):
        """Lines of errors, but for what `redrive` has put into the queues: that is to be reported as it is."""
        lines = self.emulator.log_lines(log_group(name))
        return sum('"level":"ERROR"' in line and POISON not in line for line in lines)

    def stream_is_dispatched(self):
        """Everything that was written to the outbox has gone on to its queue and left the outbox."""
        if not self.calls("system-dispatch"):
            raise Failed("the stream has not invoked system-dispatch")
        table = self.emulator.client("dynamodb")

        def left():
            query = {"TableName": self.deployment.outputs["TableName"], "FilterExpression": "begins_with(pk, :outbox)",
                     "ExpressionAttributeValues": {":outbox": {"S": "OUTBOX#"}}}
            pages = table.get_paginator("scan").paginate(**query)
            return sum(page["Count"] for page in pages)

        wait_for("an empty outbox", lambda: left() == 0)

    def redrive(self, queue):
        """A message that no consumer can read ends in the queue's dead-letter queue, after the template's number
        of tries, and is not lost. Only the time-out is shortened, so that the tries take seconds."""
        url, dead = self.deployment.physical[queue], self.deployment.physical[self.dead_letter_queue(queue)]
        usual = self.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["VisibilityTimeout", "RedrivePolicy"])["Attributes"]
        tries = int(json.loads(usual["RedrivePolicy"])["maxReceiveCount"])
        body = json.dumps({"poison": f"for {queue}"})
        fifo = {"MessageGroupId": "poison", "MessageDeduplicationId": str(time.time())} if url.endswith(".fifo") else {}
        self.sqs.set_queue_attributes(QueueUrl=url, Attributes={"VisibilityTimeout": "1"})
        try:
            self.sqs.send_message(QueueUrl=url, MessageBody=body, **fifo)

            def arrived():
                answer = self.sqs.receive_message(QueueUrl=dead, VisibilityTimeout=0, MaxNumberOfMessages=10, MessageSystemAttributeNames=["All"])
                return next((message for message in answer.get("Messages", []) if message["Body"] == body), None)

            message = wait_for(f"the poison in the dead-letter queue of {queue}", arrived)
            if int(message["Attributes"]["ApproximateReceiveCount"]) < tries:
                raise Failed(f"it was tried less than {tries} times: {message['Attributes']}")
        finally:
            self.sqs.set_queue_attributes(QueueUrl=url, Attributes={"VisibilityTimeout": usual["VisibilityTimeout"]})

    def dead_letter_queue(self, queue):
        policy = template.everywhere("AWS::SQS::Queue")[queue]["Properties"]["RedrivePolicy"]
        return policy["deadLetterTargetArn"]["Fn::GetAtt"][0]

    def queues(self):
        """The queues that have a consumer."""
        queues = template.everywhere("AWS::SQS::Queue")
        return [id for id, queue in queues.items() if "RedrivePolicy" in queue["Properties"]]

    def scheduled(self):
        """Functions that a schedule invokes."""
        schedules = template.everywhere("AWS::Scheduler::Schedule")
        return [name for name, id in template.ids().items() if f"{template.stem(id)}Schedule" in schedules]

    def schedules_ran(self):
        if not self.scheduled():
            raise Failed("the template has no schedules")
        for name in self.scheduled():
            if not self.calls(name):
                self.hurry(name)
            wait_for(f"a scheduled call of {name}", lambda: self.calls(name), 120)

    def hurry(self, name):
        """Lets a schedule run each minute that comes only every few: nothing but its rate is changed."""
        scheduler = self.emulator.client("scheduler")
        rule = self.deployment.physical[f"{template.stem(template.ids()[name])}Schedule"]
        found = scheduler.get_schedule(Name=rule)
        kept = {key: found[key] for key in ("Name", "FlexibleTimeWindow", "Target", "State") if key in found}
        scheduler.update_schedule(**kept, ScheduleExpression="rate(1 minute)")

    def invoke_the_others(self):
        """Every function that nothing has invoked so far takes its sample event. Answers how each was reached."""
        reached = {}
        for name in sorted(self.deployment.functions):
            if self.calls(name):
                reached[name] = "its trigger"
                continue
            self.invoke(name)
            reached[name] = f"events/{name}.json"
        return reached

    def invoke(self, name):
        event = json.loads((EVENTS / f"{name}.json").read_text())
        if isinstance(event.get("headers"), dict):
            event["headers"]["x-origin-secret"] = SECRET
        answer = self.awslambda.invoke(FunctionName=self.deployment.functions[name], Qualifier="live", Payload=json.dumps(event))
        payload = json.loads(answer["Payload"].read() or b"null")
        if "FunctionError" in answer:
            raise Failed(f"{name}: {payload}")
        if isinstance(event.get("requestContext"), dict):
            status = payload.get("statusCode") if isinstance(payload, dict) else None
            if not isinstance(status, int) or not 200 <= status < 500:
                raise Failed(f"{name}: {payload}")
        return payload

    def all_were_invoked(self, reached):
        """Prints each function of the template with its calls; fails on one that was never called, or failed."""
        gaps = []
        print(f"        {'function':<40}{'calls':>6}{'errors':>8}  reached by")
        for name in sorted(template.functions()):
            calls = self.calls(name) if name in self.deployment.functions else 0
            errors = self.errors(name) if calls else 0
            print(f"        {name:<40}{calls:>6}{errors:>8}  {reached.get(name, 'nothing')}")
            if not calls:
                gaps.append(f"{name} was never invoked")
            if errors:
                gaps.append(f"{name} failed {errors} times")
        if gaps:
            raise Failed("; ".join(gaps))
        print(f"        {len(reached)} functions, each invoked")


def triggers():
    """The kinds of what starts a function, for those that have no check here."""
    sources = template.everywhere("AWS::Lambda::EventSourceMapping").values()
    kinds = {"stream" if "StartingPosition" in source["Properties"] else "queue" for source in sources}
    kinds |= {api["Properties"]["ProtocolType"] for api in template.everywhere("AWS::ApiGatewayV2::Api").values()}
    # A bucket's events come by a rule of the event bus and a queue.
    others = {"AWS::Events::Rule": "event bus", "AWS::Scheduler::Schedule": "schedule"}
    return kinds | {kind for type, kind in others.items() if template.everywhere(type)}


def archives_for_here(folder, binaries):
    """Zips of the arm64 binaries, as this machine can start them."""
    archives = folder / "archives"
    archives.mkdir()
    for name in template.functions():
        bootstrap = binaries / name / "bootstrap"
        if not arm64.is_arm64(bootstrap):
            raise Failed(f"{bootstrap} is not for arm64, which the template deploys")
        arm64.archive_for_here(bootstrap, archives / f"{name}.zip")
    return archives


def in_the_cloud(steps, folder, binaries, scanner, programs):
    with Emulator(folder) as emulator, Clamd(folder) as clamd:
        try:
            deploy_and_check(emulator, clamd, steps, folder, binaries, scanner, programs)
        finally:
            if steps.failed:
                print(f"What the functions logged, warnings and worse:\n{emulator.warnings()}", file=sys.stderr)


def deploy_and_check(emulator, clamd, steps, folder, binaries, scanner, programs):
    stripe_port = free_port()
    archives = steps.run("every function is there, built for arm64", archives_for_here, folder, binaries)
    deployment = Deployment(emulator, archives, f"http://127.0.0.1:{stripe_port}", clamd.address)
    steps.run("the template deploys, with a stack for each domain", deployment.deploy)
    print(f"        {len(deployment.functions)} functions, {deployment.routes} routes of the HTTP API")
    with Edge(deployment.api) as edge:
        deployment.public = edge.url
        job = behind_the_edge(emulator, deployment, steps, folder, scanner, programs, stripe_port)
        in_the_background(emulator, deployment, steps, job)
        changed_while_it_runs(folder, emulator, deployment, steps, job)


def behind_the_edge(emulator, deployment, steps, folder, scanner, programs, stripe_port):
    """What people do, and what comes in from outside."""
    stripe = [str(programs / "stripe-local"), "--port", str(stripe_port), "--webhooks", f"{deployment.public}/v1/payments/stripe-events"]
    stripe += ["--record", str(folder / "stripe.jsonl")]
    environment = clean_environment(folder, STRIPE_WEBHOOK_SECRETS=deploy.WEBHOOK_SECRET)
    with Process(folder, "stripe-local", stripe, environment) as stand_in:
        stand_in.wait_until(lambda: get_json(f"{deployment.stripe_url}/_control/events") is not None)
        job = main_job(deployment.public, SentMails(emulator), steps)
        steps.run("the edge: the canary's list, and nobody around it", nobody_around_the_edge, deployment, job)
        steps.run("files: the bucket's event starts the scan by a real clamd", files, job)
        steps.run("files: no version of a virus is left in the bucket", no_virus_is_left, emulator, deployment)
        steps.run("WebSocket: opened by tickets alone, answered, told, closed with its session", sockets, job)
        steps.run("WebSocket: two people talk, and a third hears nothing", talk, job)
        adapters = Adapters(emulator, deployment, programs, folder)
        steps.run("adapter: SQS takes jobs in batches, in order, once", adapters.queue)
        steps.run("adapter: SES sends text and HTML", adapters.mail)
        steps.run("adapter: S3 keeps, copies on condition, signs", adapters.objects)
        steps.run("adapter: API Gateway tells and closes connections", adapters.push, job)
        scanner_image(steps, folder, scanner, emulator, deployment, job)
        steps.run("stripe-local: two transfers, 180.00 each", two_transfers, deployment.stripe_url)
    return job


def in_the_background(emulator, deployment, steps, job):
    checks = Checks(emulator, deployment)
    steps.run("the stream: every outbox record is dispatched", checks.stream_is_dispatched)
    steps.run("one click's cause is in the logs of all that it set off", cause_of_approval, emulator, deployment)
    for queue in checks.queues():
        steps.run(f"redrive: what {queue}'s consumer cannot read ends in its dead-letter queue", checks.redrive, queue)
    steps.run("the schedules have run", checks.schedules_ran)
    reached = steps.run("functions that nothing has reached take their sample event", checks.invoke_the_others)
    steps.run("every function was invoked, and none failed", checks.all_were_invoked, reached)


def changed_while_it_runs(folder, emulator, deployment, steps, job):
    operations = Operations(folder, emulator, deployment)
    steps.run("the manual's commands are run, or at least read", operations.run)
    steps.run("the manual's fence: what may not run does not run", operations.fenced)
    gradual = Gradual(emulator, deployment, job)
    steps.run("a release: each alias moves to a version of its own, and callers notice nothing", gradual.release)
    steps.run("a release: a parameter alone reaches those behind the alias", gradual.parameter)
    steps.run("gradual: a new version takes its share, then all", gradual.taken_over)
    steps.run("gradual: one that fails is taken back by its alarm", gradual.taken_back)
    rewrite = Rewrite(emulator, deployment, job)
    steps.run("records of an earlier release are rewritten, although the run is cut off", rewrite.old_records)
    rotation = Rotation(emulator, deployment, job)
    steps.run("secrets: no function's configuration shows one", rotation.hidden)
    steps.run("secrets: token keys are rotated, and nobody is signed out", rotation.rotate)
    steps.run("secrets: a function that cannot read its own does not start, and says why", rotation.unreadable)


def nobody_around_the_edge(deployment, job):
    smoke.canary(Api(deployment.public))
    smoke.around_the_edge(deployment.api)
    around_the_edge(job)


def no_virus_is_left(emulator, deployment):
    """The bucket keeps versions of what was deleted, but none of this."""
    bucket, s3 = deployment.physical["Files"], emulator.client("s3")
    versions = s3.list_object_versions(Bucket=bucket).get("Versions", [])
    if not versions:
        raise Failed("the bucket keeps no versions")
    for version in versions:
        content = s3.get_object(Bucket=bucket, Key=version["Key"], VersionId=version["VersionId"])["Body"].read()
        if EICAR in content:
            raise Failed(f"{version['Key']} is still there, as version {version['VersionId']}")


def judged_by_stripe(steps, folder, recorded):
    """What was said to the stand-in, here and in the tests about money, before stripe-mock."""
    if not stripe_mock.install():
        print("SKIPPED stripe-mock: Go is missing, so nobody but ourselves has judged the Stripe stand-in")
        steps.skipped += 1
        return
    version, counts = steps.run("Stripe's own mock takes and knows all that was said to the stand-in", stripe_mock.judge, [folder / "stripe.jsonl", *recorded], folder)
    print(f"        {version}: " + ", ".join(f"{count} {what}" for what, count in counts.items()))


def two_transfers(stripe):
    amounts = [transfer["amount"] for transfer in get_json(f"{stripe}/_control/transfers")]
    same(amounts, [18000, 18000], "transfers")


def on_this_machine(steps, folder, binaries, programs):
    """The same driver against what `make run` serves, and functions of their own on its table."""
    port = free_port()
    environment = clean_environment(folder, PORT=str(port), DATA_DIR=str(folder / "local"), DEMO="0", RUST_LOG="warn")
    base = f"http://localhost:{port}"
    with Process(folder, "proconnect-local", [str(programs / "proconnect-local")], environment, cwd=template.ROOT) as local:
        local.wait_until(lambda: get_json(f"{base}/v1/health"))
        job = main_job(base, LocalMails(base), steps)
        steps.run("files: sent, scanned, attached, downloaded", files, job)
        steps.run("WebSocket: the same here", sockets, job)
        steps.run("WebSocket: the talk here", talk, job)
        steps.run("cargo lambda invoke, on the table of `make run`", spot_check, folder, binaries, folder / "local" / "functions.env", job)


def main():
    binaries, scanner, programs, *recorded = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
    steps, folder = Steps(), work_folder()
    try:
        print("On MiniStack:")
        in_the_cloud(steps, folder, binaries, scanner, programs)
        judged_by_stripe(steps, folder, recorded)
        print("\nOn the local program:")
        on_this_machine(steps, folder, binaries, programs)
    except Exception as error:
        if not steps.failed:
            steps.failed += 1
        print(f"stopped: {type(error).__name__}: {error}\nLogs are in {folder}", file=sys.stderr)
    uncovered = sorted(triggers() - COVERED)
    if uncovered:
        print(f"Triggers in the template without a check here: {', '.join(uncovered)}")
    if not steps.failed:
        remove(folder)
    print(f"cloud: {steps.passed} passed, {steps.failed} failed, {steps.skipped} skipped")
    sys.exit(1 if steps.failed else 0)


if __name__ == "__main__":
    main()
