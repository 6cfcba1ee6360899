"""Two people talk: who is there, a message, its receipt, what was seen and found, a repeat, and a third who hears nothing."""

import json
import uuid

from driver import Failed, same
from sockets import ask, connect, frames, ticket


def of_kind(connection, kind):
    """The next frame of a kind; what comes before it belongs to somebody else's step."""
    for _ in range(10):
        frame = frames(connection)
        if frame["type"] == kind:
            return frame
    raise Failed(f"no {kind} came")


def talk(job):
    client, freelancer, other = job.client, job.freelancer, job.other
    body = {"freelancerId": job.api.get("/v1/users/me", freelancer.token)["id"]}
    opened = job.api.post(f"/v1/tasks/{job.task}/room", client.token, body)
    room = opened["id"]
    again, _ = job.api.call(200, "POST", f"/v1/tasks/{job.task}/room", freelancer.token, {})
    same(again["id"], room, "the room that the other side opens")
    with connect(ticket(job, client)) as hers, connect(ticket(job, freelancer)) as his, connect(ticket(job, other)) as third:
        there = of_kind(hers, "presence")
        same((there["userId"], there["status"]), (body["freelancerId"], "online"), "who has come")
        his.send(json.dumps({"action": "presence", "status": "away"}))
        there = of_kind(hers, "presence")
        same(there["status"], "away", "who has turned away")
        seen = job.api.get(f"/v1/rooms/{room}", client.token)["participants"][1]["presence"]
        same(seen, {"status": "away", "lastSeenAt": there["lastSeenAt"]}, "what the room says of it")
        said = {"action": "send", "roomId": room, "clientId": str(uuid.uuid4()), "text": "Which colours?"}
        his.send(json.dumps(said))
        message = of_kind(his, "ack")["message"]
        same(of_kind(hers, "message")["message"], message, "what the other side is told")
        same(of_kind(his, "receipt")["status"], "delivered", "the first receipt")
        his.send(json.dumps(said))
        same(of_kind(his, "ack")["message"]["id"], message["id"], "the message of a repeat")
        hers.send(json.dumps({"action": "typing", "roomId": room}))
        of_kind(his, "typing")
        hers.send(json.dumps({"action": "read", "roomId": room, "upTo": message["id"]}))
        seen = of_kind(his, "receipt")
        while seen["status"] != "seen":
            seen = of_kind(his, "receipt")
        same(seen["upTo"], message["id"], "up to where it was seen")
        hits = job.api.get("/v1/rooms/search?q=colour", client.token)["items"]
        same([hit["hit"]["message"]["id"] for hit in hits], [message["id"]], "what is found across rooms")
        path = f"/v1/rooms/{room}/messages"
        edited, _ = job.api.call(200, "PATCH", f"{path}/{message['id']}", freelancer.token, {"text": "Which two?", "version": 1})
        same(of_kind(hers, "message-changed")["message"], edited, "what an edit tells")
        same(job.api.get(path, client.token)["items"], [edited], "the history")
        refused = ask(third, json.dumps({**said, "clientId": "c-1"}))
        same((refused["type"], refused["code"]), ("error", "not_found"), "what a third person may say")
        job.api.call(404, "GET", path, other.token)
