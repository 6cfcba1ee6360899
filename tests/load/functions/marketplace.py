"""A running ProConnect with things to ask for, and events that ask for them."""

import json

import template
from asks import Asks
from deals import networks
from emulator import Process, clean_environment, free_port
from driver import get_json

EVENTS = template.ROOT / "events"
PASSWORD = "try the marketplace"


class Marketplace(Process):
    """`proconnect-local` with the demo, on a state of its own. Its own scanner never answers: files wait for ours."""

    def __init__(self, folder, program):
        self.data, port = folder / "data", free_port()
        self.base = f"http://localhost:{port}"
        environment = clean_environment(folder, PORT=str(port), DATA_DIR=str(self.data), RUST_LOG="error", CLAMD_ADDRESS="127.0.0.1:1")
        super().__init__(folder, "proconnect-local", [str(program)], environment, cwd=template.ROOT)

    def open(self):
        self.wait_until(lambda: get_json(f"{self.base}/v1/health"))
        self.wait_until(lambda: "ProConnect runs at" in self.log.read_text())
        lines = (self.data / "functions.env").read_text().splitlines()
        self.variables = dict(line.split("=", 1) for line in lines)
        self.asks = Asks(self.base, PASSWORD, self.variables)

    @staticmethod
    def is_schedule(name):
        """Nobody waits for its answer: its start is no budget's."""
        return json.loads((EVENTS / f"{name}.json").read_text()).get("source") == "aws.scheduler"

    def events(self, name):
        """Events for a function, one for each call: the sample, sent by somebody who may, about something that is there."""
        sample = (EVENTS / f"{name}.json").read_text()
        addresses = networks()
        while True:
            yield self.asks.of(name).into(json.loads(sample), next(addresses))
