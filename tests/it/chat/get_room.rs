//! `chat-get-room`.

use proconnect_tests::{Expect, TestApp};

#[tokio::test]
async fn both_sides_get_the_room_as_their_lists_show_it_and_nobody_else_does() {
    let app = TestApp::new().await;
    let (clara, felix, room) = app.two_in_a_room().await;
    let mut his = app.connect(&felix).await;
    app.say(&mut his, &room, "c-1", "In which colours?").await;
    let path = format!("/v1/rooms/{room}");
    for (person, unread) in [(&clara, 1), (&felix, 0)] {
        let found = app.get(person, &path).await.expect_status(200).body;
        let list = app.get(person, "/v1/rooms").await.body;
        assert_eq!(found, list["items"][0]);
        assert_eq!(found["unreadCount"], unread);
    }
    for stranger in [app.person("freelancer").await, app.admin().await] {
        app.get(&stranger, &path).await.expect_problem(404, "not_found");
    }
    app.get(&clara, "/v1/rooms/rom_x")
        .await
        .expect_problem(404, "not_found");
}
