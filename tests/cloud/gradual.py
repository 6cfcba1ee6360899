"""A gradual deployment, as CodeDeploy does it: a new version gets a share of the calls, then all of them; or none again.

What the emulator carries: versions, the alias `live` that everything calls, its weights, and that a call reaches the version
that the alias names. Gaps: it has no CodeDeploy, so the alias is moved here by the same calls that CodeDeploy makes; and it
keeps an alias's weights without dividing the calls by them.
"""

from main_job import Failed, same, send

NAME, PATH, ALIAS = "system-health", "/v1/health", "live"


class Gradual:
    def __init__(self, emulator, deployment):
        self.api, self.function = deployment.public, deployment.functions[NAME]
        self.awslambda = emulator.client("lambda")

    def alias(self):
        found = self.awslambda.get_alias(FunctionName=self.function, Name=ALIAS)
        return found["FunctionVersion"], found.get("RoutingConfig", {}).get("AdditionalVersionWeights", {})

    def move(self, version, weights):
        routing = {"AdditionalVersionWeights": weights}
        self.awslambda.update_alias(FunctionName=self.function, Name=ALIAS, FunctionVersion=version, RoutingConfig=routing)
        same(self.alias(), (version, weights), "where the alias points")

    def publish(self):
        """A version that can be told from outside: its answers say what they cost the table."""
        variables = self.awslambda.get_function_configuration(FunctionName=self.function)["Environment"]["Variables"]
        environment = {"Variables": variables | {"SERVER_TIMING": "1"}}
        self.awslambda.update_function_configuration(FunctionName=self.function, Environment=environment)
        return self.awslambda.publish_version(FunctionName=self.function)["Version"]

    def answers(self, new, calls=5):
        """Who answers, by the API: the new version or the old one."""
        for _ in range(calls):
            status, headers, _ = send("GET", self.api + PATH)
            same(status, 200, "a call while it is deployed")
            if bool(headers.get("server-timing")) != new:
                raise Failed(f"the {'old' if new else 'new'} version answered")

    def run(self):
        old, _ = self.alias()
        self.answers(new=False)
        new = self.publish()
        if new == old:
            raise Failed(f"the alias is at {old} already")
        self.answers(new=False)  # published is not deployed
        self.move(old, {new: 0.1})
        self.move(new, {})
        self.answers(new=True)
        # The alarm of the function: back at once.
        self.move(old, {})
        self.answers(new=False)
        print(f"        version {old} → 10 % of {new} → {new} → {old}; the emulator keeps weights, and divides no calls by them")
