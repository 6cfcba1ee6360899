"""A stand-in for CloudFront before the deployed API: what infra/edge.yaml adds to each request, and nothing else of it."""

import hashlib
import http.client
import http.server
import secrets
import threading
import urllib.parse

SECRET = secrets.token_hex(32)
# The parameter OriginHashes of the main stack.
HASHES = hashlib.sha256(SECRET.encode()).hexdigest()
HEADERS = {"x-origin-secret": SECRET, "x-viewer-address": "203.0.113.7"}

# Of one connection, not of the request.
HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "host", "content-length"}


class Edge:
    """On loopback, before one API."""

    def __init__(self, api):
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler(urllib.parse.urlsplit(api)))
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


def handler(origin):
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_):
            pass

        def pass_on(self):
            body = self.rfile.read(int(self.headers.get("content-length") or 0))
            headers = {name: value for name, value in self.headers.items() if name.lower() not in HOP_BY_HOP}
            connection = http.client.HTTPConnection(origin.netloc, timeout=60)
            connection.request(self.command, origin.path + self.path, body or None, headers | HEADERS)
            answer = connection.getresponse()
            content = answer.read()
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in HOP_BY_HOP:
                    self.send_header(name, value)
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)
            connection.close()

        do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = pass_on

    return Handler
