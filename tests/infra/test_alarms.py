"""Alarms watch what the code says and the data have; the manual knows each of them."""

import re
import unittest

from common import OPERATIONS, ROOT, load, resources

RUST = [path for folder in ("functions", "shared") for path in sorted((ROOT / folder).rglob("*.rs"))]
# A line of the log, with its fields and its message.
EVENT = re.compile(r"tracing::(error|warn|info)!\((.*?)\)\s*;", re.S)


def needing_a_person():
    """The messages of the code's log lines that somebody has to look at."""
    for path in RUST:
        for level, arguments in EVENT.findall(path.read_text()):
            if re.search(r"\bneeds_person\s*=\s*true\b", arguments):
                message = re.findall(r'"((?:[^"\\]|\\.)*)"', arguments)[-1]
                yield path.relative_to(ROOT).as_posix(), level, message


def filters():
    return {id: resource["Properties"] for _, id, resource in resources("AWS::Logs::MetricFilter")}


def alarms():
    """What tells people. The others tell CodeDeploy, while a new version takes over."""
    found = resources("AWS::CloudWatch::Alarm")
    return {id: (file, resource["Properties"]) for file, id, resource in found if resource.get("Condition") != "IsGradual"}


def named_in_manual():
    text = OPERATIONS.read_text()
    rows = [line.split("|")[1] for line in text[text.index("## Watch") :].splitlines() if line.startswith("| ")]
    return {name for row in rows for name in re.findall(r"`(\w+)`", row)}


class Alarms(unittest.TestCase):
    def test_what_needs_a_person_is_filtered_and_alarmed_at_once(self):
        (pattern,) = [found["FilterPattern"] for found in filters().values() if "needs_person" in found["FilterPattern"]]
        self.assertEqual(pattern, "{ $.needs_person IS TRUE }")
        _, alarm = alarms()["NeedsPerson"]
        self.assertEqual((alarm["Threshold"], alarm["EvaluationPeriods"], alarm["Period"]), (1, 1, 60))
        self.assertTrue(alarm["AlarmActions"])

    def test_the_manual_says_what_to_do_about_each(self):
        text = OPERATIONS.read_text()
        section = text[text.index("### What needs a person") :].split("\n##")[0]
        described = set(re.findall(r"^\| `(.+?)` \|", section, re.M))
        found = {message for _, _, message in needing_a_person()}
        self.assertTrue(found)
        self.assertEqual(described, found)

    def test_a_refused_payout_is_one_of_them(self):
        self.assertIn("a payout was refused", {message for _, _, message in needing_a_person()})

    def test_the_other_patterns_match_lines_that_are_written(self):
        log = "\n".join(path.read_text() for path in [*RUST, *(ROOT / "infra" / "scanner").glob("*.sh")])
        for id, found in filters().items():
            for message in re.findall(r'\$\.message = "([^"*]+)\*?"', found["FilterPattern"]):
                self.assertIn(message, log, id)

    def test_each_metric_of_our_own_is_made_by_a_filter(self):
        made = {transformation["MetricName"] for found in filters().values() for transformation in found["MetricTransformations"]}
        for id, (_, alarm) in alarms().items():
            if isinstance(alarm.get("Namespace"), dict):
                self.assertIn(alarm["MetricName"], made, id)

    def test_each_index_has_its_alarm(self):
        table = load(ROOT / "infra" / "data.yaml")["Resources"]["Table"]["Properties"]
        indexes = {index["IndexName"] for index in table["GlobalSecondaryIndexes"]}
        watched = set()
        for _, alarm in alarms().values():
            for metric in alarm.get("Metrics", []):
                for dimension in metric.get("MetricStat", {}).get("Metric", {}).get("Dimensions", []):
                    if dimension["Name"] == "GlobalSecondaryIndexName":
                        watched.add(dimension["Value"])
        self.assertEqual(watched, indexes)

    def test_each_tells_somebody_and_stands_in_the_manual(self):
        named = named_in_manual() | {"Gsi2Throttles", "Gsi3Throttles"}
        for id, (file, alarm) in alarms().items():
            self.assertTrue(alarm["AlarmActions"], id)
            self.assertIn(id, named, f"{file}: docs/operations.md does not say what to do")


    def test_mails_are_watched_before_ses_does(self):
        found = alarms()
        self.assertEqual((found["Bounces"][1]["MetricName"], found["Bounces"][1]["Threshold"]), ("Reputation.BounceRate", 0.04))
        self.assertEqual((found["Complaints"][1]["MetricName"], found["Complaints"][1]["Threshold"]), ("Reputation.ComplaintRate", 0.0008))


if __name__ == "__main__":
    unittest.main()
