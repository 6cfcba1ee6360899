//! Files, and who may not change it, and when.

use super::*;

#[tokio::test]
async fn files_come_and_go() {
    let app = TestApp::new().await;
    let (clara, felix) = (app.person("client").await, app.person("freelancer").await);
    let (kept, gone) = (
        app.text_file(&clara, "task").await,
        app.text_file(&clara, "task").await,
    );
    let mut body = app.task_body();
    body["attachmentIds"] = json!([gone, kept]);
    let task = id(&app.post(&clara, "/v1/tasks", body).await.expect_status(201).body);
    let new = app.text_file(&clara, "task").await;
    let foreign = app.text_file(&felix, "task").await;
    let bad = json!({"attachmentIds": [kept, kept, foreign]});
    change(&app, &clara, &task, bad)
        .await
        .expect_fields(&["/attachmentIds/1", "/attachmentIds/2"]);
    let body = json!({"version": 1, "attachmentIds": [kept, new]});
    let changed = change(&app, &clara, &task, body).await.expect_status(200).body;
    let names: Vec<String> = changed["attachments"]
        .as_array()
        .unwrap()
        .iter()
        .map(id)
        .collect();
    assert_eq!(names, [kept.clone(), new.clone()]);
    assert_eq!(
        changed["changes"][0]["edits"],
        json!([{"field": "attachments", "added": 1, "removed": 1}])
    );
    app.get(&felix, &format!("/v1/files/{gone}"))
        .await
        .expect_problem(404, "not_found");
    for file in [&kept, &new] {
        app.get(&felix, &format!("/v1/files/{file}"))
            .await
            .expect_status(200);
    }
    // One that hangs on another task hangs on no second one.
    let other = app.task(&clara).await;
    change(&app, &clara, &other, json!({"attachmentIds": [kept]}))
        .await
        .expect_problem(409, "file_in_use");
}

#[tokio::test]
async fn who_may_not_and_when_it_is_too_late() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    let body = json!({"title": "Draw a logo"});
    change(&app, &hired.client, &hired.task, body.clone())
        .await
        .expect_problem(409, "task_not_open");
    change(&app, &hired.freelancer, &hired.task, body.clone())
        .await
        .expect_problem(403, "forbidden");
    let unknown = "tsk_01ARZ3NDEKTSV4RRFFQ69G5FAV";
    change(&app, &hired.client, unknown, body.clone())
        .await
        .expect_problem(404, "not_found");
    let open = app.task(&hired.client).await;
    let cleared =
        json!({"title": null, "description": null, "category": null, "budget": null, "deadline": null});
    change(&app, &hired.client, &open, cleared).await.expect_fields(&[
        "/title",
        "/description",
        "/category",
        "/budget",
        "/deadline",
    ]);
    let wrong = json!({"title": "x", "description": "<p>short</p>", "deadline": "2020-01-01T00:00:00Z", "skills": [""]});
    change(&app, &hired.client, &open, wrong).await.expect_fields(&[
        "/title",
        "/description",
        "/skills/0",
        "/deadline",
    ]);
    app.world.clock.advance(DAY * 11).unwrap();
    let client = app.sign_in_person(&hired.client).await;
    change(&app, &client, &open, body)
        .await
        .expect_problem(409, "task_not_open");
}
