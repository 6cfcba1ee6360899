"""Whether the image's own calls of S3 are signed as AWS asks: MiniStack does not look at that, S3 does."""

import http.server
import threading

from botocore.auth import S3SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from driver import same

KEYS = ("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "a+token/with==signs")


class Recorder:
    """Takes every request, and keeps it."""

    def __init__(self):
        self.requests = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def answer(handler):
                handler.rfile.read(int(handler.headers.get("Content-Length") or 0))
                self.requests.append((handler.command, handler.path, dict(handler.headers)))
                handler.send_response(200)
                handler.send_header("Content-Length", "0")
                handler.end_headers()

            do_GET = do_PUT = do_DELETE = answer

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


def expected(url, method, path, headers, region):
    """The signature that botocore gives the same request."""
    named = headers["Authorization"].split("SignedHeaders=")[1].split(",")[0].split(";")
    signed = {name: value for name, value in headers.items() if name.lower() in named}
    request = AWSRequest(method, url + path, headers=signed)
    moment = {name.lower(): value for name, value in headers.items()}["x-amz-date"]
    request.context["timestamp"] = moment
    auth = S3SigV4Auth(Credentials(*KEYS), "s3", region)
    return auth.signature(auth.string_to_sign(request, auth.canonical_request(request)), request)


def calls_are_signed(image, folder, region):
    calls = "s3 GET current; s3 PUT 12ab-daily.cvd --upload-file /scanner/clamd.conf; s3 DELETE 12ab-daily.cvd"
    with Recorder() as recorder:
        variables = {
            "AWS_ACCESS_KEY_ID": KEYS[0], "AWS_SECRET_ACCESS_KEY": KEYS[1], "AWS_SESSION_TOKEN": KEYS[2],
            "AWS_REGION": region, "AWS_ENDPOINT_URL": recorder.url, "DEFINITIONS_BUCKET": "definitions",
        }
        with image.run(folder, "calls", variables, ["bash", "-c", f"set -e; . /scanner/definitions.sh; {calls}"]) as container:
            same(container.process.wait(60), 0, f"the end of {calls}: {container.tail()}")
    same([method for method, _, _ in recorder.requests], ["GET", "PUT", "DELETE"], "the calls")
    for method, path, headers in recorder.requests:
        names = {name.lower() for name in headers}
        same(names >= {"x-amz-date", "x-amz-content-sha256", "x-amz-security-token"}, True, f"the headers {names}")
        signature = headers["Authorization"].rpartition("Signature=")[2]
        same(signature, expected(recorder.url, method, path, headers, region), f"the signature of {method} {path}")
        for name in ("host", "x-amz-date", "x-amz-content-sha256", "x-amz-security-token"):
            same(name in headers["Authorization"], True, f"{name} is signed")
