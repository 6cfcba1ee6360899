//! `new-endpoint` leaves a tidy tree tidy.

use crate::fixture::Fixture;
use xtask::new_endpoint::{Endpoint, create};

fn endpoint(domain: &str, action: &str, method: &str, path: &str) -> Endpoint {
    let own = str::to_owned;
    Endpoint {
        domain: own(domain),
        action: own(action),
        method: own(method),
        path: own(path),
    }
}

#[test]
fn creates_every_place() {
    let fixture = Fixture::new();
    let files = create(
        fixture.root(),
        &endpoint("tasks", "list-mine", "GET", "/v1/tasks/mine"),
    )
    .unwrap();
    assert_eq!(files.len(), 10);
    assert_eq!(fixture.problems(), Vec::<String>::new());
    let library = fixture.read("functions/tasks/src/lib.rs");
    assert!(
        library.starts_with("pub mod create;\npub mod list_mine;\npub mod view;\n"),
        "{library}"
    );
    assert!(library.contains("    list_mine::FUNCTION,\n];"), "{library}");
}

#[test]
fn creates_one_after_another() {
    let fixture = Fixture::new();
    create(
        fixture.root(),
        &endpoint("tasks", "report", "POST", "/v1/tasks/{taskId}/report"),
    )
    .unwrap();
    create(
        fixture.root(),
        &endpoint("tasks", "get", "GET", "/v1/tasks/{taskId}"),
    )
    .unwrap();
    create(
        fixture.root(),
        &endpoint("tasks", "update", "PATCH", "/v1/tasks/{taskId}"),
    )
    .unwrap();
    assert_eq!(fixture.problems(), Vec::<String>::new());
}

#[test]
fn writes_nothing_when_it_cannot_write_all() {
    let fixture = Fixture::new();
    let refused = |endpoint: &Endpoint, reason: &str| {
        let error = create(fixture.root(), endpoint).unwrap_err().to_string();
        assert!(error.contains(reason), "{error}");
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
        &endpoint("tasks", "get", "FETCH", "/v1/tasks"),
        "FETCH is no method",
    );
    fixture.write("tests/it/authorization/tasks.rs", "// row(\"tasks-create\")\n");
    refused(
        &endpoint("tasks", "get", "GET", "/v1/tasks/{taskId}"),
        "tests/it/authorization/tasks.rs: found no place",
    );
    assert!(!fixture.root().join("functions/tasks/src/get.rs").exists());
}
