"""Names that are given, not made up by CloudFormation, fit their services for every stage and region, and are told apart."""

import re
import unittest

from common import ROOT, load, resources, templates

# What stands for the longest values: the longest region, an account, and a Stage as long as its pattern allows.
REGION, ACCOUNT = "ap-southeast-1", "123456789012"

# The property that names a resource, and the service's limit.
NAMES = {
    "AWS::S3::Bucket": ("BucketName", 63),
    "AWS::SQS::Queue": ("QueueName", 80),
    "AWS::Lambda::Function": ("FunctionName", 64),
    "AWS::Serverless::Function": ("FunctionName", 64),
    "AWS::DynamoDB::GlobalTable": ("TableName", 255),
    "AWS::SNS::Topic": ("TopicName", 256),
    "AWS::Logs::LogGroup": ("LogGroupName", 512),
    "AWS::Logs::DeliverySource": ("Name", 60),
    "AWS::Logs::DeliveryDestination": ("Name", 60),
    "AWS::CloudFront::Function": ("Name", 64),
    "AWS::CloudFront::OriginAccessControl": ("Name", 64),
    "AWS::CloudFront::ResponseHeadersPolicy": ("ResponseHeadersPolicyConfig.Name", 128),
    "AWS::WAFv2::WebACL": ("Name", 128),
    "AWS::Scheduler::Schedule": ("Name", 64),
    "AWS::Backup::BackupVault": ("BackupVaultName", 50),
    "AWS::Backup::BackupPlan": ("BackupPlan.BackupPlanName", 50),
    "AWS::CloudWatch::Dashboard": ("DashboardName", 255),
    "AWS::ElastiCache::ServerlessCache": ("ServerlessCacheName", 40),
    "AWS::ECR::Repository": ("RepositoryName", 256),
    "AWS::ApiGatewayV2::Api": ("Name", 128),
    "AWS::SES::ConfigurationSet": ("Name", 64),
    "AWS::Budgets::Budget": ("Budget.BudgetName", 100),
    "AWS::CodeDeploy::Application": ("ApplicationName", 100),
    "AWS::CloudWatch::Alarm": ("AlarmName", 255),
    "AWS::IAM::Role": ("RoleName", 64),
    "AWS::IAM::ManagedPolicy": ("ManagedPolicyName", 128),
    "AWS::Events::Rule": ("Name", 64),
}


def longest_stage():
    """The longest Stage that both stacks take, by their own pattern."""
    patterns = {name: content["Parameters"]["Stage"]["AllowedPattern"] for name, content in templates().items()
                if "AllowedPattern" in content.get("Parameters", {}).get("Stage", {})}
    assert set(patterns) == {"template.yaml", "infra/edge.yaml"} and len(set(patterns.values())) == 1, patterns
    (pattern,) = set(patterns.values())
    fits = [length for length in range(1, 64) if re.fullmatch(pattern, "a" * length)]
    return "a" * max(fits)


def filled(name):
    """A name as it is at its longest; nothing if it is made up of something else."""
    text = name.get("Fn::Sub") if isinstance(name, dict) else name
    if not isinstance(text, str):
        return None
    for variable, value in {"Stage": longest_stage(), "AWS::AccountId": ACCOUNT, "AWS::Region": REGION}.items():
        text = text.replace(f"${{{variable}}}", value)
    return None if "${" in text else text


def named():
    """Every name that a template gives: file, id, type, the name at its longest."""
    for file, id, resource in resources():
        path, _ = NAMES.get(resource["Type"], ("", 0))
        name = resource.get("Properties", {})
        for part in path.split("."):
            name = name.get(part) if isinstance(name, dict) and part else None
        if name is not None:
            yield file, id, resource["Type"], filled(name)


class Names(unittest.TestCase):
    def test_none_is_too_long(self):
        found = list(named())
        self.assertGreater(len(found), 20)
        longest = {}
        for file, id, kind, name in found:
            self.assertIsNotNone(name, f"{file}, {id}: what is this name made of?")
            limit = NAMES[kind][1]
            self.assertLessEqual(len(name), limit, f"{file}, {id}: {name}")
            longest[kind] = max(longest.get(kind, ""), name, key=len)
        # One more letter in Stage would be too many for some of them: the cap is there for a reason.
        self.assertEqual(len(longest_stage()), 12)
        self.assertLessEqual(len(longest["AWS::S3::Bucket"]), 63)

    def test_every_property_that_names_is_known_here(self):
        for file, id, resource in resources():
            given = {key for key in resource.get("Properties", {}) if re.fullmatch(r"\w*Name", key)}
            kind = resource["Type"]
            # These name something else than the resource.
            given -= {"StageName", "FunctionName", "LogGroupName", "PolicyName", "MetricName", "ServiceName", "DeliverySourceName",
                      "DomainName", "EventSourceName", "ConfigurationSetName", "ApplicationName", "TableName", "DeploymentConfigName"}
            # An alias has its function's name before it.
            if given and kind != "AWS::Lambda::Alias":
                self.assertIn(kind, NAMES, f"{file}, {id}: {sorted(given)}")

    def test_two_stages_in_one_account_do_not_collide(self):
        for file, id, kind, name in named():
            if file != "infra/images.yaml":  # one for the account
                self.assertIn(longest_stage(), name, f"{file}, {id} says nothing of its stage")

    def test_samconfig_names_stages_that_fit(self):
        from common import stages

        pattern = load(ROOT / "template.yaml")["Parameters"]["Stage"]["AllowedPattern"]
        for given in stages().values():
            self.assertRegex(given["Stage"], f"^{pattern}$")


if __name__ == "__main__":
    unittest.main()
