"""Packages `template.yaml` with its nested stacks as `sam package` would, and deploys it to the emulator."""

import base64
import json
import logging
import os
import re
import secrets
import subprocess
import time

import template
from edge import HASHES, SECRET
from emulator import REGION
from driver import Failed
from samtranslator.translator.transform import transform

STACK = "proconnect-test"
BUCKET = "proconnect-test-packages"
CAPABILITIES = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"]
WEBHOOK_SECRET = "whsec_cloud_stand_in"

def token_key(id):
    """A pair as docs/operations.md makes it: what signs, and what verifies."""
    openssl = lambda *arguments, key=b"": subprocess.run(["openssl", *arguments], input=key, capture_output=True, check=True).stdout
    private = openssl("genpkey", "-algorithm", "ed25519", "-outform", "DER")
    public = openssl("pkey", "-inform", "DER", "-pubout", "-outform", "DER", key=private)
    return tuple(f"{id}:{base64.b64encode(der).decode()}" for der in (private, public))


SIGNING_KEY, PUBLIC_KEY = token_key("k1")
EVIDENCE_KEY, EVIDENCE_PUBLIC_KEY = token_key("e1")

# What the operator keeps in Secrets Manager before the first deployment: the fields that the template asks for.
SECRETS = {
    "tokens": {"signingKeys": SIGNING_KEY},
    "verify": {"publicKeys": PUBLIC_KEY},
    "codes": {"codeSecret": secrets.token_urlsafe(32)},
    "tickets": {"ticketKey": token_key("t1")[0]},
    "evidence": {"signingKeys": EVIDENCE_KEY},
    "published": {"evidenceKeys": EVIDENCE_PUBLIC_KEY},
    "stripe": {"secretKey": "sk_test_local_cloud", "webhookSecrets": WEBHOOK_SECRET},
}


def log_group(name):
    """Where a function logs in the test."""
    return f"/proconnect-test/{name}"


def transformed(content):
    """Gap: the emulator does SAM's transform for the root alone; nested templates get it here, by SAM's own translator."""
    if content.pop("Transform", None) is None:
        return content
    os.environ.setdefault("AWS_DEFAULT_REGION", REGION)
    # It warns of figures that it sends to nobody.
    logging.getLogger("samtranslator").setLevel(logging.ERROR)
    return transform({"Transform": "AWS::Serverless-2016-10-31", **content}, {}, None)


def drop_unknown(resources):
    """Gap: the emulator knows no route responses of a WebSocket API: it sends every answer back. Nor does it know alarms on what
    is computed of several metrics."""
    for id in [id for id, resource in resources.items() if is_unknown(resource)]:
        del resources[id]


def is_unknown(resource):
    return resource["Type"] == "AWS::ApiGatewayV2::RouteResponse" or "Metrics" in resource.get("Properties", {})


class Deployment:
    """The deployed stack."""

    def __init__(self, emulator, archives, stripe_url, clamd):
        self.emulator, self.archives, self.stripe_url, self.clamd = emulator, archives, stripe_url, clamd
        self.cloudformation = emulator.client("cloudformation")
        self.s3 = emulator.client("s3")
        self.functions = {}  # the name that everybody uses -> the name that it was deployed under
        self.nested = {}  # templates of nested stacks -> the stacks
        self.physical = {}  # logical ids, of the stack and of those below -> physical names
        self.template = template.load(template.TEMPLATE)

    def package(self, path=template.TEMPLATE):
        """Uploads a template's functions and nested templates, then the template itself; answers its URL."""
        content = template.load(path)
        for function in template.resources(content, "AWS::Serverless::Function").values():
            self.package_function(function)
        drop_unknown(content["Resources"])
        for id, below in template.nested(content, path).items():
            properties = content["Resources"][id]["Properties"]
            properties["TemplateURL"] = self.package(below)
            if path == template.TEMPLATE:
                self.fill_socket_gaps(properties.get("Parameters", {}))
        content = transformed(content)
        key = f"{path.relative_to(template.ROOT).as_posix().replace('/', '-')}.json"
        self.s3.put_object(Bucket=BUCKET, Key=key, Body=json.dumps(content).encode())
        return f"https://s3.{REGION}.amazonaws.com/{BUCKET}/{key}"

    def package_function(self, function):
        properties, name = function["Properties"], function["Metadata"]["BuildProperties"]["Binary"]
        self.s3.upload_file(str(self.archives / f"{name}.zip"), BUCKET, f"{name}.zip")
        properties["CodeUri"] = f"s3://{BUCKET}/{name}.zip"
        # Gap: the emulator's log streams do not name their function, so each function gets a group of its own.
        properties["LoggingConfig"] = {"LogGroup": log_group(name)}
        # Gap: the emulator runs no images. This one's bootstrap is deployed as a zip, beside a clamd that runs already;
        # the image itself is built and run by scanner.py.
        if properties.pop("PackageType", None) == "Image":
            del properties["ImageUri"], function["IgnoreGlobals"]
            properties["Environment"]["Variables"]["CLAMD_ADDRESS"] = str(self.clamd)
        # Payments go to the stand-in, as they do for `make run`; the template knows of no stand-in.
        if "STRIPE_SECRET_KEY" in template.variables(function):
            properties["Environment"]["Variables"]["STRIPE_URL"] = self.stripe_url

    def fill_socket_gaps(self, variables):
        """Gap: the emulator has no DNS names, so the WebSocket API has another address than the template gives it."""
        for name, scheme in (("SocketUrl", "ws"), ("SocketCallbackUrl", "http")):
            if name in variables:
                variables[name] = {"Fn::Sub": self.emulator.api_url("${SocketApi}", scheme) + "/${SocketStage}"}

    def keep_secrets(self):
        """Keeps the secrets; names what the template asks for and nobody has thought of here."""
        texts = [path.read_text() for path, _ in template.stacks()]
        wanted = set(re.findall(r"secretsmanager:proconnect/\${Stage}/([\w-]+)#(\w+)", "\n".join(texts)))
        kept = {(name, field) for name, fields in SECRETS.items() for field in fields}
        if wanted != kept:
            raise Failed(f"the template's secrets are {sorted(wanted)}, those of the test {sorted(kept)}")
        manager = self.emulator.client("secretsmanager")
        for name, fields in SECRETS.items():
            manager.create_secret(Name=self.secret(name), SecretString=json.dumps(fields))
        # For whoever deploys; no function may read it.
        manager.create_secret(Name=self.secret("edge"), SecretString=json.dumps({"originSecret": SECRET}))

    def secret(self, name):
        """A secret's id in the stage that is deployed."""
        return f"proconnect/{self.template['Parameters']['Stage']['Default']}/{name}"

    def deploy(self):
        """Creates the stack and waits for it."""
        self.keep_secrets()
        self.s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
        self.emulator.client("ses").verify_email_identity(EmailAddress="hello@proconnect.example")
        self.cloudformation.create_stack(StackName=STACK, TemplateURL=self.package(), **self.settings())
        self.wait_for("CREATE_COMPLETE", STACK)
        stack = self.cloudformation.describe_stacks(StackName=STACK)["Stacks"][0]
        self.outputs = {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}
        self.find(STACK, template.TEMPLATE)

    def update(self, release, revision="0"):
        """Deploys another release, or the same with another ConfigRevision.

        Gap: when a nested stack is updated through its root, the emulator forgets the attributes of what stays as it is. So each stack
        of functions is updated by itself, with what the root would hand on.
        """
        handed_on = self.template["Resources"]["Functions"]["Properties"]["Parameters"]["Release"]["Fn::Sub"]
        value = handed_on.replace("${Release}", release).replace("${ConfigRevision}", revision)
        for path, stack in self.nested.items():
            if path.parent.name == "functions":
                self.update_one(path, stack, {"Release": value})

    def update_one(self, path, stack, changed):
        known = self.cloudformation.describe_stacks(StackName=stack)["Stacks"][0]["Parameters"]
        names = [parameter["ParameterKey"] for parameter in known]
        parameters = [
            {"ParameterKey": name, **({"ParameterValue": changed[name]} if name in changed else {"UsePreviousValue": True})} for name in names
        ]
        self.cloudformation.update_stack(
            StackName=stack, TemplateURL=self.package(path), Parameters=parameters, Capabilities=CAPABILITIES
        )
        self.wait_for("UPDATE_COMPLETE", stack)

    def settings(self):
        given = {
            # Gap: the emulator knows no selections of AWS Backup.
            "DailyBackup": "no",
            # Gap: there is no registry, and nobody looks there.
            "ScannerImage": "registry.example/scanner:none",
            # Gap: there is no CodeDeploy. gradual.py does its part.
            "GradualDeployment": "no",
            "ReservedConcurrency": "yes",
            "OriginHashes": HASHES,
            "Release": "1",
        }
        parameters = [{"ParameterKey": name, "ParameterValue": value} for name, value in given.items()]
        return {"Parameters": parameters, "Capabilities": CAPABILITIES}

    def wait_for(self, wanted, stack):
        end = time.monotonic() + 300
        while True:
            status = self.cloudformation.describe_stacks(StackName=stack)["Stacks"][0]["StackStatus"]
            if not status.endswith("_IN_PROGRESS"):
                break
            if time.monotonic() > end:
                raise Failed(f"{stack} is not complete within 300 s")
            time.sleep(0.5)
        if status != wanted:
            raise Failed(f"{stack}: {status}: {self.reasons() or self.emulator.tail(5)}")

    def aliases(self):
        """What each function's alias points at: its version's number."""
        client = self.emulator.client("lambda")
        return {name: client.get_alias(FunctionName=function, Name="live")["FunctionVersion"] for name, function in self.functions.items()}

    def reasons(self):
        """What failed, in the stack and in those below."""
        pages = self.cloudformation.get_paginator("describe_stacks").paginate()
        stacks = [stack["StackName"] for page in pages for stack in page["Stacks"]]
        events = [event for name in stacks for event in self.cloudformation.describe_stack_events(StackName=name)["StackEvents"]]
        return "; ".join(
            f"{event['LogicalResourceId']}: {event['ResourceStatusReason']}"
            for event in events
            if "FAILED" in event["ResourceStatus"] and event.get("ResourceStatusReason")
        )

    def find(self, stack, path):
        """Learns the physical names, in the stack and in those below."""
        content = template.load(path)
        pages = self.cloudformation.get_paginator("list_stack_resources").paginate(StackName=stack)
        summaries = [found for page in pages for found in page["StackResourceSummaries"]]
        physical = {found["LogicalResourceId"]: found["PhysicalResourceId"] for found in summaries}
        for id, function in template.resources(content, "AWS::Serverless::Function").items():
            self.functions[function["Metadata"]["BuildProperties"]["Binary"]] = physical[id]
        for id, below in template.nested(content, path).items():
            if id in physical:  # not where its condition says no
                self.nested[below] = physical.pop(id)
                self.find(self.nested[below], below)
        self.physical = self.physical | physical
        if path == template.TEMPLATE:
            self.api = self.emulator.api_url(physical["HttpApi"])
            self.routes = len(self.emulator.routes(physical["HttpApi"]))
