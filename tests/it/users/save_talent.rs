use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn saving_and_forgetting_may_be_repeated() {
    let app = TestApp::new().await;
    let (ada, felix) = (app.person("client").await, app.person("freelancer").await);
    let path = format!("/v1/users/me/saved/{}", felix.id);
    let count = async || {
        app.get(&ada, "/v1/users/me/saved").await.body["items"]
            .as_array()
            .unwrap()
            .len()
    };
    for saved in [true, true, false, false] {
        app.call(&ada, "PUT", &path, Some(json!({"saved": saved})))
            .await
            .expect_status(204);
        assert_eq!(count().await, usize::from(saved));
    }
}

#[tokio::test]
async fn only_other_freelancers_can_be_saved() {
    let app = TestApp::new().await;
    let (ada, oscar, felix) = (
        app.person("client").await,
        app.person("client").await,
        app.person("freelancer").await,
    );
    let save = json!({"saved": true});
    let path = |id: &str| format!("/v1/users/me/saved/{id}");
    app.call(&ada, "PUT", &path(&oscar.id), Some(save.clone()))
        .await
        .expect_problem(404, "not_found");
    app.call(&felix, "PUT", &path(&felix.id), Some(save.clone()))
        .await
        .expect_problem(409, "invalid_state");
    app.call(&ada, "PUT", &path("usr_01ARZ3NDEKTSV4RRFFQ69G5FAV"), Some(save))
        .await
        .expect_problem(404, "not_found");
}
