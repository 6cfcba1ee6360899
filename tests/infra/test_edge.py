"""The edge, the settings of each stage and the client's policy name the same addresses."""

import json
import re
import unittest

from common import EDGE, ROOT, commands, load, stages


def policy(text):
    return {name: set(sources) for name, *sources in (part.split() for part in text.split(";"))}


def edge_parameters():
    """What the manual gives prod's edge."""
    line = next(line for line in commands() if "infra/edge.yaml" in line)
    return dict(re.findall(r"(\w+)=([\w.@-]+)", line))


class Edge(unittest.TestCase):
    def setUp(self):
        self.edge = load(EDGE)
        headers = self.edge["Resources"]["Headers"]["Properties"]["ResponseHeadersPolicyConfig"]
        self.csp = headers["SecurityHeadersConfig"]["ContentSecurityPolicy"]["ContentSecurityPolicy"]["Fn::Sub"]

    def csp_of(self, domain, files):
        return policy(self.csp.replace("${Domain}", domain).replace("${FilesDomain}", files))

    def test_the_policy_allows_what_each_stage_sends_browsers_to(self):
        for stage, given in stages().items():
            if not given.get("PublicUrl", "").startswith("https://"):
                continue  # not behind an edge
            with self.subTest(stage):
                domain = given["PublicUrl"].removeprefix("https://")
                files = given["FilesUrl"].removeprefix("https://")
                allowed = self.csp_of(domain, files)
                self.assertIn(given["FilesUrl"], allowed["connect-src"], "uploads")
                self.assertIn(given["FilesUrl"], allowed["img-src"], "pictures and previews")
                self.assertIn(given["FilesUrl"], allowed["media-src"], "film and sound of a portfolio")
                socket, path = re.fullmatch(r"(wss://[^/]+)(/.*)", given["SocketUrl"]).groups()
                self.assertIn(socket, allowed["connect-src"], "live updates")
                self.assertEqual(socket, f"wss://{domain}")
                self.assertEqual(path, "/ws")

    def test_what_the_api_answers_is_kept_by_token_and_for_seconds(self):
        behaviours = self.edge["Resources"]["Distribution"]["Properties"]["DistributionConfig"]["CacheBehaviors"]
        api = next(one for one in behaviours if one["PathPattern"] == "/v1/*")
        self.assertEqual(api["CachePolicyId"], {"Ref": "Answers"})
        kept = self.edge["Resources"]["Answers"]["Properties"]["CachePolicyConfig"]
        self.assertEqual((kept["MinTTL"], kept["DefaultTTL"]), (0, 0), "nothing is kept that does not say so")
        self.assertLessEqual(kept["MaxTTL"], 60)
        key = kept["ParametersInCacheKeyAndForwardedToOrigin"]
        self.assertIn("Authorization", key["HeadersConfig"]["Headers"])
        self.assertEqual(key["QueryStringsConfig"], {"QueryStringBehavior": "all"})
        self.assertTrue(key["EnableAcceptEncodingGzip"] and key["EnableAcceptEncodingBrotli"])

    def test_prod_has_the_addresses_of_its_edge(self):
        given, edge = stages()["prod"], edge_parameters()
        self.assertEqual(given["PublicUrl"], f"https://{edge['Domain']}")
        self.assertEqual(given["FilesUrl"], f"https://{edge['FilesDomain']}")
        self.assertEqual(given["Stage"], edge["Stage"])

    def test_apart_from_addresses_it_is_the_policy_of_make_run(self):
        source = (ROOT / "local" / "src" / "site.rs").read_text()
        local = re.search(r'CONTENT_SECURITY_POLICY: &str = "(.*?)";', source, re.S).group(1)
        local = policy(re.sub(r"\\\n\s*", "", local))
        edge = {name: {source for source in sources if "://" not in source} for name, sources in policy(self.csp).items()}
        self.assertEqual(edge, local)

    def test_each_address_has_the_same_page_as_in_make_run(self):
        named = re.search(r"painted = \[(.*?)\]", (ROOT / "web" / "build" / "painted.ts").read_text(), re.S).group(1)
        local = (ROOT / "local" / "src" / "site.rs").read_text()
        served = re.search(r"PAINTED: &\[&str\] = &\[(.*?)\];", local, re.S).group(1)
        code = self.edge["Resources"]["Pages"]["Properties"]["FunctionCode"]
        led = re.search(r"painted = \[(.*?)\]", code).group(1)
        paths = re.findall(r"'([^']+)'", named)
        self.assertEqual(re.findall(r'"([^"]+)"', served), paths)
        self.assertEqual(re.findall(r"'([^']+)'", led), paths)
        for text in (local, code):
            self.assertIn("/painted/tasks/any.html", text)

    def test_the_socket_stage_has_the_path_of_its_behaviour(self):
        root = load(ROOT / "template.yaml")
        stage = root["Resources"]["SocketStage"]["Properties"]["StageName"]
        behaviours = self.edge["Resources"]["Distribution"]["Properties"]["DistributionConfig"]["CacheBehaviors"]
        self.assertIn(f"/{stage}", [behaviour["PathPattern"] for behaviour in behaviours])

    def test_both_apis_are_told_that_it_is_the_edge(self):
        origins = self.edge["Resources"]["Distribution"]["Properties"]["DistributionConfig"]["Origins"]
        told = {}
        for origin in origins:
            headers = origin.get("OriginCustomHeaders", {}).get("Fn::If", [None, []])[1]
            told[origin["Id"]] = [header["HeaderName"] for header in headers]
        self.assertEqual(told["api"], ["x-origin-secret"])
        self.assertEqual(told["socket"], ["x-origin-secret"])

    def test_the_canary_reads_a_list_that_there_is(self):
        config = self.edge["Resources"]["Canary"]["Properties"]["HealthCheckConfig"]
        paths = json.loads((ROOT / "openapi.json").read_text())["paths"]
        self.assertIn("get", paths[config["ResourcePath"]])
        self.assertIn({}, paths[config["ResourcePath"]]["get"]["security"], "anybody may")
        self.assertEqual(config["SearchString"], '{"items":[')


if __name__ == "__main__":
    unittest.main()
