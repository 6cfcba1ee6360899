//! Who may keep the answer of a `GET`, and what somebody is told who has it already.

use proconnect_tests::{Answer, Call, Expect as _, Person, TestApp, root};
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

/// What went over the wire for a page, without its head: bytes, and the tag to ask with again.
async fn page(
    app: &TestApp,
    person: &Person,
    path: &str,
    packed: bool,
    tag: Option<&str>,
) -> (usize, String) {
    let mut headers = Vec::new();
    if packed {
        headers.push(("accept-encoding", "gzip, deflate, br".to_owned()));
    }
    headers.extend(tag.map(|tag| ("if-none-match", tag.to_owned())));
    let call = Call {
        token: Some(&person.token),
        headers,
        ..Call::default()
    };
    let answer = app.world.send("GET", path, call).await;
    assert_eq!(answer.status, if tag.is_some() { 304 } else { 200 }, "{path}");
    let tag = answer.headers["etag"].to_str().unwrap().to_owned();
    (answer.length, tag)
}

#[tokio::test]
async fn a_journey_is_a_fraction_of_its_bytes_and_again_it_is_none() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    for number in 0..20 {
        let mut body = app.task_body();
        body["title"] = format!("Design a logo for the bakery in street {number}").into();
        body["description"] = format!("<p>{}</p>", "We bake bread, and want to be seen. ".repeat(10)).into();
        app.post(&hired.client, "/v1/tasks", body)
            .await
            .expect_status(201);
    }
    let journey = [
        "/v1/tasks".to_owned(),
        format!("/v1/tasks/{}", hired.task),
        format!("/v1/users/{}", hired.client.id),
        "/v1/contracts?role=freelancer".to_owned(),
        format!("/v1/contracts/{}", hired.contract),
    ];
    let (mut plain, mut packed, mut again) = (0, 0, 0);
    for path in &journey {
        plain += page(&app, &hired.freelancer, path, false, None).await.0;
        let (bytes, tag) = page(&app, &hired.freelancer, path, true, None).await;
        packed += bytes;
        again += page(&app, &hired.freelancer, path, true, Some(&tag)).await.0;
    }
    println!(
        "{} requests: {plain} bytes, {packed} packed, {again} again",
        journey.len()
    );
    // A page of twenty tasks alone had 18 KB.
    assert!(plain > 10_000 && packed * 4 < plain, "{packed} of {plain} bytes");
    assert_eq!(again, 0);
}
