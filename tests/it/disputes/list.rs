use proconnect_tests::{Expect, TestApp, id};

#[tokio::test]
async fn each_side_lists_its_own_newest_first() {
    let app = TestApp::new().await;
    let disputed = app.disputed().await;
    let hired = &disputed.hired;
    app.fund(hired, &hired.milestones[1]).await;
    let second = app
        .open_dispute(&hired.freelancer, &hired.milestones[1])
        .await
        .expect_status(201);
    for person in [&hired.client, &hired.freelancer] {
        let list = app.get(person, "/v1/disputes").await.expect_status(200).body;
        let ids: Vec<_> = list["items"].as_array().unwrap().iter().map(id).collect();
        assert_eq!(ids, [id(&second.body), disputed.dispute.clone()]);
    }
    let stranger = app.person("client").await;
    let list = app.get(&stranger, "/v1/disputes").await.expect_status(200).body;
    assert!(list["items"].as_array().unwrap().is_empty());
    let page = app
        .get(&hired.client, "/v1/disputes?limit=1")
        .await
        .expect_status(200)
        .body;
    let next = page["nextCursor"].as_str().unwrap();
    let rest = app
        .get(&hired.client, &format!("/v1/disputes?limit=1&cursor={next}"))
        .await
        .expect_status(200)
        .body;
    assert_eq!(id(&rest["items"][0]), disputed.dispute);
}
