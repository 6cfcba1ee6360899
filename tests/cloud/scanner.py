"""The scanner's image at work: refreshes its definitions, and scans what was uploaded to the deployed stack.

MiniStack runs no images. So the containers run here, with the settings that the deployed functions have, against
MiniStack's S3 and table; their calls come from a Runtime API on loopback. The vendor's definitions cannot be had without a
network: a mirror on loopback has two of our own.
"""

import functools
import http.server
import os
import sys
import threading
import time

import template
from emulator import REGION
from files import EICAR, decided, upload
from image import Image
from driver import Failed, same, wait_for
from signature import calls_are_signed

sys.path.append(str(template.ROOT / "tests" / "load" / "functions"))
from runtime_api import RuntimeApi  # noqa: E402

OTHER = b"what nobody took for a virus before today"


class Mirror:
    """Serves a folder of definitions on loopback."""

    def __init__(self, folder):
        self.folder, self.offers = folder / "mirror", 0
        self.folder.mkdir()

        class Handler(http.server.SimpleHTTPRequestHandler):
            def log_message(self, *_):
                pass

        handler = functools.partial(Handler, directory=str(self.folder))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/own.ndb"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def offer(self, **signatures):
        lines = [f"{name}:0:*:{content.hex()}\n" for name, content in signatures.items()]
        file = self.folder / "own.ndb"
        file.write_text("".join(lines))
        # Newer than the last one by more than the second that HTTP can tell apart.
        self.offers += 1
        os.utime(file, (time.time(), time.time() + 5 * self.offers))


class Scanner:
    """The two functions of the image, beside a deployment."""

    def __init__(self, image, emulator, deployment, folder):
        self.image, self.emulator, self.deployment, self.folder = image, emulator, deployment, folder
        self.sqs, self.awslambda = emulator.client("sqs"), emulator.client("lambda")
        self.queue = deployment.physical["UploadsQueue"]
        # Keys that end some day, as Lambda hands them out: with a token.
        self.keys = emulator.client("sts").get_session_token()["Credentials"]

    def settings(self, function, api, **more):
        """What Lambda gives a process, and what the deployed function has."""
        own = self.awslambda.get_function_configuration(FunctionName=function)["Environment"]["Variables"]
        lambdas = {
            "AWS_LAMBDA_RUNTIME_API": api.address, "AWS_REGION": REGION, "AWS_ENDPOINT_URL": self.emulator.url, "LANG": "C.UTF-8",
            "AWS_ACCESS_KEY_ID": self.keys["AccessKeyId"], "AWS_SECRET_ACCESS_KEY": self.keys["SecretAccessKey"],
            "AWS_SESSION_TOKEN": self.keys["SessionToken"],
            "AWS_LAMBDA_FUNCTION_VERSION": "1", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "3008",
        }
        return {**lambdas, **own, **more}

    def refresh(self, mirror, api):
        """The refresh in a container of its own, as the nested template starts it. Answers the set that is in use then."""
        resource = template.load(template.ROOT / "infra" / "scanner.yaml")["Resources"]["Refresh"]["Properties"]
        function = self.deployment.physical["Refresh"]
        settings = self.settings(function, api, DEFINITIONS_URLS=mirror.url)
        with self.image.run(self.folder, "scanner-refresh", settings, resource["ImageConfig"]["EntryPoint"]) as container:
            try:
                api.invoke({}, 120)
            except Exception as error:
                raise Failed(f"{error}: {container.tail()}") from error
        bucket = self.deployment.physical["Definitions"]
        s3 = self.emulator.client("s3")
        current = s3.get_object(Bucket=bucket, Key="current")["Body"].read().decode()
        names = {line.replace("  ", "-") for line in current.splitlines()} | {"current"}
        stored = {found["Key"] for found in s3.list_objects_v2(Bucket=bucket)["Contents"]}
        same(stored, names, "what the bucket of definitions holds")
        return current

    def uploaded(self, job, content):
        """Uploads a file; answers its id, and the bucket's own event as it lies in the queue."""
        file = upload(job.api, job.client.token, content)

        def arrived():
            answer = self.sqs.receive_message(QueueUrl=self.queue, VisibilityTimeout=300, MaxNumberOfMessages=10)
            return next((message for message in answer.get("Messages", []) if file in message["Body"]), None)

        return file, wait_for("the event of the upload", arrived)

    def scan(self, api, job, content, expected):
        """Hands the event of an upload to the container, as the queue's trigger would. Answers how long that took."""
        return self.handle(api, job, *self.uploaded(job, content), expected)

    def handle(self, api, job, file, message, expected):
        event = {"messageId": message["MessageId"], "receiptHandle": message["ReceiptHandle"], "body": message["Body"], "attributes": {}}
        answer, took = api.invoke({"Records": [event]}, 120)
        if answer["batchItemFailures"]:
            raise Failed(f"the container failed: {answer}")
        self.sqs.delete_message(QueueUrl=self.queue, ReceiptHandle=message["ReceiptHandle"])
        same(decided(job.api, job.client.token, file)["status"], expected, "the file")
        return took

    def take_the_queue(self, enabled):
        """Whether the deployed function gets the queue's messages; otherwise they are left to the container."""
        function = self.deployment.functions["files-on-uploaded"]
        mappings = self.awslambda.list_event_source_mappings()["EventSourceMappings"]
        # They call the alias.
        own = [mapping for mapping in mappings if mapping["FunctionArn"].endswith(f":{function}:live")]
        same(len(own), 1, "the queues of the scanner")
        for mapping in own:
            self.awslambda.update_event_source_mapping(UUID=mapping["UUID"], Enabled=enabled)


def refuses_what_finds_nothing(scanner, mirror, before):
    """A set without EICAR's test string fails the call, and the stored one stays."""
    mirror.offer(Other=OTHER)
    with RuntimeApi() as api:
        try:
            scanner.refresh(mirror, api)
        except Failed as error:
            if "RefreshFailed" not in str(error) or "do not find EICAR" not in str(error):
                raise
        else:
            raise Failed("it was taken")
    stored = scanner.emulator.client("s3").get_object(Bucket=scanner.deployment.physical["Definitions"], Key="current")
    same(stored["Body"].read().decode(), before, "the set in use")


def scans(scanner, mirror, job):
    function = scanner.deployment.functions["files-on-uploaded"]
    uploaded = scanner.uploaded(job, b"What is to be done.")
    with RuntimeApi() as api:
        raw = template.variables(template.functions()["files-on-uploaded"])
        clamd = {name: raw[name] for name in ("CLAMD_ADDRESS", "CLAMD_WAIT_SECONDS")}
        settings = scanner.settings(function, api, **clamd, DEFINITIONS_SECONDS="2")
        with scanner.image.run(scanner.folder, "files-on-uploaded", settings) as container:
            try:
                # The first call is there before clamd is.
                first = scanner.handle(api, job, *uploaded, "clean")
                second = scanner.scan(api, job, EICAR, "infected")
                scanner.scan(api, job, OTHER, "clean")
                # A warm instance takes up what is new.
                mirror.offer(Eicar=EICAR, Other=OTHER)
                with RuntimeApi() as other:
                    scanner.refresh(mirror, other)
                wait_for("the new definitions in the running container", lambda: container.tail(200).count("Database correctly reloaded"))
                scanner.scan(api, job, OTHER, "infected")
            except Exception as error:
                raise Failed(f"{error}\n{container.tail()}") from error
    print(f"        the first call {first:.1f} s, with the start of clamd; the second {second * 1000:.0f} ms")


def scanner_image(steps, folder, bootstrap, emulator, deployment, job):
    with Image(bootstrap) as image, Mirror(folder) as mirror:
        size = steps.run("image: built from infra/scanner", image.build)
        print(f"        {size} MB, without definitions")
        steps.run("image: its calls of S3 are signed as AWS asks", calls_are_signed, image, folder, REGION)
        scanner = Scanner(image, emulator, deployment, folder)
        scanner.take_the_queue(False)
        try:
            mirror.offer(Eicar=EICAR)
            with RuntimeApi() as api:
                before = steps.run("image: a refresh stores the mirror's definitions", scanner.refresh, mirror, api)
            steps.run("image: a refresh refuses definitions that find nothing", refuses_what_finds_nothing, scanner, mirror, before)
            steps.run("image: the container scans uploads, and takes up new definitions", scans, scanner, mirror, job)
        finally:
            scanner.take_the_queue(True)
