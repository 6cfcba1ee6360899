"""Secrets Manager for the bench: answers GetSecretValue over TLS, so that a start here makes the call that it makes in the
cloud. Its secrets are those of the running marketplace."""

import http.server
import json
import re
import threading

import template
from tls import TlsProxy

REFERENCE = re.compile(r"secretsmanager:(?P<secret>.+)#(?P<field>\w+)")


def references():
    """The settings of each function that name a secret, as it is deployed; "" where it is given none."""
    given = {name: dict(named(template.variables(function))) for name, function in template.functions().items()}
    all = {setting for settings in given.values() for setting in settings}
    return {name: {**dict.fromkeys(all, ""), **settings} for name, settings in given.items()}


def named(variables):
    for setting, value in variables.items():
        text = value.get("Fn::Sub") if isinstance(value, dict) else value
        if isinstance(text, str) and REFERENCE.match(text):
            yield setting, text.replace("${Stage}", "bench")


class SecretsManager:
    """Serves the values of `variables` under the names by which the template refers to them."""

    def __init__(self, variables, certificate, key):
        self.references, self.secrets = references(), {}
        for settings in self.references.values():
            for setting, reference in settings.items():
                if found := REFERENCE.match(reference):
                    fields = self.secrets.setdefault(found["secret"], {})
                    fields[found["field"]] = variables.get(setting, "")
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self.handler())
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.url = f"https://localhost:{TlsProxy(server.server_address[1], certificate, key).port}"

    def handler(manager):
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            # Headers and body leave as one packet.
            wbufsize = -1

            def log_message(self, *_):
                pass

            def do_POST(self):
                asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
                secret = manager.secrets[asked["SecretId"]]
                body = json.dumps({"Name": asked["SecretId"], "SecretString": json.dumps(secret)}).encode()
                self.send_response(200)
                self.send_header("content-type", "application/x-amz-json-1.1")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
                self.wfile.flush()

        return Handler
