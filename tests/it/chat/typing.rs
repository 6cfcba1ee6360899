//! `chat-typing`.

use proconnect_domain::UserEvent;
use proconnect_tests::{TestApp, heard};
use serde_json::{Value, json};

#[tokio::test]
async fn the_other_side_alone_is_told_and_a_flood_is_not() {
    let app = TestApp::new().await;
    let (clara, felix, room) = app.two_in_a_room().await;
    let (mut his, mut hers) = (app.connect(&felix).await, app.connect(&clara).await);
    let mut second = app.connect(&felix).await;
    let typing = json!({"action": "typing", "roomId": room});
    assert_eq!(app.frame(&his, typing.clone()).await, None);
    let expected = json!({"type": "typing", "roomId": room, "userId": felix.id});
    assert_eq!(heard(&mut hers), [expected]);
    for window in [&mut his, &mut second] {
        assert_eq!(heard(window), Vec::<Value>::new());
    }
    // Ten at once, and one more every two seconds that this takes.
    let mut told = 0;
    let refused = loop {
        match app.frame(&his, typing.clone()).await {
            None => told += 1,
            Some(refused) => break refused,
        }
        assert!(told < 100, "nobody is kept from it");
    };
    assert_eq!(refused["code"], "rate_limited");
    assert_eq!(heard(&mut hers).len(), told);
}

#[tokio::test]
async fn who_is_not_in_the_room_or_suspended_is_heard_by_nobody() {
    let app = TestApp::new().await;
    let (clara, felix, room) = app.two_in_a_room().await;
    let (his, mut hers) = (app.connect(&felix).await, app.connect(&clara).await);
    let stranger = app.connect(&app.person("freelancer").await).await;
    let typing = json!({"action": "typing", "roomId": room});
    let refused = app.frame(&stranger, typing.clone()).await.unwrap();
    assert_eq!(refused["code"], "not_found");
    app.happens(&felix, UserEvent::Suspend).await;
    let refused = app.frame(&his, typing).await.unwrap();
    assert_eq!(refused["code"], "account_suspended");
    let nowhere = json!({"action": "typing", "roomId": "rom_x"});
    assert_eq!(app.frame(&his, nowhere).await.unwrap()["code"], "invalid_fields");
    assert_eq!(heard(&mut hers), Vec::<Value>::new());
}
