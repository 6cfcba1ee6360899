"""Files: sent to the bucket with a signed address, scanned when its event has come, attached, downloaded."""

import datetime
import pathlib
import subprocess
import time

from driver import Failed, same, send, wait_for

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
        command = ["/usr/sbin/clamd", f"--config-file={settings}"]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def __enter__(self):
        for _ in range(600):
            if self.address.exists():
                return self
            time.sleep(0.05)
        raise Failed("clamd did not start")

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()


def upload(api, token, content, kind="text/plain"):
    """Announces and sends a file; answers its id."""
    body = {"name": "notes.txt", "contentType": kind, "size": len(content), "purpose": "task"}
    announced = api.post("/v1/files", token, body)
    put = announced["upload"]
    status, _, text = send(put["method"], put["url"], content, put["headers"])
    if status != 200:
        raise Failed(f"PUT: {status} {text[:300]!r}")
    return announced["file"]["id"]


def decided(api, token, file):
    """The file, once it was looked at."""

    def look():
        found = api.get(f"/v1/files/{file}", token)
        return found if found["status"] not in ("pending", "scanning") else None

    return wait_for("the end of the scan", look)


def in_a_month():
    return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=30)).isoformat()


def files(job):
    """A clean file is attached and downloaded by somebody else; a virus and a type that lies are refused."""
    api, token = job.api, job.client.token
    content = b"What is to be done, in a few words."
    clean = upload(api, token, content)
    same(decided(api, token, clean)["status"], "clean", "the clean file")
    body = {
        "title": "Draw a map", "description": "<p>A map of the valley, for walkers.</p>", "category": "design",
        "deadline": in_a_month(), "budget": {"type": "fixed", "min": 10000, "max": 50000, "currency": "usd"},
    }
    task = api.post("/v1/tasks", token, {**body, "attachmentIds": [clean]})
    same([file["id"] for file in task["attachments"]], [clean], "the task's files")
    url = api.get(f"/v1/files/{clean}", job.freelancer.token)["downloadUrl"]
    status, headers, downloaded = send("GET", url)
    same((status, downloaded), (200, content), "the download")
    if "attachment" not in headers.get("content-disposition", ""):
        raise Failed(f"it would be opened, not saved: {headers.get('content-disposition')}")

    virus = upload(api, token, EICAR)
    found = decided(api, token, virus)
    same((found["status"], found.get("downloadUrl")), ("infected", None), "the virus")
    liar = upload(api, token, b"no picture at all", "image/png")
    same(decided(api, token, liar)["status"], "rejected", "the type that lies")
    unused = upload(api, token, b"not needed")
    decided(api, token, unused)
    api.call(204, "DELETE", f"/v1/files/{unused}", token)
    api.call(404, "GET", f"/v1/files/{unused}", token)
