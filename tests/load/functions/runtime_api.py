"""Lambda's Runtime API for one function, on loopback: hands out events one by one and takes the answers.

https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
"""

import http.server
import json
import queue
import threading
import time


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        """A process that is stopped leaves its connection behind: no news."""


class RuntimeApi:
    """For one process: what another one asks for at its end must not take an event of the next."""

    def __init__(self):
        self.events, self.answers = queue.Queue(), queue.Queue()
        # The process has asked for its first event: its start is over.
        self.asked = threading.Event()
        self.server = Server(("127.0.0.1", 0), self.handler())
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"127.0.0.1:{self.server.server_address[1]}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.events.put(None)
        self.server.shutdown()
        self.server.server_close()

    def invoke(self, event, seconds=60):
        """Hands an event out; answers the answer, and how long it took from when the process had the event."""
        self.events.put(json.dumps(event).encode())
        handed, answered, kind, body = self.answers.get(timeout=seconds)
        if kind == "error":
            raise RuntimeError(body.decode(errors="replace")[:500])
        return json.loads(body or b"null"), answered - handed

    def handler(api):
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            # Headers and body leave as one packet: otherwise each answer waits for an acknowledgement.
            wbufsize = -1

            def log_message(self, *_):
                pass

            def do_GET(self):
                api.asked.set()
                event = api.events.get()
                if event is None:
                    return
                self.send_response(200)
                self.send_header("Lambda-Runtime-Aws-Request-Id", "00000000-0000-0000-0000-000000000000")
                self.send_header("Lambda-Runtime-Deadline-Ms", str(int(time.time() * 1000) + 60_000))
                self.send_header("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:local:000000000000:function:bench")
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(event)))
                self.end_headers()
                self.wfile.write(event)
                self.wfile.flush()
                api.handed = time.perf_counter()

            def do_POST(self):
                body = self.body()
                answered = time.perf_counter()
                self.send_response(202)
                self.send_header("Content-Length", "0")
                self.end_headers()
                self.wfile.flush()
                api.answers.put((getattr(api, "handed", answered), answered, self.path.rpartition("/")[2], body))

            def body(self):
                if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
                    return self.rfile.read(int(self.headers.get("Content-Length") or 0))
                parts = []
                while size := int(self.rfile.readline().split(b";")[0], 16):
                    parts.append(self.rfile.read(size))
                    self.rfile.readline()
                while self.rfile.readline().strip():
                    pass
                return b"".join(parts)

        return Handler
