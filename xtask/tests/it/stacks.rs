//! The stacks of the project itself, as `cargo xtask stacks` writes them.

use serde_json::Value;
use std::path::Path;
use xtask::generate;
use xtask::template::Template;
use xtask::tidy::estimate;
use xtask::tree::Tree;

/// What the whole product will have: `docs/api.md`'s endpoints of today, and as many again.
const PLANNED_IN_A_DOMAIN: usize = 30;
/// No stack may hold more. CloudFormation takes 500.
const MOST: usize = 400;

/// Following calls goes deep: a test's own stack is too small.
fn deep(work: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(512 * 1024 * 1024);
    thread.spawn(work).unwrap().join().unwrap();
}

fn written() -> tempfile::TempDir {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let folder = tempfile::tempdir().unwrap();
    generate::stacks(root, folder.path()).unwrap();
    folder
}

#[test]
fn no_stack_comes_near_cloudformations_limit() {
    deep(|| {
        let folder = written();
        let tree = Tree::new(folder.path());
        let domains = tree.files("infra/functions", &[".yaml"]).unwrap();
        assert!(domains.len() > 10, "{domains:?}");
        for file in domains {
            let template = Template::read(&tree, &file).unwrap();
            let (count, functions) = (estimate(&template), template.functions().count());
            let each = count.div_ceil(functions);
            assert!(
                count <= MOST && each * PLANNED_IN_A_DOMAIN <= MOST,
                "{file}: {count}, {each} for each function"
            );
        }
        for file in ["infra/functions.yaml", "infra/queues.yaml"] {
            assert!(estimate(&Template::read(&tree, file).unwrap()) <= MOST, "{file}");
        }
    });
}

/// The function that looks at hostile files: what it takes over must open no door.
#[test]
fn who_looks_at_hostile_files_may_touch_files_alone() {
    deep(|| {
        let folder = written();
        let tree = Tree::new(folder.path());
        let template = Template::read(&tree, "infra/functions/files.yaml").unwrap();
        let (_, role) = template
            .of_type("AWS::IAM::Role")
            .find(|(id, _)| *id == "FilesOnUploadedRole")
            .unwrap();
        let statements = role["Policies"][0]["PolicyDocument"]["Statement"]
            .as_array()
            .unwrap();
        assert!(role["ManagedPolicyArns"].is_null());
        for statement in statements {
            let actions = statement["Action"].to_string();
            if statement["Resource"] == "*" {
                assert!(
                    actions.contains("xray:") && !actions.contains("dynamodb"),
                    "{actions}"
                );
            }
            if actions.contains("dynamodb:") {
                let keys = &statement["Condition"]["ForAllValues:StringLike"]["dynamodb:LeadingKeys"];
                let keys: Vec<&str> = keys
                    .as_array()
                    .unwrap()
                    .iter()
                    .filter_map(Value::as_str)
                    .collect();
                let known = ["FILE#*", "OUTBOX#*", "USER#*"];
                assert!(
                    !keys.is_empty() && keys.iter().all(|key| known.contains(key)),
                    "{actions} {keys:?}"
                );
            }
        }
        let text = serde_json::to_string(statements).unwrap();
        assert!(!text.contains("secretsmanager"), "it needs no secret");
        assert_eq!(text.matches("sqs:ReceiveMessage").count(), 1);
    });
}
