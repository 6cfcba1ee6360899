use proconnect_tests::{Answer, Expect, PASSWORD, TestApp};
use serde_json::{Value, json};

#[tokio::test]
async fn an_account_waits_for_its_code() {
    let app = TestApp::new().await;
    let answer = app
        .register(" Ada@Example.com", "Ada", "client")
        .await
        .expect_status(201);
    let user = &answer.body["user"];
    assert_eq!(
        (user["email"].as_str(), user["name"].as_str()),
        (Some("ada@example.com"), Some("Ada"))
    );
    assert_eq!(
        (&user["roles"], &user["status"]),
        (&json!(["client"]), &json!("pending_verification"))
    );
    assert!(user["id"].as_str().unwrap().starts_with("usr_"));
    assert!(!answer.body.to_string().contains("hash"));
    assert_eq!(app.code_for("ada@example.com").await.len(), 6);
}

#[tokio::test]
async fn an_address_serves_one_account_and_nobody_learns_that_it_has_one() {
    let app = TestApp::new().await;
    let ada = app.person("client").await;
    // Until the bucket of this address is full again.
    app.world
        .advance(std::time::Duration::from_secs(900))
        .await
        .unwrap();
    let known = app.register(&ada.email.to_uppercase(), "Eve", "freelancer").await;
    app.rest().await;
    let fresh = app.register("eve@example.com", "Eve", "freelancer").await;
    assert_eq!((known.status, fresh.status), (201, 201), "{}", known.body);
    let shape = |answer: &Answer| {
        let mut user = answer.body["user"].clone();
        for field in ["id", "email", "createdAt"] {
            assert!(user[field].take().is_string(), "{field}");
        }
        user
    };
    assert_eq!(shape(&known), shape(&fresh));
    assert_ne!(known.body["user"]["id"], ada.id.as_str());
    assert_eq!(known.body["user"]["email"], ada.email.as_str());
    assert_eq!(calls(&known), calls(&fresh));
    app.drain().await;
    assert_eq!(app.subjects(&ada.email)[0], "You have an account already");
    // Nothing of the account was changed, and nothing was made.
    let body = json!({"email": ada.email, "password": PASSWORD});
    let answer = app.anonymous("POST", "/v1/auth/login", Some(body)).await;
    let answer = answer.expect_status(200);
    assert_eq!(answer.body["user"]["name"], "client 0");
    let id = known.body["user"]["id"].as_str().unwrap();
    let made = app
        .world
        .app
        .store
        .users()
        .get(id.parse().unwrap())
        .await
        .unwrap();
    assert!(made.is_none());
}

/// Round trips that read and wrote.
fn calls(answer: &Answer) -> String {
    let timing = answer.headers["server-timing"].to_str().unwrap();
    timing.split("units").next().unwrap().to_owned()
}

#[tokio::test]
async fn the_code_is_made_on_its_way_out_and_lies_in_no_queue() {
    let app = TestApp::new().await;
    app.register("ada@example.com", "Ada", "client")
        .await
        .expect_status(201);
    let outbox = app.world.app.store.outbox();
    let later = app.world.now().plus(proconnect_domain::DAY);
    let left = outbox.waiting(later, 100).await.unwrap();
    let left: Vec<String> = left
        .records
        .iter()
        .map(|record| serde_json::to_string(record).unwrap())
        .collect();
    assert!(!left.is_empty());
    let code = app.code_for("ada@example.com").await;
    assert!(!left.iter().any(|body| body.contains(&code)), "{left:?}");
    assert!(!left.iter().any(|body| body.contains("code\":")), "{left:?}");
}

#[tokio::test]
async fn somebody_may_be_both_from_the_start() {
    let app = TestApp::new().await;
    let register = async |roles: Value| {
        let mut body = json!({"email": "ada@example.com", "password": PASSWORD, "name": "Ada"});
        for (key, value) in roles.as_object().unwrap() {
            body[key] = value.clone();
        }
        app.anonymous("POST", "/v1/auth/register", Some(body)).await
    };
    register(json!({})).await.expect_fields(&["/role"]);
    for roles in [json!([]), json!(["admin"]), json!(["client", "admin"])] {
        register(json!({"roles": roles})).await.expect_fields(&["/roles"]);
    }
    let answer = register(json!({"roles": ["freelancer", "client", "client"]})).await;
    let answer = answer.expect_status(201);
    assert_eq!(answer.body["user"]["roles"], json!(["client", "freelancer"]));
}

#[tokio::test]
async fn ones_own_name_or_address_is_no_password() {
    let app = TestApp::new().await;
    for password in ["ADA.lovelace", "Ada.Lovelace@example.com", "AdaKing Noel"] {
        let body = json!({
            "email": "ada.lovelace@example.com", "password": password, "name": "Ada King Noel", "role": "client",
        });
        let answer = app.anonymous("POST", "/v1/auth/register", Some(body)).await;
        let answer = answer.expect_fields(&["/password"]);
        assert_eq!(answer.body["errors"][0]["code"], "personal_password");
    }
}

#[tokio::test]
async fn bad_fields_are_all_named() {
    let app = TestApp::new().await;
    let body = json!({"email": "ada", "password": "short", "name": " ", "role": "admin"});
    let answer = app.anonymous("POST", "/v1/auth/register", Some(body)).await;
    answer.expect_fields(&["/email", "/password", "/name", "/role"]);
    let common =
        json!({"email": "a@example.com", "password": "Password123", "name": "Ada", "role": "client"});
    let answer = app
        .anonymous("POST", "/v1/auth/register", Some(common))
        .await
        .expect_fields(&["/password"]);
    assert_eq!(answer.body["errors"][0]["code"], "common_password");
    let unknown =
        json!({"email": "a@example.com", "password": "a long pass phrase", "name": "Ada", "role": "king"});
    app.anonymous("POST", "/v1/auth/register", Some(unknown))
        .await
        .expect_fields(&["/role"]);
}

#[tokio::test]
async fn nobody_registers_a_disguise_or_what_no_mail_reaches() {
    let app = TestApp::new().await;
    for (email, name, field) in [
        (
            "ada@example.com",
            "you won $900: https://evil.example/claim?id=7 Now enter the code below",
            "/name",
        ),
        ("ada@example.com", "ProConnect Support", "/name"),
        ("ada@example.com", "\u{200b}\u{200b}", "/name"),
        ("ada@example.com", "\u{202e}moc.live", "/name"),
        ("é@example.com", "Ada", "/email"),
        ("a\u{200b}da@example.com", "Ada", "/email"),
    ] {
        app.rest().await;
        app.register(email, name, "client").await.expect_fields(&[field]);
    }
    app.drain().await;
    assert!(app.subjects("ada@example.com").is_empty());
}

#[tokio::test]
async fn one_address_is_one_account_however_it_is_spelt() {
    let app = TestApp::new().await;
    app.register("ada@bücher.example", "Ada", "client")
        .await
        .expect_status(201);
    let code = app.code_for("ada@xn--bcher-kva.example").await;
    let spelt = "Ada@BU\u{308}CHER.example";
    let body = json!({"email": spelt, "code": format!("{} {}", &code[..3], &code[3..])});
    app.anonymous("POST", "/v1/auth/verify-email", Some(body))
        .await
        .expect_status(200);
    let body = json!({"email": spelt, "password": PASSWORD});
    app.anonymous("POST", "/v1/auth/login", Some(body))
        .await
        .expect_status(200);
}
