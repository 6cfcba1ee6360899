use proconnect_tests::{Expect, TestApp};
use serde_json::json;

#[tokio::test]
async fn nothing_is_said_until_somebody_says_it_and_only_they_see_it() {
    let app = TestApp::new().await;
    let (ada, felix) = (app.person("client").await, app.person("freelancer").await);
    let empty = json!({
        "legalName": null, "addressLines": [], "postalCode": null, "city": null, "region": null, "country": null,
        "taxNumber": null, "reference": null,
    });
    let path = "/v1/users/me/billing";
    assert_eq!(app.get(&ada, path).await.expect_status(200).body, empty);
    let body = json!({"legalName": "Ada Ltd", "city": "Leeds"});
    app.call(&ada, "PATCH", path, Some(body)).await.expect_status(200);
    assert_eq!(app.get(&ada, path).await.body["legalName"], "Ada Ltd");
    assert_eq!(app.get(&felix, path).await.body, empty);
    // Neither the profile nor a task shows it.
    let profile = app.get(&felix, &format!("/v1/users/{}", ada.id)).await.body;
    assert!(!profile.to_string().contains("Ada Ltd"), "{profile}");
}
