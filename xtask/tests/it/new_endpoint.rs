//! `new-endpoint` on a copy of the project: four files go on by hand, everything else follows, and nothing is left to mend.

use std::fs;
use std::path::{Path, PathBuf};
use xtask::generate;
use xtask::new_endpoint::{Endpoint, create};
use xtask::tidy::problems;
use xtask::tree::Tree;

/// Nothing of the project that an endpoint touches is below these.
const LEFT_OUT: [&str; 8] = [
    "target",
    "node_modules",
    ".git",
    ".venv",
    ".local",
    "dist",
    "e2e",
    "load",
];

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (name, target) = (entry.file_name(), to.join(entry.file_name()));
        if LEFT_OUT.iter().any(|left_out| name == *left_out) {
            continue;
        }
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else if entry.file_type().unwrap().is_file() {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn project() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    for part in [
        "functions",
        "shared",
        "local",
        "tests",
        "xtask",
        "docs",
        "events",
        "infra",
        "web/src",
    ] {
        copy(&root.join(part), &folder.path().join(part));
    }
    for file in ["Cargo.toml", "openapi.json", "template.yaml"] {
        fs::copy(root.join(file), folder.path().join(file)).unwrap();
    }
    folder
}

fn endpoint(domain: &str, action: &str, method: &str, path: &str) -> Endpoint {
    let own = str::to_owned;
    Endpoint {
        domain: own(domain),
        action: own(action),
        method: own(method),
        path: own(path),
    }
}

/// Following calls goes deep: a test's own stack is too small.
fn deep(work: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(512 * 1024 * 1024);
    thread.spawn(work).unwrap().join().unwrap();
}

fn text(folder: &Path, file: &str) -> String {
    fs::read_to_string(folder.join(file)).unwrap()
}

fn files(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(self::files(&path));
        } else if let Ok(text) = fs::read_to_string(&path) {
            files.push((path, text));
        }
    }
    files
}

#[test]
fn four_files_go_on_by_hand_and_nothing_is_left_to_mend() {
    deep(|| {
        let folder = project();
        let root = folder.path();
        assert_eq!(
            problems(root).unwrap(),
            Vec::<String>::new(),
            "the project itself"
        );
        let before: Vec<_> = files(root);
        let report = endpoint("tasks", "report", "POST", "/v1/tasks/{taskId}/report");
        let created = create(root, &report).unwrap();
        assert_eq!(
            created.by_hand,
            [
                "functions/tasks/src/report.rs",
                "tests/it/tasks/report.rs",
                "tests/it/authorization/tasks.rs",
                "tests/it/budget/tasks.rs",
            ]
        );
        create(root, &endpoint("chat", "mine", "GET", "/v1/chat/mine")).unwrap();
        assert_eq!(problems(root).unwrap(), Vec::<String>::new());
        let left = generate::differences(&Tree::new(root)).unwrap();
        assert!(left.is_empty(), "{left:?}");

        let after = files(root);
        let changed = after.iter().filter(|file| !before.contains(file));
        let changed: Vec<String> = changed
            .map(|(path, _)| path.strip_prefix(root).unwrap().display().to_string())
            .collect();
        let mut told = [created.by_hand, created.derived].concat();
        told.retain(|file| !changed.contains(file));
        assert_eq!(told, Vec::<String>::new(), "told, and not changed");
        assert!(text(root, "tests/it/tasks.rs").contains("mod report;\n"));
        let row = "| POST | `/v1/tasks/{taskId}/report` | `tasks-report` | nobody | closed until it has rules of its own |";
        assert!(text(root, "docs/api.md").contains(row));
        let row = "| `chat-mine` | closed until it has rules of its own | 0 | 0 | 0 |";
        assert!(text(root, "docs/data-model.md").contains(row));
        let plain = text(root, "functions/chat/src/mine.rs");
        assert!(
            plain.contains("use proconnect_http::{ApiError, Caller, NoContent};"),
            "{plain}"
        );
        assert!(plain.contains("_caller: Caller, (): ())"), "{plain}");
    });
}

#[test]
fn writes_nothing_when_it_cannot_write_all() {
    let folder = project();
    let root = folder.path();
    let refused = |endpoint: &Endpoint, reason: &str| {
        let error = create(root, endpoint).err().map(|error| error.to_string());
        assert!(
            error.as_ref().is_some_and(|error| error.contains(reason)),
            "{error:?}"
        );
    };
    refused(
        &endpoint("tasks", "create", "POST", "/v1/tasks"),
        "tasks-create exists already",
    );
    refused(
        &endpoint("rooms", "create", "POST", "/v1/rooms"),
        "there is no functions/rooms",
    );
    refused(&endpoint("tasks", "Get", "GET", "/v1/tasks"), "lower-case");
    refused(
        &endpoint("tasks", "report", "FETCH", "/v1/tasks"),
        "FETCH is no method",
    );
    fs::write(
        root.join("tests/it/authorization/tasks.rs"),
        "// row(\"tasks-create\")\n",
    )
    .unwrap();
    refused(
        &endpoint("tasks", "report", "GET", "/v1/tasks/{taskId}/report"),
        "tests/it/authorization/tasks.rs: found no place",
    );
    assert!(!root.join("functions/tasks/src/report.rs").exists());
}
