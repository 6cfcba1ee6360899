//! `users-unblock`.

use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn they_write_to_each_other_again_unless_the_other_has_blocked_as_well() {
    let app = TestApp::new().await;
    let (clara, felix, room) = app.two_in_a_room().await;
    let his = app.connect(&felix).await;
    let paths = [&felix, &clara].map(|person| format!("/v1/users/{}/block", person.id));
    app.call(&clara, "PUT", &paths[0], None).await.expect_status(204);
    app.call(&felix, "PUT", &paths[1], None).await.expect_status(204);
    let send = json!({"action": "send", "roomId": room, "clientId": "c-1", "text": "Hello"});
    for _ in 0..2 {
        app.call(&clara, "DELETE", &paths[0], None)
            .await
            .expect_status(204);
    }
    assert_eq!(app.frame(&his, send.clone()).await.unwrap()["code"], "blocked");
    app.call(&felix, "DELETE", &paths[1], None)
        .await
        .expect_status(204);
    assert_eq!(app.frame(&his, send).await, None);
    assert_eq!(app.messages(&clara, &room).await.len(), 1);
}
