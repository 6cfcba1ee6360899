"""How a version of a function takes over from the one before: the aliases, the share of a canary, the way back.

WHAT THE EMULATOR DOES NOT CARRY: it knows no CodeDeploy, keeps an alias's weights but routes nothing by them, counts no errors
by alias or version, and its alarms look at no dimensions. So the stack is deployed with GradualDeployment=no, and `Canary` does
CodeDeploy's part with Lambda's and CloudWatch's own calls. What CodeDeploy itself is told (deployment group, alarm, canary, roll-back) is
held by cfn-lint and xtask/tests/it/stacks.rs, and has not been seen to work on AWS.
"""

import json
import secrets

import template
from edge import SECRET
from driver import Failed, same, wait_for

NAME = "users-get-me"
CALLS = 10


class Gradual:
    def __init__(self, emulator, deployment, job):
        self.emulator, self.deployment, self.person = emulator, deployment, job.client

    def moved(self, **settings):
        """Deploys, and finds every alias at another version than before."""
        before = self.deployment.aliases()
        self.deployment.update(**settings)
        after = self.deployment.aliases()
        left = sorted(name for name in before if int(after[name]) <= int(before[name]))
        if left or len(after) < 60:
            raise Failed(f"of {len(after)} aliases these have not moved: {left}")
        self.person.log_in()
        self.person.api.get("/v1/users/me", self.person.token)

    def release(self):
        self.moved(release="2")

    def parameter(self):
        """SAM's own versions would not have seen it."""
        self.moved(release="2", revision=secrets.token_hex(4))

    def taken_over(self):
        canary = Canary(self.emulator, self.deployment)
        canary.start()
        same(canary.errors(), 0, "the errors of the new version")
        same(canary.alarm(), "OK", "its alarm")
        self.answered()
        canary.finish()
        self.answered()
        same(canary.executed("live"), canary.new, "the version behind the alias")
        print("        not carried by the emulator: CodeDeploy, routing by weights, metrics by version; done in their place here")

    def taken_back(self):
        canary = Canary(self.emulator, self.deployment)
        canary.start(TOKEN_PUBLIC_KEYS="secretsmanager:proconnect/nowhere#publicKeys")
        same(canary.errors(), CALLS, "the errors of the new version")
        wait_for("the alarm", lambda: canary.alarm() == "ALARM", 30)
        canary.take_back()
        self.answered()
        same(canary.executed("live"), canary.old, "the version behind the alias")
        canary.mend()

    def answered(self):
        self.person.api.get("/v1/users/me", self.person.token)


class Canary:
    """CodeDeploy's part: a new version beside the old one, a share of the calls, the alarm of the template, forth or back."""

    def __init__(self, emulator, deployment):
        self.function = deployment.functions[NAME]
        self.awslambda, self.cloudwatch = emulator.client("lambda"), emulator.client("cloudwatch")
        self.usual = self.awslambda.get_function_configuration(FunctionName=self.function)["Environment"]["Variables"]
        self.old = self.point()["FunctionVersion"]

    def point(self, **to):
        """Moves the alias; answers where it points."""
        if to:
            self.awslambda.update_alias(FunctionName=self.function, Name="live", **to)
        return self.awslambda.get_alias(FunctionName=self.function, Name="live")

    def publish(self, **variables):
        environment = {"Variables": self.usual | {"RELEASE": secrets.token_hex(4)} | variables}
        self.awslambda.update_function_configuration(FunctionName=self.function, Environment=environment)
        return self.awslambda.publish_version(FunctionName=self.function)["Version"]

    def start(self, **variables):
        """A tenth of the calls is the new version's."""
        self.new = self.publish(**variables)
        weights = {"AdditionalVersionWeights": {self.new: 0.1}}
        point = self.point(FunctionVersion=self.old, RoutingConfig=weights)
        same((point["FunctionVersion"], point["RoutingConfig"]), (self.old, weights), "the alias of a canary")
        self.watch()

    def watch(self):
        """The alarm of the template, on what this test counts: see above."""
        id = f"{template.stem(template.ids()[NAME])}Errors"
        alarm = template.everywhere("AWS::CloudWatch::Alarm")[id]["Properties"]
        names = [dimension["Name"] for dimension in alarm["Dimensions"]]
        values = {"FunctionName": self.function, "Resource": f"{self.function}:live", "ExecutedVersion": self.new}
        same(names, list(values), "the dimensions of the alarm")
        self.dimensions = [{"Name": name, "Value": values[name]} for name in names]
        # One namespace for each canary, since the emulator's alarms look at no dimensions.
        self.namespace = f"{alarm['Namespace']}/{self.new}"
        fields = ("MetricName", "Statistic", "Period", "EvaluationPeriods", "Threshold", "ComparisonOperator", "TreatMissingData")
        self.cloudwatch.put_metric_alarm(
            AlarmName=id, Namespace=self.namespace, Dimensions=self.dimensions, **{field: alarm[field] for field in fields}
        )
        self.alarm_name, self.metric = id, alarm["MetricName"]

    def call(self, qualifier):
        event = json.loads((template.ROOT / "events" / f"{NAME}.json").read_text())
        event["headers"]["x-origin-secret"] = SECRET
        return self.awslambda.invoke(FunctionName=self.function, Qualifier=qualifier, Payload=json.dumps(event))

    def errors(self):
        """The new version's share of the calls, by its number; how many failed is what Lambda would count."""
        failed = 0
        for _ in range(CALLS):
            error = int("FunctionError" in self.call(self.new))
            failed += error
            data = {"MetricName": self.metric, "Dimensions": self.dimensions, "Value": error, "Unit": "Count"}
            self.cloudwatch.put_metric_data(Namespace=self.namespace, MetricData=[data])
        return failed

    def alarm(self):
        return self.cloudwatch.describe_alarms(AlarmNames=[self.alarm_name])["MetricAlarms"][0]["StateValue"]

    def executed(self, qualifier):
        return self.call(qualifier)["ExecutedVersion"]

    def finish(self):
        self.point(FunctionVersion=self.new, RoutingConfig={"AdditionalVersionWeights": {}})

    def take_back(self):
        point = self.point(FunctionVersion=self.old, RoutingConfig={"AdditionalVersionWeights": {}})
        if "RoutingConfig" in point:
            raise Failed(f"the new version still has a share: {point['RoutingConfig']}")

    def mend(self):
        """The function as it was before: a release that was taken back is no longer its code either."""
        self.awslambda.update_function_configuration(FunctionName=self.function, Environment={"Variables": self.usual})
