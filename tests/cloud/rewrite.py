"""`system-rewrite` on the deployed table: records as an earlier release left them are written anew, by the commands of
docs/operations.md, while a run is cut off in the middle; people see the same through the API as before."""

import contextlib
import json
import os
import pathlib
import signal

import template
from driver import Failed, same, wait_for

GOLDEN = template.ROOT / "shared" / "store" / "tests" / "golden"
NAME = "system-rewrite"
FAST = 10_000


class Rewrite:
    """An operator with the right to invoke one function, and the table as it lies there."""

    def __init__(self, emulator, deployment, job):
        self.deployment, self.job = deployment, job
        self.awslambda, self.table = emulator.client("lambda"), emulator.client("dynamodb")
        self.name = deployment.outputs["TableName"]

    def tell(self, command):
        answer = self.awslambda.invoke(FunctionName=self.deployment.functions[NAME], Qualifier="live", Payload=json.dumps(command))
        payload = json.loads(answer["Payload"].read())
        if "FunctionError" in answer or "refused" in (payload or {}):
            raise Failed(f"{NAME} {command}: {payload}")
        return payload

    def items(self):
        pages = self.table.get_paginator("scan").paginate(TableName=self.name, ConsistentRead=True)
        return {(item["pk"]["S"], item["sk"]["S"]): item for page in pages for item in page["Items"]}

    def put_old(self):
        """Takes type and version from what the job has left of two kinds whose shapes did not change but for these, and
        puts the golden items of version 0 beside them. Answers their keys, and what those are to become."""
        aged = [item for item in self.items().values() if item.get("type", {}).get("S") in ("user", "contract")]
        if len(aged) < 3:
            raise Failed(f"the main job has left {len(aged)} accounts and contracts")
        for item in aged:
            old = {name: value for name, value in item.items() if name not in ("type", "v")}
            self.table.put_item(TableName=self.name, Item=old)
        expected = {(item["pk"]["S"], item["sk"]["S"]): item for item in aged}
        for folder in GOLDEN.iterdir():
            if not (folder / "v0.json").exists():
                continue
            newest = sorted(folder.glob("v*.json"), key=lambda path: int(path.stem[1:]))[-1]
            for old, new in zip(json.loads((folder / "v0.json").read_text()), json.loads(newest.read_text())):
                # What is due would be done, and what has expired be deleted.
                if "duepk" in old or "ttl" in old:
                    continue
                self.table.put_item(TableName=self.name, Item=old)
                expected[new["pk"]["S"], new["sk"]["S"]] = new
        return expected

    def seen(self):
        """What the job's client sees of themselves and of the contract."""
        person = self.job.client
        person.log_in()
        return [person.api.get(path, person.token) for path in ("/v1/users/me", "/v1/contracts")]

    def old_records(self):
        """Started slowly and cut off, it goes on by its schedule from what was saved, and ends."""
        before = self.seen()
        expected = self.put_old()
        same(self.seen(), before, "what people see of old records")
        same(self.tell({"start": {"rate": 10, "segments": 2}})["status"], "running", "the status")
        wait_for("a first save", self.is_at_work, 180)
        self.cut_off()
        halfway = self.tell({"status": {}})
        same(halfway["status"], "running", "the status of one that was cut off")
        self.tell({"resume": {"rate": FAST}})
        # The lease of the run that has died ends after two minutes; the schedule comes each minute.
        done = wait_for("its end", lambda: (found := self.tell({"status": {}}))["status"] == "done" and found, 300)
        after = self.items()
        kept = [key for key, item in expected.items() if without_counts(after.get(key, {})) != without_counts(item)]
        if kept:
            raise Failed(f"{len(kept)} items are not what they should be, such as {after.get(kept[0])}")
        old = [key for key, item in after.items() if "v" not in item]
        same((old, done["unreadable"]), ([], 0), "items that are old still")
        same(self.seen(), before, "what people see of rewritten records")
        print(f"        {done['read']} items read, {done['rewritten']} rewritten, {done['units']:.0f} units; cut off at {halfway['read']}")

    def is_at_work(self):
        found = self.tell({"status": {}})
        return found["atWork"] and found["rewritten"] > 0

    def cut_off(self):
        """Kills the processes of this one function, as Lambda ends those that take too long, and waits until they are
        dead: the emulator may hand its next call to one that is still dying."""
        name = f"AWS_LAMBDA_FUNCTION_NAME={self.deployment.functions[NAME]}".encode()
        killed = []
        for process in pathlib.Path("/proc").glob("[0-9]*"):
            # Others end while they are looked at, or are not ours to look at.
            with contextlib.suppress(OSError):
                if name in (process / "environ").read_bytes().split(b"\0"):
                    os.kill(int(process.name), signal.SIGKILL)
                    killed.append(process)
        if not killed:
            raise Failed("no process of the run was found")
        wait_for("the end of what was killed", lambda: all(is_dead(process) for process in killed))


def is_dead(process):
    """Whether a process has ended, though its parent may not have asked for its end yet (proc_pid_stat(5): `Z`). One
    whose first thread has ended is not dead before the others have: until then waitpid(2) says that it runs."""
    try:
        ended = (process / "stat").read_text().rpartition(") ")[2].startswith("Z")
        return ended and len(list((process / "task").iterdir())) == 1
    except OSError:
        return True


def without_counts(item):
    """An item without what logging in changes."""
    return {name: value for name, value in item.items() if name not in ("version", "sessionsFrom")}
