"""The most memory that files-on-uploaded takes while it scans 50 MB through a real clamd."""

import json
import os
import urllib.request

from emulator import clean_environment
from files import EICAR, Clamd
from process import Process
from runtime_api import RuntimeApi

SIZE, MOST_MB = 52_428_800, 64


def upload(marketplace, content):
    body = {"name": "photos.bin", "contentType": "application/octet-stream", "size": len(content), "purpose": "task"}
    deals = marketplace.asks.deals
    announced = deals.api.post("/v1/files", deals.client, body)
    put = announced["upload"]
    request = urllib.request.Request(put["url"], data=content, method="PUT", headers=put["headers"])
    urllib.request.urlopen(request, timeout=60).close()
    return announced["file"]["id"]


def scan(bench, folder, bootstrap):
    """Scans clean content and a virus of that size; answers what missed its budget."""
    marketplace, missed = bench.marketplace, []
    with Clamd(folder) as clamd:
        environment = clean_environment(folder, **marketplace.variables | {"CLAMD_ADDRESS": str(clamd.address)})
        environment |= {"AWS_LAMBDA_FUNCTION_NAME": "bench", "AWS_LAMBDA_FUNCTION_VERSION": "1", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "1024"}
        noise = os.urandom(SIZE)
        for content, expected in ((noise, "clean"), (noise[: -len(EICAR)] + EICAR, "infected")):
            file = upload(marketplace, content)
            event = {"detail": {"object": {"key": f"uploads/{file}"}}}
            message = {"messageId": "1", "body": json.dumps(event), "attributes": {}}
            with RuntimeApi() as api, Process([str(bootstrap)], environment | {"AWS_LAMBDA_RUNTIME_API": api.address}) as process:
                answer, took = api.invoke({"Records": [message]})
                # The marketplace's own function has the same event, and may have moved the file meanwhile.
                if answer["batchItemFailures"]:
                    answer, took = api.invoke({"Records": [message]})
                peak = process.peak_mb()
            deals = marketplace.asks.deals
            state = deals.api.get(f"/v1/files/{file}", deals.client)["status"]
            if answer["batchItemFailures"] or state != expected:
                raise RuntimeError(f"the file is {state}, not {expected}: {answer}")
            print(f"files-on-uploaded, 50 MB, {expected:<9} {peak:>6.1f} MB at most (budget {MOST_MB} MB), {took:.1f} s")
            if peak > MOST_MB:
                missed.append(f"files-on-uploaded: {peak:.1f} MB while it scans 50 MB")
    return missed
