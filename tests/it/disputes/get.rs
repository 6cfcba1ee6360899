use proconnect_tests::{Expect, TestApp, usd};
use serde_json::{Value, json};

#[tokio::test]
async fn nobody_ever_sees_what_the_other_would_accept() {
    let app = TestApp::new().await;
    let disputed = app.disputed().await;
    let (client, freelancer, admin) = (
        &disputed.hired.client,
        &disputed.hired.freelancer,
        app.admin().await,
    );
    let told = app
        .split(client, &disputed.dispute, 12_345)
        .await
        .expect_status(200)
        .body;
    assert_eq!(told["ownOffer"], usd(12_345));
    let path = format!("/v1/disputes/{}", disputed.dispute);
    for person in [freelancer, &admin] {
        let seen = app.get(person, &path).await.expect_status(200).body;
        assert_eq!(
            (&seen["ownOffer"], &seen["clientHasOffered"]),
            (&Value::Null, &json!(true))
        );
        assert!(!seen.to_string().contains("12345"), "{seen}");
    }
    app.drain().await;
    for person in [freelancer, &admin] {
        for path in [
            "/v1/disputes",
            "/v1/admin/disputes",
            "/v1/users/me/export",
            "/v1/notifications",
        ] {
            let seen = app.get(person, path).await;
            assert!(!seen.body.to_string().contains("12345"), "{path}: {}", seen.body);
        }
        let mails = app.world.mails(&person.email).unwrap();
        assert!(
            mails
                .iter()
                .all(|mail| !mail.text.contains("123.45") && !mail.html.contains("123.45"))
        );
    }
    // Not even its own side finds it again once the round is over.
    app.split(freelancer, &disputed.dispute, 40_000)
        .await
        .expect_status(200);
    let later = app.dispute(client, &disputed.dispute).await;
    assert_eq!((&later["round"], &later["ownOffer"]), (&json!(2), &Value::Null));
    let table: Vec<_> = app.table().await;
    let kept = table.iter().filter(|item| item["type"]["S"] == "dispute");
    assert!(
        kept.clone().count() == 1
            && kept
                .into_iter()
                .all(|item| !json!(item).to_string().contains("12345"))
    );
}
