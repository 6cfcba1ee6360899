"""The pipeline is made of files and stages that there are, and tests before it deploys, staging before prod."""

import re
import unittest

import yaml
from common import ROOT, stages

TEXT = (ROOT / ".github" / "workflows" / "deploy.yml").read_text()


class Pipeline(unittest.TestCase):
    def setUp(self):
        self.jobs = yaml.safe_load(TEXT)["jobs"]

    def test_it_tests_then_deploys_to_staging_then_to_prod(self):
        self.assertEqual(list(self.jobs), ["build", "staging", "prod"])
        self.assertEqual(self.jobs["staging"]["needs"], "build")
        self.assertEqual(self.jobs["prod"]["needs"], "staging")
        steps = [step.get("run", "") for step in self.jobs["build"]["steps"]]
        tested = next(place for place, run in enumerate(steps) if ".ci/run" in run)
        built = next(place for place, run in enumerate(steps) if "sam build" in run)
        self.assertLess(tested, built)

    def test_each_stage_is_one_of_samconfig_and_is_looked_at(self):
        for name in ("staging", "prod"):
            self.assertIn(name, stages())
            self.assertEqual(stages()[name]["Stage"], name)
            self.assertEqual(self.jobs[name]["environment"], name)
            runs = [step.get("run", "") for step in self.jobs[name]["steps"]]
            deployed = next(place for place, run in enumerate(runs) if "release.sh" in run)
            looked = next(place for place, run in enumerate(runs) if "smoke.py" in run)
            self.assertLess(deployed, looked)

    def test_what_it_runs_is_there(self):
        found = set(re.findall(r"(?:scripts|tests|\.ci)/[\w./-]+", TEXT))
        self.assertGreaterEqual(len(found), 6)
        for path in found:
            self.assertTrue((ROOT / path).is_file(), path)


if __name__ == "__main__":
    unittest.main()
