//! The stacks of the project itself, as `cargo xtask generate` writes them.

use serde_json::Value;
use std::path::Path;
use xtask::template::Template;
use xtask::tree::Tree;

fn project() -> Tree {
    Tree::new(Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap())
}

fn domains() -> Vec<(String, Template)> {
    let templates = Template::all(&project()).unwrap();
    let of_functions: Vec<_> = templates
        .into_iter()
        .filter(|(file, _)| file.starts_with("infra/functions/"))
        .collect();
    assert!(of_functions.len() > 10);
    of_functions
}

/// Every function of all stacks: the stack, and what the function's ids begin with.
fn functions(stacks: &[(String, Template)]) -> Vec<(&Template, &str)> {
    let mut found = Vec::new();
    for (_, stack) in stacks {
        let ids = stack.of_type("AWS::Serverless::Function").map(|(id, _)| id);
        found.extend(ids.filter_map(|id| Some((stack, id.strip_suffix("Function")?))));
    }
    found
}

/// Following calls goes deep: a test's own stack is too small.
#[test]
fn what_is_checked_in_follows_from_the_declarations() {
    let thread = std::thread::Builder::new().stack_size(512 * 1024 * 1024);
    let check = thread.spawn(|| {
        let differing = xtask::generate::differences(&project()).unwrap();
        let files: Vec<String> = differing.into_iter().map(|(file, _)| file).collect();
        assert_eq!(files, Vec::<String>::new(), "run cargo xtask generate");
    });
    check.unwrap().join().unwrap();
}

/// Whatever calls a function calls its alias. Otherwise a new version would take all calls at once.
#[test]
fn nothing_calls_a_function_but_by_its_alias() {
    let stacks = domains();
    for (stack, stem) in functions(&stacks) {
        let alias = format!("{stem}Live");
        assert_eq!(stack.resource(&alias)["Properties"]["Name"], "live", "{stem}");
        let called = |id: String, property: &str| {
            let value = &stack.resource(&id)["Properties"][property];
            assert!(
                value.is_null() || value.to_string().contains(&alias.to_string()),
                "{id}: {property} is {value}"
            );
            !value.is_null()
        };
        let ways = [
            called(format!("{stem}Integration"), "IntegrationUri")
                && called(format!("{stem}Permission"), "FunctionName"),
            called(format!("{stem}Source"), "FunctionName"),
            called(format!("{stem}Schedule"), "Target"),
        ];
        let triggered = ways.iter().filter(|way| **way).count();
        let manual = stack.resource(&format!("{stem}Route")).is_null() && triggered == 0;
        assert!(triggered == 1 || manual, "{stem}: {ways:?}");
        let events = &stack.resource(&format!("{stem}Function"))["Properties"]["Events"];
        assert!(events.is_null(), "{stem}: SAM's events call the function itself");
    }
}

/// A version that is published without anything new in the function is refused, and one whose description stays is not
/// published at all.
#[test]
fn each_release_publishes_every_function() {
    for (file, _) in domains() {
        let globals = xtask::template::globals(&project(), &file).unwrap();
        assert_eq!(
            globals["Environment"]["Variables"]["RELEASE"]["Ref"], "Release",
            "{file}"
        );
        assert_eq!(
            globals["LoggingConfig"]["LogGroup"]["Ref"], "FunctionLogs",
            "{file}"
        );
    }
    let stacks = domains();
    for (stack, stem) in functions(&stacks) {
        let version = &stack.resource(&format!("{stem}Version"))["Properties"];
        assert_eq!(version["Description"]["Ref"], "Release", "{stem}");
        let alias = &stack.resource(&format!("{stem}Live"));
        let version = format!("{stem}Version");
        assert_eq!(
            alias["Properties"]["FunctionVersion"]["Fn::GetAtt"][0],
            version.as_str()
        );
    }
}

/// The alarm counts the failures of the new version alone: those of the old one would stop the mend of what fails.
#[test]
fn a_new_version_is_taken_back_by_its_own_failures() {
    let stacks = domains();
    for (stack, stem) in functions(&stacks) {
        let alarm = stack.resource(&format!("{stem}Errors"));
        let dimensions = alarm["Properties"]["Dimensions"].to_string();
        assert!(dimensions.contains("ExecutedVersion") && dimensions.contains(&format!("{stem}Version")));
        let group = stack.resource(&format!("{stem}Deployment"));
        assert_eq!(
            group["Properties"]["AlarmConfiguration"]["Alarms"][0]["Name"]["Ref"],
            format!("{stem}Errors").as_str()
        );
        for resource in [alarm, group] {
            assert_eq!(resource["Condition"], "IsGradual");
        }
        let policy = &stack.resource(&format!("{stem}Live"))["UpdatePolicy"]["Fn::If"];
        assert_eq!(policy[0], "IsGradual");
        let named = &policy[1]["CodeDeployLambdaAliasUpdate"]["DeploymentGroupName"]["Ref"];
        assert_eq!(*named, format!("{stem}Deployment").as_str());
    }
}

/// The actions and the resources of a role's statements; those of a condition as their first branch.
fn statements(role: &Value) -> Vec<&Value> {
    let all = role["Properties"]["Policies"][0]["PolicyDocument"]["Statement"].as_array();
    let plain = |statement: &'_ Value| !statement["Fn::If"].is_null();
    all.into_iter()
        .flatten()
        .map(|statement| {
            if plain(statement) {
                &statement["Fn::If"][1]
            } else {
                statement
            }
        })
        .collect()
}

/// Everything by name, apart from what belongs to nothing that has a name.
#[test]
fn no_role_reaches_further_than_its_function() {
    let nameless = ["xray:", "ec2:", "dynamodb:ListStreams"];
    let stacks = domains();
    for (stack, stem) in functions(&stacks) {
        let role = stack.resource(&format!("{stem}Role"));
        assert!(role["Properties"]["ManagedPolicyArns"].is_null(), "{stem}");
        for statement in statements(role) {
            let actions = statement["Action"].to_string();
            assert!(!actions.contains('*'), "{stem}: {actions}");
            if statement["Resource"] == "*" {
                assert!(
                    nameless.iter().any(|known| actions.contains(known)),
                    "{stem}: {actions}"
                );
            }
        }
    }
}

/// The function that looks at hostile files: what it takes over must open no door.
#[test]
fn who_looks_at_hostile_files_may_touch_files_alone() {
    let template = Template::read(&project(), "infra/functions/files.yaml").unwrap();
    let statements = statements(template.resource("FilesOnUploadedRole"));
    assert!(statements.len() > 5);
    for statement in &statements {
        let actions = statement["Action"].to_string();
        if actions.contains("dynamodb:") {
            let keys = &statement["Condition"]["ForAllValues:StringLike"]["dynamodb:LeadingKeys"];
            let keys: Vec<&str> = keys
                .as_array()
                .unwrap()
                .iter()
                .filter_map(Value::as_str)
                .collect();
            // Of a person it may only ask whether the account is in use.
            let known: &[&str] = match actions.contains("ConditionCheckItem") {
                true => &["FILE#*", "OUTBOX#*", "USER#*"],
                false => &["FILE#*", "OUTBOX#*"],
            };
            assert!(
                !keys.is_empty() && keys.iter().all(|key| known.contains(key)),
                "{actions} {keys:?}"
            );
        }
    }
    let text = serde_json::to_string(&statements).unwrap();
    assert!(!text.contains("secretsmanager"), "it needs no secret");
    assert_eq!(text.matches("sqs:ReceiveMessage").count(), 1);
    assert!(!text.contains("sqs:SendMessage"), "it sends nothing");
}
