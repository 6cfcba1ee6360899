"""A room, and connections to it that are open for as long as they are asked about."""

import json
import uuid

import boto3
from boto3.dynamodb.conditions import Key
from driver import Failed
from websockets.sync import client


class Talks:
    """Of the two of the demo, beside a task of the client's."""

    def __init__(self, deals, variables):
        self.deals, self.open = deals, []
        self.task = deals.task()
        room = deals.api.post(f"/v1/tasks/{self.task}/room", deals.freelancer, {})
        self.room = room["id"]
        own = {"aws_access_key_id": "local", "aws_secret_access_key": "local", "region_name": "local"}
        dynamodb = boto3.resource("dynamodb", endpoint_url=variables["AWS_ENDPOINT_URL"], **own)
        self.table = dynamodb.Table(variables["TABLE_NAME"])
        self.freelancer = self.connect(deals.freelancer)
        self.connection = self.opened()

    def ticket(self, token):
        return self.deals.api.post("/v1/chat/ticket", token, None, 200)

    def connect(self, token):
        ticket = self.ticket(token)
        # Nobody reads what comes to most of them.
        socket = client.connect(f"{ticket['url']}?ticket={ticket['ticket']}", max_queue=None, ping_interval=None)
        self.open.append(socket)
        return socket

    def opened(self):
        """A window of the client's that is opened now."""
        return self.window(self.deals.client, self.deals.clara.id)

    def room_of(self, person):
        """Somebody's room about the same task, and their window."""
        room = self.deals.api.post(f"/v1/tasks/{self.task}/room", person.token, {})["id"]
        id = self.deals.api.get("/v1/users/me", person.token)["id"]
        return room, self.window(person.token, id)

    def window(self, token, id):
        """How the gateway names a window that is opened now: its frames come with that name."""
        before = self.connections(id)
        self.connect(token)
        return next(iter(self.connections(id) - before))

    def connections(self, id):
        own = Key("pk").eq(f"USER#{id}") & Key("sk").begins_with("CONNECTION#")
        items = self.table.query(KeyConditionExpression=own)["Items"]
        return {item["sk"].removeprefix("CONNECTION#") for item in items}

    def say(self):
        """A new message of the freelancer's."""
        said = {"action": "send", "roomId": self.room, "clientId": str(uuid.uuid4()), "text": "Which two colours?"}
        self.freelancer.send(json.dumps(said))
        # Receipts of earlier ones come in between.
        for _ in range(10_000):
            frame = json.loads(self.freelancer.recv(timeout=30))
            if frame["type"] == "ack":
                return frame["message"]["id"]
            if frame["type"] == "error":
                raise Failed(f"a message was refused: {frame}")
        raise Failed("no message was acknowledged")

    def close(self):
        for socket in self.open:
            socket.close()
