#!/usr/bin/env python3
"""Prints what a million calls of some functions cost, as the table in docs/operations.md has it: `make costs`.

Measured: round trips and the most units of docs/data-model.md, which a test holds the endpoints to, and the CPU milliseconds
of a warm call in docs/performance.md. Assumed: what a round trip to the table takes, and the prices below.
"""

import os
import pathlib
import re
import sys

DOCS = pathlib.Path(__file__).resolve().parent.parent / "docs"

# US dollars, us-east-1, list prices as of 2026-11; per million unless it says otherwise.
READ_UNIT, WRITE_UNIT = 0.125, 0.625
HTTP_API, LAMBDA = 1.00, 0.20
GB_SECOND = 13.3334 / 1e6
# 0.4 KB of access log at 0.50 per GB; every twentieth call traced at 5.00.
LOGS_AND_TRACES = 0.20 + 0.25
# Milliseconds: DynamoDB names single digits; the runtime's own loop and the API's payload are in the CPU time.
ROUND_TRIP_MS = float(os.environ.get("ROUND_TRIP_MS", "5"))
# A function's CPU grows with its memory, a core per 1,769 MB: CPU time of a core becomes longer by that.
MB_PER_CORE, MEMORY, HASH_MEMORY = 1769, 256, 1024
# CPU milliseconds of a password's hash (bcrypt, cost 12), measured by itself; the bench's sign-ins are refused before it.
HASH_MS = 210.0
HASHES = {"auth-login", "auth-register"}
# The bench's call of it is refused, which says nothing of one that is not.
REFUSED = {"milestones-fund"}
ROWS = [
    "system-health", "contracts-list", "tasks-get", "tasks-search", "auth-refresh", "payments-on-stripe-event", "milestones-fund",
    "tasks-create", "auth-login", "milestones-submit", "bids-create", "auth-register", "milestones-approve", "bids-accept",
]  # fmt: skip


def rows(path):
    """The cells of every row of a document's tables."""
    return [[cell.strip() for cell in line.strip("| \n").split("|")] for line in path.read_text().splitlines() if line.startswith("|")]


def named(cells):
    return re.findall(r"`([a-z-]+)`", cells[0])


def units():
    """Per function: reads, writes, units at most."""
    return {
        name: tuple(map(int, cells[2:5]))
        for cells in rows(DOCS / "data-model.md")
        if len(cells) == 5 and all(cell.isdigit() for cell in cells[2:5])
        for name in named(cells)
    }


def cpu():
    """Per function: CPU milliseconds of a warm call, by the column's name."""
    found, column = {}, None
    for cells in rows(DOCS / "performance.md"):
        if "warm CPU ms" in cells and cells[0] == "function":
            column = cells.index("warm CPU ms")
        elif column and len(cells) > column and named(cells) and re.fullmatch(r"[\d.]+", cells[column]):
            found |= {name: float(cells[column]) for name in named(cells) if name not in REFUSED}
        elif not re.fullmatch(r"-+", cells[0]):
            column = None
    return found


def main():
    table, measured = units(), cpu()
    dearest = max(measured.values())
    print(f"A round trip takes {ROUND_TRIP_MS:g} ms (assumed). CPU ms: measured; * is the most of those that were.\n")
    print("| call | reads | writes | units at most | CPU ms | Lambda ms | table | Lambda | sum |")
    print("|---|---|---|---|---|---|---|---|---|")
    for name in ROWS:
        if name not in table:
            sys.exit(f"docs/data-model.md has no row for {name}")
        reads, writes, most = table[name]
        hashes = name in HASHES
        used = measured.get(name, dearest) + (HASH_MS if hashes else 0)
        memory = HASH_MEMORY if hashes else MEMORY
        ms = used * MB_PER_CORE / memory + (reads + writes) * ROUND_TRIP_MS
        # A read of little is one unit at most; where something is written, the rest is.
        read_units = min(most, reads) if writes else most
        dynamo = read_units * READ_UNIT + (most - read_units) * WRITE_UNIT
        compute = LAMBDA + ms / 1000 * memory / 1024 * GB_SECOND * 1e6
        total = HTTP_API + LOGS_AND_TRACES + dynamo + compute
        mark = "" if name in measured else "*"
        print(f"| `{name}` | {reads} | {writes} | {most} | {used:.2f}{mark} | {ms:.1f} | {dynamo:.2f} | {compute:.2f} | **{total:.2f}** |")


if __name__ == "__main__":
    main()
