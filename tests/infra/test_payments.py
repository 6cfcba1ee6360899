"""docs/payments.md says of money what the code does: events, keys, accounts, movements, states, lines of the log."""

import collections
import json
import re
import subprocess
import sys
import unittest

from common import OPERATIONS, ROOT
from test_alarms import alarms, needing_a_person

PAYMENTS = (ROOT / "docs" / "payments.md").read_text()
WORKER = (ROOT / "functions" / "payments" / "src" / "worker.rs").read_text()
LEDGER = (ROOT / "shared" / "payments" / "src" / "ledger.rs").read_text()
GATEWAYS = [ROOT / "shared" / "payments" / "src" / "gateway.rs", ROOT / "shared" / "stripe" / "src" / "gateway.rs"]


def section(title, text=PAYMENTS):
    """What stands below a heading, up to the next one that is not below it."""
    level, _ = title.split(" ", 1)
    begin = text.index(f"\n{title}\n") + len(title) + 2
    end = re.search(rf"^#{{1,{len(level)}}} ", text[begin:], re.M)
    return text[begin : begin + end.start()] if end else text[begin:]


def rows(text, head):
    """The rows of the table with this first cell in its head, as lists of cells."""
    lines = text[text.index(f"| {head} |") :].splitlines()[2:]
    for line in lines:
        if not line.startswith("|"):
            return
        yield [cell.strip() for cell in line.strip("|").split("|")]


def quoted(text):
    return re.findall(r"`([^`]+)`", text)


def events():
    return [quoted(row[0])[0] for row in rows(section("### What each event does"), "event")]


def arms():
    """The kinds of events that the worker matches: whole, and by how they begin."""
    body = WORKER[WORKER.index("async fn look(") :].split("\nasync fn ")[0]
    begins = set(re.findall(r'starts_with\("([^"]+)"\)', body))
    return set(re.findall(r'"([a-z_]+(?:\.[a-z_]+)+)"', body)) - begins, begins


class Events(unittest.TestCase):
    def test_each_is_matched_by_the_worker_and_each_match_is_written_down(self):
        whole, begins = arms()
        self.assertTrue(whole and begins)
        for event in events():
            self.assertTrue(event in whole or event.startswith(tuple(begins)), f"the worker leaves {event} alone")
        text = section("### What each event does")
        for kind in whole | {f"{begin}…" for begin in begins}:
            self.assertIn(f"`{kind}`", text, "the table and what stands below it name what the worker matches")
        self.assertEqual(len(events()), len(set(events())))

    def test_the_manual_and_the_pass_subscribe_to_the_same(self):
        manual = OPERATIONS.read_text()
        endpoints = {row[0]: quoted(row[1]) for row in rows(manual, "endpoint listens to")}
        self.assertEqual(endpoints.pop("connected accounts"), ["account.updated"])
        self.assertEqual(set(events()), {"account.updated"}.union(*endpoints.values()))
        listened = re.sub(r"\\\n\s*", "", section("### Before")).split("--events ")[1].splitlines()[0]
        self.assertEqual(set(listened.split(",")), set(events()))


class Ledger(unittest.TestCase):
    def test_every_movement_and_account_is_written_down(self):
        made = LEDGER.split("#[cfg(test)]")[0]
        causes = set(re.findall(r'Self::(?:new|of_some)\(\s*"([a-z_]+)"', made))
        text = section("## The ledger")
        self.assertEqual({quoted(row[0])[0] for row in rows(text, "cause")}, causes)
        accounts = set(re.findall(r'=> (?:format!\()?"([a-z_]+(?::\{\w+\})?)"', made))
        self.assertEqual({quoted(row[0])[0] for row in rows(text, "account")}, accounts)

    def test_the_example_comes_to_zero_and_leaves_the_fee(self):
        sums = collections.Counter()
        for number, _, *sides in rows(section("### An example"), "#"):
            moved = collections.Counter()
            for side, sign in zip(sides, (1, -1)):
                for account, units, cents in re.findall(r"`(\w+)` (\d+)\.(\d\d)", side):
                    moved[account] += sign * int(units + cents)
            self.assertTrue(moved)
            self.assertEqual(sum(moved.values()), 0, number)
            sums.update(moved)
        self.assertEqual({account: left for account, left in sums.items() if left}, {"stripe_clearing": 347, "stripe_fees": 320, "fee_revenue": -667})

    def test_the_check_finds_a_chain_whole_and_what_was_changed(self):
        script = re.search(r"<<'PY'\n(.*?)\nPY\n", section("### Checking one by hand"), re.S).group(1)
        example = json.loads((ROOT / "shared" / "payments" / "tests" / "chain.json").read_text())

        def check(page):
            # As the shell hands it over: the script on standard input, the answer in a file.
            command = [sys.executable, "-c", script, page["contractId"], "/dev/stdin"]
            return subprocess.run(command, input=json.dumps(page), capture_output=True, text=True, timeout=60)

        whole = check(example)
        self.assertEqual(whole.returncode, 0, whole.stderr)
        self.assertIn("3 entries, none changed", whole.stdout)
        self.assertIn("fee_revenue -50.00", whole.stdout)
        example["items"][1]["entries"][0]["amount"] += 1
        example["items"][1]["entries"][1]["amount"] -= 1
        self.assertIn("entry 2 was changed", check(example).stderr)
        example["items"].pop()
        self.assertNotEqual(check(example).returncode, 0)


class Words(unittest.TestCase):
    def test_every_key_is_written_down(self):
        code = "".join(path.read_text() for path in GATEWAYS)
        made = {re.sub(r"\{.*", "", key) for key in re.findall(r'format!\("((?:acct|fund|xfer|refund)[^"]*)"', code)}
        written = [quoted(row[2]) for row in rows(section("### At Stripe"), "object")]
        self.assertEqual({re.sub(r"\{.*", "", keys[0]) for keys in written if keys}, made)

    def test_every_state_of_money_is_written_down(self):
        code = (ROOT / "shared" / "domain" / "src" / "funds.rs").read_text()
        names = re.findall(r"^        (\w+),$", code[code.index("FundsStatus {") :].split("    }\n")[0], re.M)
        states = {re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower() for name in names}
        self.assertEqual({state for row in rows(section("## The flow"), "state") for state in quoted(row[0])}, states)

    def test_it_says_what_to_do_about_each_line_and_names_real_alarms(self):
        table = [row[0] for row in rows(section("## What can fail"), "symptom, log line or alarm")]
        named = {word for cell in table for word in quoted(cell)}
        lines = {message for path, _, message in needing_a_person() if path.startswith(("functions/payments/", "functions/disputes/"))}
        self.assertEqual(lines - named, set())
        self.assertEqual({word for word in named if re.fullmatch(r"[A-Z]\w+", word)} - set(alarms()), set())

    def test_every_kind_of_the_queue_is_written_down(self):
        code = (ROOT / "shared" / "api" / "src" / "stuck.rs").read_text()
        kinds = re.findall(r"^    ([A-Z]\w+),$", code[code.index("pub enum StuckKind") :], re.M)
        written = {quoted(row[0])[0] for row in rows(section("## The admins' queue"), "kind")}
        self.assertEqual(written, {re.sub(r"(?<!^)(?=[A-Z])", "_", kind).lower() for kind in kinds})


if __name__ == "__main__":
    unittest.main()
