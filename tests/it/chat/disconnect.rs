//! `chat-disconnect`.

use proconnect_tests::TestApp;

#[tokio::test]
async fn a_closed_connection_is_forgotten_once_and_for_all() {
    let app = TestApp::new().await;
    let person = app.person("client").await;
    let first = app.connect(&person).await;
    let second = app.connect(&person).await;
    app.world.disconnect(&first.id).await;
    assert_eq!(app.connections(&person).await, std::slice::from_ref(&second.id));
    // Again, and for a connection that never was: nothing happens.
    app.world.disconnect(&first.id).await;
    app.world.disconnect("nobody").await;
    assert_eq!(app.connections(&person).await, [second.id]);
}
