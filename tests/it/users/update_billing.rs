use proconnect_tests::{Answer, Expect, Person, TestApp};
use serde_json::{Value, json};

const PATH: &str = "/v1/users/me/billing";

async fn patch(app: &TestApp, person: &Person, body: Value) -> Answer {
    app.call(person, "PATCH", PATH, Some(body)).await
}

fn whole() -> Value {
    json!({
        "legalName": "  Berg   Bäckerei GmbH ", "addressLines": ["", " Mill Lane 5 ", "2nd floor"], "postalCode": "10115",
        "city": "Berlin", "region": "Berlin", "country": "de", "taxNumber": "de 123 456 789", "reference": "KST 4711",
    })
}

#[tokio::test]
async fn what_is_absent_stays_and_what_is_null_or_empty_is_cleared() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let kept = patch(&app, &ada, whole()).await.expect_status(200).body;
    let expected = json!({
        "legalName": "Berg Bäckerei GmbH", "addressLines": ["Mill Lane 5", "2nd floor"], "postalCode": "10115",
        "city": "Berlin", "region": "Berlin", "country": "DE", "taxNumber": "DE 123 456 789", "reference": "KST 4711",
    });
    assert_eq!(kept, expected);
    // Again, and with nothing.
    assert_eq!(patch(&app, &ada, whole()).await.expect_status(200).body, expected);
    assert_eq!(
        patch(&app, &ada, json!({})).await.expect_status(200).body,
        expected
    );
    let body = json!({"region": null, "reference": " ", "addressLines": ["Mill Lane 6"]});
    let kept = patch(&app, &ada, body).await.expect_status(200).body;
    assert_eq!(
        (
            &kept["region"],
            &kept["reference"],
            &kept["addressLines"],
            &kept["city"]
        ),
        (
            &Value::Null,
            &Value::Null,
            &json!(["Mill Lane 6"]),
            &json!("Berlin")
        )
    );
    assert_eq!(app.get(&ada, PATH).await.body, kept);
    let body = json!({"legalName": null, "addressLines": null, "country": "", "taxNumber": null});
    let kept = patch(&app, &ada, body).await.expect_status(200).body;
    assert_eq!(
        (
            &kept["legalName"],
            &kept["addressLines"],
            &kept["country"],
            &kept["taxNumber"]
        ),
        (&Value::Null, &json!([]), &Value::Null, &Value::Null)
    );
}

#[tokio::test]
async fn every_bad_field_is_named_and_nothing_is_kept() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let body = json!({
        "legalName": "ProConnect Ltd", "addressLines": ["a\u{202e}b", "fine", "x".repeat(101), "four"],
        "postalCode": "1".repeat(21), "city": "a\nb", "region": "bell\u{7}", "country": "XX", "taxNumber": "none",
        "reference": "r".repeat(61), "unknown": "is passed over",
    });
    patch(&app, &ada, body).await.expect_fields(&[
        "/legalName",
        "/addressLines",
        "/addressLines/0",
        "/addressLines/2",
        "/country",
        "/postalCode",
        "/city",
        "/region",
        "/reference",
        "/taxNumber",
    ]);
    assert_eq!(app.get(&ada, PATH).await.body["legalName"], Value::Null);
}

#[tokio::test]
async fn a_tax_number_fits_its_country_whichever_of_both_is_changed() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let body = json!({"country": "FR", "taxNumber": "DE123456789"});
    patch(&app, &ada, body).await.expect_status(200);
    patch(&app, &ada, json!({"taxNumber": "FR12"}))
        .await
        .expect_fields(&["/taxNumber"]);
    patch(&app, &ada, json!({"country": "DE"}))
        .await
        .expect_status(200);
    patch(&app, &ada, json!({"taxNumber": "DE12345"}))
        .await
        .expect_fields(&["/taxNumber"]);
    let body = json!({"taxNumber": "ESX1234567"});
    patch(&app, &ada, body).await.expect_status(200);
    patch(&app, &ada, json!({"country": "ES"}))
        .await
        .expect_fields(&["/taxNumber"]);
}

#[tokio::test]
async fn two_changes_at_once_do_not_overwrite_each_other() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    let (city, name) = tokio::join!(
        patch(&app, &ada, json!({"city": "Leeds"})),
        patch(&app, &ada, json!({"legalName": "Ada Ltd"})),
    );
    city.expect_status(200);
    name.expect_status(200);
    let kept = app.get(&ada, PATH).await.body;
    assert_eq!(
        (&kept["city"], &kept["legalName"]),
        (&json!("Leeds"), &json!("Ada Ltd"))
    );
}
