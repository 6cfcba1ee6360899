"""One click, followed by its cause through the logs of every function that it set off."""

import json

from deploy import log_group
from driver import Failed, wait_for


def lines_with(emulator, deployment, cause):
    """By function: how many lines of its log name the cause."""
    found = {}
    for name in deployment.functions:
        lines = [line for line in emulator.log_lines(log_group(name)) if cause in line]
        count = sum(cause_of(parsed(line)) == cause for line in lines)
        if count:
            found[name] = count
    return found


def parsed(line):
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def cause_of(line):
    """The cause of the call, or of the record, that a line belongs to."""
    return line.get("span", {}).get("cause")


# What an approval sets off: the endpoint itself, what hands its facts on, the payout, the mails about it.
APPROVAL = ("milestones-approve", "system-dispatch", "payments-worker", "notifications-email-worker")


def cause_of_approval(emulator, deployment):
    """The cause that milestones-approve logged, in the logs of all that followed."""
    own = [parsed(line) for line in emulator.log_lines(log_group(APPROVAL[0]))]
    causes = list(dict.fromkeys(cause_of(line) for line in own if cause_of(line) and line.get("status") == 200))
    if not causes:
        raise Failed(f"no line of {APPROVAL[0]} names its cause")

    # The same milestone approved twice pays once: the first click is the one that had consequences.
    def complete():
        traces = [lines_with(emulator, deployment, cause) for cause in causes]
        return next((trace for trace in traces if all(name in trace for name in APPROVAL)), None)

    trace = wait_for(f"a cause of {APPROVAL[0]} in the logs of {', '.join(APPROVAL[1:])}", complete, 60)
    for name, count in sorted(trace.items(), key=lambda pair: APPROVAL.index(pair[0]) if pair[0] in APPROVAL else 9):
        print(f"        {name:<40}{count:>3} lines")
