"""WebSocket connections: opened with a ticket and with nothing else, answered, told what happens, closed."""

import json

from edge import HEADERS
from files import decided, upload
from driver import Failed, same
from person import Person
from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.sync import client

SECONDS = 30


def connect(address, **options):
    """By the edge, which adds its headers."""
    return client.connect(address, open_timeout=SECONDS, additional_headers=HEADERS, **options)


def ticket(job, person):
    """A ticket's address."""
    found = job.api.post("/v1/chat/ticket", person.token, None, 200)
    return f"{found['url']}?ticket={found['ticket']}"


def refused(address):
    try:
        with connect(address):
            raise Failed(f"{address.split('?')[0]} let somebody in")
    except (InvalidHandshake, ConnectionClosed):
        pass


def around_the_edge(job):
    """A good ticket opens nothing without what the edge sends along."""
    try:
        with client.connect(ticket(job, job.client), open_timeout=SECONDS):
            raise Failed("a connection was opened around the edge")
    except (InvalidHandshake, ConnectionClosed):
        pass


def frames(connection):
    """The next frame."""
    return json.loads(connection.recv(timeout=SECONDS))


def ask(connection, frame):
    connection.send(frame)
    return frames(connection)


def sockets(job):
    """One connection from its ticket to its end, and what does not get one."""
    person = job.client
    address = ticket(job, person)
    bare = address.split("?")[0]
    for stranger in (bare, f"{bare}?ticket=a.b.c", f"{bare}?ticket={person.token}"):
        refused(stranger)
    with connect(address) as connection:
        refused(address)  # a ticket opens one connection
        same(ask(connection, '{"action": "ping"}'), {"type": "pong"}, "the answer to a ping")
        unknown = ask(connection, '{"action": "dance", "clientId": "c-1"}')
        same((unknown["type"], unknown["code"], unknown["clientId"]), ("error", "unknown_action", "c-1"), "an unknown action")
        file = upload(job.api, person.token, b"Something to be told of.")
        told = frames(connection)
        same((told["type"], told["file"]["id"], told["file"]["status"]), ("file", file, "clean"), "the outcome of a scan")
        decided(job.api, person.token, file)
        closes_with_its_session(job, connection)


def closes_with_its_session(job, first):
    """A second session's connection ends with it; the first one's stays."""
    second = Person(job.api, job.client.mails, "client")
    second.email = job.client.email
    second.log_in()
    with connect(ticket(job, second)) as connection:
        same(ask(connection, '{"action": "ping"}'), {"type": "pong"}, "the second connection")
        job.api.call(204, "POST", "/v1/auth/logout", cookie=second.cookie)
        try:
            raise Failed(f"the connection of an ended session got {frames(connection)}")
        except (ConnectionClosed, TimeoutError) as end:
            if isinstance(end, TimeoutError):
                raise Failed("the connection of an ended session was not closed") from None
    same(ask(first, '{"action": "ping"}'), {"type": "pong"}, "the first connection")
