"""The most memory that files-on-uploaded takes while it scans 50 MB through a real clamd."""

import json
import os
import subprocess
import time
import urllib.request

from emulator import clean_environment
from process import Process

SIZE, MOST_MB = 52_428_800, 64
# Put together here, so that no scanner takes this file for a virus.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class Clamd:
    """Debian's clamd with a definition of our own: EICAR's test string, and nothing else."""

    def __init__(self, folder):
        self.address = folder / "clamd.sock"
        definitions = folder / "definitions"
        definitions.mkdir()
        (definitions / "eicar.ndb").write_text(f"Eicar-Test-Signature:0:*:{EICAR.hex()}\n")
        limits = "".join(f"{name} 64M\n" for name in ("StreamMaxLength", "MaxScanSize", "MaxFileSize"))
        settings = folder / "clamd.conf"
        settings.write_text(f"Foreground yes\nDatabaseDirectory {definitions}\nLocalSocket {self.address}\n{limits}")
        self.process = subprocess.Popen(["/usr/sbin/clamd", f"--config-file={settings}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def __enter__(self):
        for _ in range(600):
            if self.address.exists():
                return self
            time.sleep(0.05)
        raise RuntimeError("clamd did not start")

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()


def upload(marketplace, content):
    body = {"name": "photos.bin", "contentType": "application/octet-stream", "size": len(content), "purpose": "task"}
    announced = marketplace.call("POST", "/v1/files", marketplace.client, body)
    put = announced["upload"]
    request = urllib.request.Request(put["url"], data=content, method="PUT", headers=put["headers"])
    urllib.request.urlopen(request, timeout=60).close()
    return announced["file"]["id"]


def scan(bench, folder, bootstrap):
    """Scans clean content and a virus of that size; answers what missed its budget."""
    marketplace, missed = bench.marketplace, []
    with Clamd(folder) as clamd:
        environment = clean_environment(folder, **marketplace.variables, AWS_LAMBDA_RUNTIME_API=bench.api.address, CLAMD_ADDRESS=str(clamd.address))
        environment |= {"AWS_LAMBDA_FUNCTION_NAME": "bench", "AWS_LAMBDA_FUNCTION_VERSION": "1", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "1024"}
        noise = os.urandom(SIZE)
        for content, expected in ((noise, "clean"), (noise[: -len(EICAR)] + EICAR, "infected")):
            file = upload(marketplace, content)
            event = {"detail": {"object": {"key": f"uploads/{file}"}}}
            message = {"messageId": "1", "body": json.dumps(event), "attributes": {}}
            bench.api.reset()
            with Process([str(bootstrap)], environment) as process:
                answer, took = bench.api.invoke({"Records": [message]})
                peak = process.peak_mb()
            state = marketplace.call("GET", f"/v1/files/{file}", marketplace.client)["status"]
            if answer["batchItemFailures"] or state != expected:
                raise RuntimeError(f"the file is {state}, not {expected}: {answer}")
            print(f"files-on-uploaded, 50 MB, {expected:<9} {peak:>6.1f} MB at most (budget {MOST_MB} MB), {took:.1f} s")
            if peak > MOST_MB:
                missed.append(f"files-on-uploaded: {peak:.1f} MB while it scans 50 MB")
    return missed
