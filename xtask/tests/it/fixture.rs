//! A tree that is tidy and as small as can be: one domain, one HTTP function and one worker.

use std::fs;
use std::path::Path;
use tempfile::TempDir;

pub struct Fixture(TempDir);

const FILES: &[(&str, &str)] = &[
    (
        "Cargo.toml",
        "[workspace]\nmembers = [\"functions/*\", \"shared/*\", \"tests\"]\n",
    ),
    (
        "shared/domain/Cargo.toml",
        "[package]\nname = \"proconnect-domain\"\n",
    ),
    (
        "tests/Cargo.toml",
        "[package]\nname = \"proconnect-tests\"\n[dev-dependencies]\ntasks = {}\n",
    ),
    ("functions/tasks/Cargo.toml", MANIFEST),
    ("functions/tasks/src/lib.rs", LIBRARY),
    ("functions/tasks/src/create.rs", CREATE),
    ("functions/tasks/src/worker.rs", WORKER),
    (
        "functions/tasks/src/view.rs",
        "// Shared by the functions, and none itself.\n",
    ),
    (
        "functions/tasks/src/bin/tasks-create.rs",
        "fn main() { serve(tasks::create::FUNCTION) }\n",
    ),
    (
        "functions/tasks/src/bin/tasks-worker.rs",
        "fn main() { serve(tasks::worker::FUNCTION) }\n",
    ),
    (
        "shared/http/src/code.rs",
        "    NotFound = \"not_found\", NOT_FOUND;\n",
    ),
    (
        "docs/api.md",
        "| 404 | `not_found` |\n| POST | `/v1/tasks` | `tasks-create` |\n",
    ),
    ("template.yaml", TEMPLATE),
    ("infra/queues.yaml", QUEUES),
    ("infra/functions/tasks.yaml", STACK),
    ("events/tasks-create.json", r#"{"routeKey": "POST /v1/tasks"}"#),
    ("events/tasks-worker.json", r#"{"Records": []}"#),
    (
        "openapi.json",
        r#"{"paths": {"/v1/tasks": {"post": {"operationId": "tasksCreate"}}}}"#,
    ),
    ("tests/it/main.rs", "mod authorization;\nmod tasks;\n"),
    ("tests/it/authorization.rs", "mod tasks;\n"),
    ("tests/it/authorization/tasks.rs", ROWS),
    ("tests/it/tasks.rs", "mod create;\nmod worker;\n"),
    (
        "tests/it/tasks/create.rs",
        "#[tokio::test]\nasync fn works() {}\n",
    ),
    (
        "tests/it/tasks/worker.rs",
        "#[tokio::test]\nasync fn works() {}\n",
    ),
];

const CREATE: &str = r#"pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/tasks", handle);

pub async fn handle() {}
"#;

const WORKER: &str = r#"pub const FUNCTION: Function = proconnect_runtime::sqs!("tasks", handle, worst = 1);

pub async fn handle() {}
"#;

const MANIFEST: &str = r#"[package]
name = "tasks"

[[bin]]
name = "tasks-create"
path = "src/bin/tasks-create.rs"
test = false

[[bin]]
name = "tasks-worker"
path = "src/bin/tasks-worker.rs"
test = false

[dependencies]
proconnect-domain.workspace = true
"#;

const LIBRARY: &str = r#"pub mod create;
pub mod view;
pub mod worker;

pub const FUNCTIONS: &[Function] = &[
    create::FUNCTION,
    worker::FUNCTION,
];
"#;

const ROWS: &str = r#"fn rows() -> Vec<Row> {
    vec![
        row("tasks-create", "POST", "/v1/tasks", [401, 201, 403, 201, 403, 403, 403, 403, 403, 401]),
    ]
}
"#;

const TEMPLATE: &str = r"Resources:
  HttpApi:
    Type: AWS::ApiGatewayV2::Api
";

const STACK: &str = r"Resources:
  TasksCreateFunction:
    Type: AWS::Serverless::Function
    Properties:
      Role: !GetAtt TasksCreateRole.Arn
  TasksCreateRole:
    Type: AWS::IAM::Role
  TasksWorkerFunction:
    Type: AWS::Serverless::Function
    Properties: {}
";

const QUEUES: &str = r"Resources:
  TasksQueue:
    Type: AWS::SQS::Queue
    Properties:
      RedrivePolicy:
        deadLetterTargetArn: !GetAtt TasksDeadLetterQueue.Arn
        maxReceiveCount: 5
  TasksDeadLetterQueue:
    Type: AWS::SQS::Queue
";

impl Fixture {
    pub fn new() -> Self {
        let fixture = Self(tempfile::tempdir().unwrap());
        for (file, text) in FILES {
            fixture.write(file, text);
        }
        fixture
    }

    pub fn root(&self) -> &Path {
        self.0.path()
    }

    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.root().join(file)).unwrap()
    }

    pub fn write(&self, file: &str, text: &str) {
        let path = self.root().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn remove(&self, file: &str) {
        fs::remove_file(self.root().join(file)).unwrap();
    }

    /// Takes text out of a file, which must hold it.
    pub fn replace(&self, file: &str, old: &str, new: &str) {
        let text = self.read(file);
        assert!(text.contains(old), "{file} has no {old:?}");
        self.write(file, &text.replace(old, new));
    }

    pub fn problems(&self) -> Vec<String> {
        xtask::tidy::problems(self.root()).unwrap()
    }
}
