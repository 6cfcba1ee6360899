"""Contracts of the adapters to AWS: what each promises its port, held against the emulator's SQS, SES, S3 and API Gateway.

`adapters.rs` calls them as functions do; what came of it is looked at here, with AWS's own client.
"""

import base64
import hashlib
import json
import subprocess

from emulator import REGION, SentMails, clean_environment
from driver import Failed, same, send, wait_for
from sockets import connect, frames, ticket
from websockets.exceptions import ConnectionClosed

JOBS = 12  # more than the ten that one call of SQS takes


class Adapters:
    """The program, with a function's environment."""

    def __init__(self, emulator, deployment, programs, folder):
        self.emulator, self.deployment, self.program = emulator, deployment, programs / "adapters"
        self.environment = clean_environment(
            folder, AWS_REGION=REGION, AWS_ACCESS_KEY_ID="test", AWS_SECRET_ACCESS_KEY="test", AWS_ENDPOINT_URL=emulator.url,
            PUBLIC_URL="http://localhost",
        )

    def run(self, *arguments, **variables):
        command = [str(self.program), *map(str, arguments)]
        done = subprocess.run(command, env={**self.environment, **variables}, capture_output=True, text=True, timeout=60)
        if done.returncode:
            raise Failed(f"adapters {arguments[0]}: {done.stderr.strip()}")
        return json.loads(done.stdout)

    def queue(self):
        """Every job arrives once; groups keep their order; a repeat is dropped; what cannot be sent is named, alone."""
        sqs = self.emulator.client("sqs")
        plain = sqs.create_queue(QueueName="adapters")["QueueUrl"]
        fifo = sqs.create_queue(QueueName="adapters.fifo", Attributes={"FifoQueue": "true"})["QueueUrl"]
        sent = self.run("queue", JOBS, EMAIL_QUEUE_URL=plain, PAYMENTS_QUEUE_URL=fifo)
        same((sent["sent"], [queue for queue, _ in sent["failures"]]), (2 * JOBS + 1, ["bids"]), "what was sent")
        places = sorted(json.loads(message["Body"])["body"]["place"] for message in received(sqs, plain))
        same(places, list(range(JOBS)), "jobs in the standard queue")
        groups = {}
        for message in received(sqs, fifo):
            place = json.loads(message["Body"])["body"]["place"]
            groups.setdefault(message["Attributes"]["MessageGroupId"], []).append(place)
        same(groups, {f"group-{n}": list(range(n, JOBS, 3)) for n in range(3)}, "jobs in the FIFO queue, by group")

    def mail(self):
        to = "adapters@example.com"
        same(self.run("mail", to, MAIL_FROM="hello@proconnect.example")["error"], None, "the mail")
        mail = next(mail for mail in SentMails(self.emulator).all() if to in mail["To"])
        same((mail["Subject"], mail["BodyText"]), ("Grüße & <Fragen>", "Zwei\nZeilen"), "what was sent")
        same(mail.get("BodyHtml"), "<p>Zwei<br>Zeilen</p>", "its HTML")

    def objects(self):
        bucket = "proconnect-adapters"
        s3 = self.emulator.client("s3")
        s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": REGION})
        found = self.run("objects", FILES_BUCKET=bucket)
        download = found.pop("download")
        same(found, {"size": 12, "copied": True, "changed": True, "missing": True, "deleted": True}, "an object's life")
        status, headers, content = send("GET", download)
        same((status, content, headers["content-type"]), (200, b"some content", "application/pdf"), "the download")
        if "filename*=UTF-8''Entwurf%20%E2%80%9E2%E2%80%9C.pdf" not in headers["content-disposition"]:
            raise Failed(f"the name of the download: {headers['content-disposition']}")
        self.signed_upload(s3, bucket)

    def signed_upload(self, s3, bucket):
        """The signed headers go with the content; S3 keeps the type, and refuses a content of another checksum."""
        content = b"what is sent"
        digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
        signed = self.run("sign", "uploads/signed", "text/plain", len(content), digest, FILES_BUCKET=bucket)
        headers = dict(signed["headers"])
        same(headers, {"content-type": "text/plain", "content-length": str(len(content)), "x-amz-checksum-sha256": digest}, "signed headers")
        for name in headers:
            if name not in signed["url"].split("X-Amz-SignedHeaders=")[1].split("&")[0]:
                raise Failed(f"the signature does not bind {name}")
        status, _, text = send("PUT", signed["url"], b"another text", headers)
        if status < 400:
            raise Failed(f"a content of another checksum was taken: {status} {text[:200]!r}")
        same(send("PUT", signed["url"], content, headers)[0], 200, "the signed upload")
        same(s3.head_object(Bucket=bucket, Key="uploads/signed")["ContentType"], "text/plain", "its type")

    def push(self, job):
        """A frame arrives at its connection alone; one that is gone is said to be gone; closing closes."""
        url = self.emulator.api_url(self.deployment.physical["SocketApi"]) + "/ws"
        variables = {"SOCKET_CALLBACK_URL": url}
        wait_for("the end of earlier connections", lambda: not self.connections(job.client))
        with connect(ticket(job, job.client)) as connection:
            [found] = self.connections(job.client)
            same(self.run("push", found, '{"type": "pong"}', **variables), {"gone": False}, "an open connection")
            same(frames(connection), {"type": "pong"}, "the frame")
            self.run("close", found, **variables)
            try:
                connection.recv(timeout=30)
                raise Failed("the connection was not closed")
            except ConnectionClosed:
                pass
        same(self.run("push", found, "{}", **variables), {"gone": True}, "a closed connection")
        self.run("close", found, **variables)

    def connections(self, person):
        """The ids of somebody's connections, as the table has them."""
        table = self.emulator.client("dynamodb")
        id = json.loads(base64.urlsafe_b64decode(person.token.split(".")[1] + "=="))["sub"]
        found = table.query(
            TableName=self.deployment.outputs["TableName"], KeyConditionExpression="pk = :pk AND begins_with(sk, :sk)",
            ExpressionAttributeValues={":pk": {"S": f"USER#{id}"}, ":sk": {"S": "CONNECTION#"}},
        )
        return [item["id"]["S"] for item in found["Items"]]


def received(sqs, url):
    """Every message of a queue, in the order in which it comes."""
    found = []
    while True:
        answer = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10, MessageSystemAttributeNames=["All"])
        if not answer.get("Messages"):
            return found
        for message in answer["Messages"]:
            found.append(message)
            sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
