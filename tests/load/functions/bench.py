#!/usr/bin/env python3
"""Measures each function's release binary as Lambda would run it, beside its budget, and three of them beside the same
endpoint in Node.

Usage: bench.py <folder of the binaries> <folder of the zips> <folder of the local programs> <folder of the Node peers> [name …]

Cold: from the start of the process to its first answer, with TLS to the table and to Secrets Manager. As Lambda does it,
INIT has a whole core, and the share of 128 MB holds from the first event on, whose time alone is `first`. `all capped` is the
same with the share from the first instruction on: harsher than Lambda. Warm: CPU milliseconds of a call, which no other load on
the machine can change. Peak: most memory resident.
"""

import itertools
import json
import os
import pathlib
import statistics
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "cloud"))

import template  # noqa: E402
from asks import answered  # noqa: E402
from driver import Failed  # noqa: E402
from emulator import clean_environment, remove, work_folder  # noqa: E402
from marketplace import Marketplace  # noqa: E402
from process import MB_PER_CORE, CpuShare, Process  # noqa: E402
from runtime_api import RuntimeApi  # noqa: E402
from scan import scan  # noqa: E402
from secrets_manager import SecretsManager  # noqa: E402
from tls import TlsProxy, certificates  # noqa: E402

MEMORY = 128
COLDS, WARMS, FEW, ROUNDS = 3, 100, 5, 5
COLD_MS, PEAK_MB = 60, 24
# Their CPU time is a password's hash, or a picture; they are given more memory for it.
HEAVY = {"auth-register", "auth-login", "auth-change-password", "auth-reset-password", "auth-enroll-totp", "auth-disable-totp", "auth-confirm-totp", "auth-reauthenticate", "users-delete-me", "files-on-uploaded"}
COMPARED = ["tasks-get", "tasks-search", "bids-create"]
NODE_SHARE = {"cold": 0.10, "warm": 0.25, "peak": 0.20}


class Bench:
    def __init__(self, folder, marketplace):
        self.marketplace, self.share = marketplace, CpuShare(MEMORY)
        authority, certificate, key = certificates(folder)
        table = marketplace.variables["AWS_ENDPOINT_URL"]
        self.proxy = TlsProxy(int(table.rpartition(":")[2]), certificate, key)
        self.secrets = SecretsManager(marketplace.variables, certificate, key)
        self.environment = clean_environment(folder, **marketplace.variables) | dict(
            AWS_ENDPOINT_URL=f"https://localhost:{self.proxy.port}",
            AWS_ENDPOINT_URL_SECRETS_MANAGER=self.secrets.url,
            AWS_LAMBDA_FUNCTION_NAME="bench",
            AWS_LAMBDA_FUNCTION_VERSION="1",
            AWS_LAMBDA_FUNCTION_MEMORY_SIZE=str(MEMORY),
            PASSWORD_COST="12",
            CLAMD_ADDRESS="127.0.0.1:1",
            # How each side learns of another certificate authority.
            SSL_CERT_FILE=str(authority),
            NODE_EXTRA_CA_CERTS=str(authority),
        )

    def cold(self, command, events, capped=False):
        """Milliseconds to the first answer, those of the first call, CPU milliseconds in all, and the answer's status.
        `capped`: INIT under the share too."""
        event = next(events)
        with RuntimeApi() as api:
            began = time.perf_counter()
            with self.process(command, api, self.share if capped else None) as process:
                if not api.initialised.wait(60):
                    raise RuntimeError(f"{command[0]} does not ask for an event")
                initialised, before = time.perf_counter() - began, process.cpu_ms()
                if self.share.works:
                    self.share.take(process.process.pid)
                answer, first = api.invoke(event)
                cpu = process.cpu_ms()
        if not self.share.works:
            first = (cpu - before) * MB_PER_CORE / MEMORY / 1000
            initialised = before * MB_PER_CORE / MEMORY / 1000 if capped else initialised
        return (initialised + first) * 1000, first * 1000, cpu, answered(function_of(command), answer)

    def warm(self, command, events, calls):
        """CPU milliseconds of a call, once the process is warm, and the most memory that it took."""
        first = min(10, calls)
        prepared = list(itertools.islice(events, first + calls))
        with RuntimeApi() as api, self.process(command, api) as process:
            for event in prepared[:first]:
                answered(function_of(command), api.invoke(event)[0])
            before = process.cpu_ms()
            answers = [api.invoke(event)[0] for event in prepared[first:]]
            [answered(function_of(command), answer) for answer in answers]
            return (process.cpu_ms() - before) / calls, process.peak_mb()

    def found(self, command, events):
        """How many things its answer lists; nothing where it lists none."""
        with RuntimeApi() as api, self.process(command, api):
            answer = api.invoke(next(events))[0]
        answered(function_of(command), answer)
        items = json.loads(answer["body"]).get("items")
        return None if items is None else len(items)

    def process(self, command, api, share=None):
        """As it is deployed: with references to its secrets. Node's side is given the values, and makes no call for them."""
        own = self.secrets.references.get(pathlib.Path(command[0]).parent.name, {})
        return Process(command, self.environment | own | {"AWS_LAMBDA_RUNTIME_API": api.address}, share)


def function_of(command):
    """The function's: of its folder, or of the script that does the same in Node."""
    path = pathlib.Path(command[-1])
    return path.parent.name if path.name == "bootstrap" else path.stem


def mark(value, budget, aside=False):
    return f"{value:>8.1f}{' ' if value <= budget or aside else '!'}"


def table(bench, binaries, archives, names):
    """A line for each function; answers what missed its budget, or was not measured."""
    missed = []
    print(f"{'function':<34}{'zip MB':>8}{'cold ms':>9}{'first ms':>9}{'all capped':>11}{'cold CPU':>9}{'warm CPU':>9}{'peak MB':>9}  answer")
    for name in names:
        try:
            missed += [f"{name}: {what}" for what in line(bench, binaries, archives, name)]
        except (Failed, RuntimeError) as error:
            print(f"{name:<34}not measured")
            missed.append(str(error))
    return missed


def line(bench, binaries, archives, name):
    """Prints what a function takes; answers which budgets it misses."""
    stripe = "STRIPE_SECRET_KEY" in template.variables(template.functions()[name])
    command, events = [str(binaries / name / "bootstrap")], bench.marketplace.events(name)
    zip_mb = (archives / f"{name}.zip").stat().st_size / 1e6
    colds = [bench.cold(command, events) for _ in range(COLDS)]
    capped = statistics.median(bench.cold(command, events, capped=True)[0] for _ in range(COLDS))
    cold, first, cpu = (statistics.median(column) for column in list(zip(*colds))[:3])
    heavy = name in HEAVY
    warm, peak = bench.warm(command, events, FEW if heavy or name in bench.marketplace.asks.once else WARMS)
    aside = stripe or heavy or bench.marketplace.is_schedule(name)
    over = {"cold": cold > COLD_MS and not aside, "peak": peak > PEAK_MB}
    print(f"{name:<34}{zip_mb:>8.2f}{mark(cold, COLD_MS, aside)}{first:>9.1f}{capped:>11.1f}{cpu:>9.1f}{warm:>9.2f}{mark(peak, PEAK_MB)}  {colds[-1][3]}")
    return [what for what, is_over in over.items() if is_over]


def beside_node(bench, binaries, peers):
    """Both sides turn by turn, so that what else the machine does touches both; the median of the ratios counts."""
    missed = []
    print(f"\n{'beside Node ' + os.popen('node --version').read().strip():<30}{'cold ms':>16}{'ratio':>8}{'warm CPU ms':>16}{'ratio':>8}{'peak MB':>16}{'ratio':>8}")
    for name in COMPARED:
        events, rounds = bench.marketplace.events(name), []
        commands = [str(binaries / name / "bootstrap")], ["node", str(peers / f"{name}.mjs")]
        ours, theirs = (bench.found(command, events) for command in commands)
        if ours != theirs or ours == 0:
            missed.append(f"{name} was not compared: it finds {ours}, its peer {theirs}")
            continue
        for _ in range(ROUNDS):
            sides = []
            for command in commands:
                cold = bench.cold(command, events)[0]
                sides.append((cold, *bench.warm(command, events, 30)))
            rounds.append(sides)
        line = f"{name:<30}"
        for place, (what, most) in enumerate(NODE_SHARE.items()):
            ours, theirs = (statistics.median(sides[side][place] for sides in rounds) for side in (0, 1))
            ratio = statistics.median(ours[place] / theirs[place] for ours, theirs in rounds)
            line += f"{f'{ours:.1f} / {theirs:.1f}':>16}{ratio:>7.2f}{' ' if ratio <= most else '!'}"
            if ratio > most:
                missed.append(f"{name}: {what} is {ratio:.2f} of Node's, at most {most}")
        print(line)
    return missed


def main():
    binaries, archives, programs, peers = (pathlib.Path(argument).resolve() for argument in sys.argv[1:5])
    names = sys.argv[5:] or sorted(template.functions())
    folder = work_folder()
    with Marketplace(folder, programs / "proconnect-local") as marketplace:
        marketplace.open()
        bench = Bench(folder, marketplace)
        how = f"control group, {MEMORY}/{MB_PER_CORE} of a core" if bench.share.works else "projected from CPU milliseconds"
        print(f"load average {os.getloadavg()[0]:.2f}; cold start by {how}; budgets: cold {COLD_MS} ms, peak {PEAK_MB} MB; ! is over; zips for arm64 are held by scripts/build.sh")
        missed = table(bench, binaries, archives, names)
        missed += beside_node(bench, binaries, peers)
        print()
        missed += scan(bench, folder, binaries / "files-on-uploaded" / "bootstrap")
        bench.share.remove()
    remove(folder)
    print("\n".join(["", *[f"missed  {line}" for line in missed], f"{len(missed)} of the budgets are missed"]))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
