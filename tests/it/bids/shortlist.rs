use proconnect_tests::{Answer, Expect, Person, TestApp};
use serde_json::{Value, json};

async fn shortlist(app: &TestApp, person: &Person, bid: &str, shortlisted: bool) -> Answer {
    let path = format!("/v1/bids/{bid}/shortlist");
    app.call(person, "PUT", &path, Some(json!({"shortlisted": shortlisted})))
        .await
}

/// A client, a freelancer, and the task and bid between them.
async fn with_a_bid(app: &TestApp) -> (Person, Person, String, String) {
    let (client, freelancer) = (app.person("client").await, app.person("freelancer").await);
    let task = app.task(&client).await;
    let bid = app.bid(&freelancer, &task, 40_000).await;
    (client, freelancer, task, bid)
}

/// How the bid stands for its client and for its freelancer.
async fn seen(app: &TestApp, client: &Person, freelancer: &Person, task: &str) -> [Value; 2] {
    let compared = app.get(client, &format!("/v1/tasks/{task}/bids")).await.body;
    let mine = app.get(freelancer, "/v1/bids/mine").await.body;
    [&compared, &mine].map(|page| page["items"][0]["status"].clone())
}

#[tokio::test]
async fn a_bid_is_put_on_the_shortlist_and_taken_off_again() {
    let app = TestApp::new().await;
    let (client, freelancer, task, bid) = with_a_bid(&app).await;
    for (wanted, status) in [(true, "shortlisted"), (false, "submitted"), (true, "shortlisted")] {
        // The same call again changes nothing.
        for _ in 0..2 {
            let answer = shortlist(&app, &client, &bid, wanted).await.expect_status(200);
            assert_eq!(answer.body["status"], status);
            assert_eq!(answer.body["freelancer"]["id"], freelancer.id.as_str());
        }
        assert_eq!(seen(&app, &client, &freelancer, &task).await, [status, status]);
    }
}

#[tokio::test]
async fn its_freelancer_is_told_once_and_never_of_the_way_back() {
    let app = TestApp::new().await;
    let (client, freelancer, _, bid) = with_a_bid(&app).await;
    app.drain().await;
    let mails = |person: &Person| app.world.mails(&person.email).unwrap().len();
    let before = (mails(&client), mails(&freelancer));
    for wanted in [true, false, true, false] {
        shortlist(&app, &client, &bid, wanted).await.expect_status(200);
        app.drain().await;
    }
    assert_eq!((mails(&client), mails(&freelancer)), (before.0, before.1 + 1));
    let told = app.get(&freelancer, "/v1/notifications").await.body;
    let lines: Vec<_> = told["items"].as_array().unwrap().iter().collect();
    assert_eq!(lines.len(), 1);
    let line = lines[0]["text"].as_str().unwrap();
    assert!(line.ends_with("on their shortlist."), "{line}");
}

#[tokio::test]
async fn it_is_the_clients_to_say_and_needs_to_be_said() {
    let app = TestApp::new().await;
    let (client, freelancer, task, bid) = with_a_bid(&app).await;
    let stranger = app.person("client").await;
    shortlist(&app, &freelancer, &bid, true)
        .await
        .expect_problem(403, "forbidden");
    shortlist(&app, &stranger, &bid, true)
        .await
        .expect_problem(404, "not_found");
    shortlist(&app, &client, "bid_1", true)
        .await
        .expect_problem(404, "not_found");
    let path = format!("/v1/bids/{bid}/shortlist");
    app.call(&client, "PUT", &path, Some(json!({})))
        .await
        .expect_fields(&["/shortlisted"]);
    app.call(&client, "PUT", &path, Some(json!({"shortlisted": "yes"})))
        .await
        .expect_fields(&["/shortlisted"]);
    assert_eq!(
        seen(&app, &client, &freelancer, &task).await,
        ["submitted", "submitted"]
    );
}

#[tokio::test]
async fn a_decided_bid_stays_as_it_is() {
    let app = TestApp::new().await;
    let (client, freelancer, task, bid) = with_a_bid(&app).await;
    app.post(&freelancer, &format!("/v1/bids/{bid}/withdraw"), json!({}))
        .await
        .expect_status(200);
    for wanted in [true, false] {
        shortlist(&app, &client, &bid, wanted)
            .await
            .expect_problem(409, "bid_decided");
    }
    assert_eq!(
        seen(&app, &client, &freelancer, &task).await,
        ["withdrawn", "withdrawn"]
    );
}

#[tokio::test]
async fn a_bid_on_the_shortlist_is_decided_like_any_other() {
    let app = TestApp::new().await;
    let (client, freelancer, task, bid) = with_a_bid(&app).await;
    let other = app.person("freelancer").await;
    let chosen = app.bid(&other, &task, 30_000).await;
    for bid in [&bid, &chosen] {
        shortlist(&app, &client, bid, true).await.expect_status(200);
    }
    app.post(&client, &format!("/v1/bids/{chosen}/accept"), json!({}))
        .await
        .expect_status(201);
    app.drain().await;
    let mine = app.get(&freelancer, "/v1/bids/mine").await.body;
    assert_eq!(mine["items"][0]["status"], "declined");
    assert_eq!(mine["items"][0]["declineReason"], "another_bid_accepted");
    shortlist(&app, &client, &bid, false)
        .await
        .expect_problem(409, "bid_decided");
}

#[tokio::test]
async fn two_at_once_leave_what_one_of_them_wanted() {
    let app = TestApp::new().await;
    let (client, freelancer, task, bid) = with_a_bid(&app).await;
    let (one, other) = tokio::join!(
        shortlist(&app, &client, &bid, true),
        shortlist(&app, &client, &bid, true),
    );
    assert_eq!((one.status, other.status), (200, 200));
    assert_eq!(
        seen(&app, &client, &freelancer, &task).await,
        ["shortlisted", "shortlisted"]
    );
    let withdraw = format!("/v1/bids/{bid}/withdraw");
    let (starred, withdrawn) = tokio::join!(
        shortlist(&app, &client, &bid, false),
        app.post(&freelancer, &withdraw, json!({})),
    );
    withdrawn.expect_status(200);
    assert!([200, 409].contains(&starred.status), "{}", starred.body);
    assert_eq!(
        seen(&app, &client, &freelancer, &task).await,
        ["withdrawn", "withdrawn"]
    );
}
