"""The firewall's rules: whom they count, and whom they leave alone."""

import json
import unittest

from common import EDGE, ROOT, load


def paths(statement):
    """The paths that a statement is about, and those that it is not about."""
    match statement:
        case {"ByteMatchStatement": byte_match}:
            return {(byte_match["PositionalConstraint"], byte_match["SearchString"])}, set()
        case {"NotStatement": {"Statement": inner}}:
            about, _ = paths(inner)
            return set(), about
        case {"AndStatement": {"Statements": parts}}:
            found = [paths(part) for part in parts]
            return set().union(*(about for about, _ in found)), set().union(*(not_about for _, not_about in found))
    raise AssertionError(f"no such statement is known here: {statement}")


def byte_matches(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "ByteMatchStatement":
                yield inner
            else:
                yield from byte_matches(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from byte_matches(inner)


class Firewall(unittest.TestCase):
    def setUp(self):
        self.resources = load(EDGE)["Resources"]
        rules = self.resources["Firewall"]["Properties"]["Rules"]
        self.rules = {rule["Name"]: rule for rule in sorted(rules, key=lambda rule: rule["Priority"])}
        self.order = list(self.rules)

    def test_each_has_a_place_of_its_own(self):
        priorities = [rule["Priority"] for rule in self.rules.values()]
        self.assertEqual(priorities, sorted(set(priorities)))

    def test_a_refresh_is_no_sign_in(self):
        scope = self.rules["sign-ins-per-address"]["Statement"]["RateBasedStatement"]["ScopeDownStatement"]
        about, not_about = paths(scope)
        self.assertEqual(about, {("STARTS_WITH", "/v1/auth/")})
        self.assertEqual(not_about, {("EXACTLY", "/v1/auth/refresh")})

    def test_stripe_is_let_in_before_any_rule_for_people(self):
        rule = self.rules["stripe-events"]
        self.assertEqual(rule["Action"], {"Allow": {}})
        about, _ = paths(rule["Statement"])
        ((constraint, path),) = about
        self.assertEqual(constraint, "EXACTLY")
        self.assertIn("post", json.loads((ROOT / "openapi.json").read_text())["paths"][path])
        for other in ("reputation", "known-bad-inputs", "sign-ins-per-address", "calls-per-address"):
            self.assertLess(self.order.index("stripe-events"), self.order.index(other))
        flood = self.rules["stripe-events-flood"]["Statement"]["RateBasedStatement"]
        self.assertEqual(paths(flood["ScopeDownStatement"]), (about, set()), "a flood is stopped, and nothing else")
        self.assertLess(self.order.index("stripe-events-flood"), self.order.index("stripe-events"))

    def test_paths_are_read_as_the_api_reads_them(self):
        found = list(byte_matches(self.resources["Firewall"]["Properties"]["Rules"]))
        self.assertTrue(found)
        for match in found:
            kinds = [each["Type"] for each in match["TextTransformations"]]
            self.assertEqual(kinds, ["URL_DECODE", "NORMALIZE_PATH"], match["SearchString"])

    def test_amazons_own_groups_block(self):
        names = set()
        for rule in self.rules.values():
            if group := rule["Statement"].get("ManagedRuleGroupStatement"):
                names.add(group["Name"])
                self.assertEqual(rule["OverrideAction"], {"None": {}})
        self.assertEqual(names, {"AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesKnownBadInputsRuleSet"})

    def test_logs_hold_no_secrets_and_nobody_who_did_nothing(self):
        logging = self.resources["FirewallLogging"]["Properties"]
        self.assertEqual(logging["LoggingFilter"]["DefaultBehavior"], "DROP")
        redacted = {next(iter(field)): field for field in logging["RedactedFields"]}
        self.assertIn("QueryString", redacted)
        for id in ("DistributionDelivery", "FilesDelivery"):
            fields = self.resources[id]["Properties"]["RecordFields"]
            for private in ("c-ip", "cs-uri-query", "cs(Cookie)", "cs(User-Agent)", "x-forwarded-for"):
                self.assertNotIn(private, fields)


if __name__ == "__main__":
    unittest.main()
