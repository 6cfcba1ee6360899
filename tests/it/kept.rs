//! Who may keep the answer of a `GET`, and what somebody is told who has it already.

use proconnect_tests::{Answer, Call, Person, TestApp, root};
use serde_json::Value;

fn kept(answer: &Answer) -> &str {
    answer.headers["cache-control"].to_str().unwrap()
}

async fn get(app: &TestApp, person: Option<&Person>, path: &str, tag: Option<&str>) -> Answer {
    let call = Call {
        token: person.map(|person| person.token.as_str()),
        headers: tag
            .map(|tag| ("if-none-match", tag.to_owned()))
            .into_iter()
            .collect(),
        ..Call::default()
    };
    app.world.send("GET", path, call).await
}

/// The paths of all operations that read, with the ids of their sample events.
fn reads() -> Vec<String> {
    let text = std::fs::read_to_string(root().join("openapi.json")).unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    let paths = document["paths"].as_object().unwrap();
    let read = paths.iter().filter(|(_, item)| !item["get"].is_null());
    read.map(|(path, _)| path.clone()).collect()
}

#[tokio::test]
async fn who_has_an_answer_already_is_told_so_until_it_changes() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let path = format!("/v1/contracts/{}", hired.contract);
    let first = get(&app, Some(&hired.client), &path, None).await;
    assert_eq!((first.status, kept(&first)), (200, "private, no-cache"));
    let tag = first.headers["etag"].to_str().unwrap();

    let again = get(&app, Some(&hired.client), &path, Some(tag)).await;
    assert_eq!((again.status, &again.body), (304, &Value::Null));
    assert_eq!(again.headers["etag"], tag);
    // The tag says nothing of who may see it.
    let stranger = app.person("client").await;
    assert_eq!(get(&app, Some(&stranger), &path, Some(tag)).await.status, 404);
    assert_eq!(get(&app, None, &path, Some(tag)).await.status, 401);

    app.fund(&hired, &hired.milestones[0]).await;
    let changed = get(&app, Some(&hired.client), &path, Some(tag)).await;
    assert_eq!(changed.status, 200);
    assert_ne!(changed.headers["etag"], tag);
}

#[tokio::test]
async fn nothing_that_is_somebody_s_own_is_shared() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let mut shared = Vec::new();
    for path in reads() {
        let path = path
            .replace("{taskId}", &hired.task)
            .replace("{contractId}", &hired.contract)
            .replace("{userId}", &hired.freelancer.id);
        let own = get(&app, Some(&hired.client), &path, None).await;
        assert!(
            !kept(&own).contains("public") && !kept(&own).contains("s-maxage"),
            "{path}"
        );
        let visited = get(&app, None, &path, None).await;
        if kept(&visited).contains("s-maxage") {
            assert_eq!(visited.status, 200, "{path}");
            shared.push(path);
        }
    }
    assert!(shared.len() >= 4, "{shared:?}");
    let export = get(&app, Some(&hired.client), "/v1/users/me/export", None).await;
    assert_eq!((export.status, kept(&export)), (200, "no-store"));
}
