//! The cache: a real redis-server keeps limits as the table does, and whatever becomes of it, the table stands in.

use proconnect_cache::{Cache, Memory, PATIENCE, Redis};
use proconnect_domain::{RateLimit, Timestamp};
use proconnect_local::Caching;
use proconnect_store::Bucket;
use proconnect_tests::{Expect, Person, RunningRedis, TestApp};
use serde_json::json;
use std::sync::Arc;
use std::time::{Duration, Instant};

const FEW: RateLimit = limit(3, 10);
const MANY: RateLimit = limit(5, 4);

const fn limit(burst: u32, seconds: u64) -> RateLimit {
    RateLimit {
        burst,
        every: Duration::from_secs(seconds),
    }
}

/// A busy machine may take long, which is no matter here.
const PATIENT: Duration = Duration::from_secs(20);

fn patient(server: &RunningRedis) -> Redis {
    Redis::new(&server.url()).unwrap().waiting(PATIENT)
}

/// Takes from the buckets in the cache.
async fn take(
    cache: &dyn Cache,
    buckets: &[(&str, RateLimit)],
    now: Timestamp,
) -> Option<Result<(), Duration>> {
    let buckets: Vec<_> = buckets
        .iter()
        .map(|(whose, limit)| ((*whose).to_owned(), *limit))
        .collect();
    cache.take(&buckets, now).await
}

/// Each step: after so many milliseconds more, a token from these buckets.
const STEPS: [(u64, &[(&str, RateLimit)]); 16] = [
    (0, &[("one", FEW), ("two", MANY)]),
    (0, &[("one", FEW), ("two", MANY)]),
    (1, &[("one", FEW), ("two", MANY)]),
    // One is empty: two must not lose a token…
    (0, &[("one", FEW), ("two", MANY)]),
    (3_999, &[("one", FEW), ("two", MANY)]),
    // …which it shows alone.
    (0, &[("two", MANY)]),
    (0, &[("two", MANY)]),
    (0, &[("two", MANY)]),
    (0, &[("two", MANY)]),
    (6_000, &[("one", FEW), ("two", MANY)]),
    (0, &[("two", MANY), ("one", FEW), ("new", FEW)]),
    (0, &[("new", FEW)]),
    (9_999, &[("one", FEW)]),
    (1, &[("one", FEW)]),
    // Idle long enough, all of it is back.
    (3_600_000, &[("one", FEW), ("two", MANY)]),
    (0, &[("one", FEW), ("two", MANY), ("new", FEW)]),
];

#[tokio::test]
async fn redis_answers_as_the_table_does() {
    let (app, server) = (TestApp::new().await, RunningRedis::start().await);
    let redis = patient(&server);
    let (mut now, mut refused) = (app.world.now(), 0);
    for (number, (later, buckets)) in STEPS.iter().enumerate() {
        now = now.plus(Duration::from_millis(*later));
        let cached = take(&redis, buckets, now).await.expect("redis answers");
        let bucket = |(who, limit): &(&str, RateLimit)| Bucket {
            name: "test",
            who: (*who).to_owned(),
            limit: *limit,
        };
        let stored: Vec<_> = buckets.iter().map(bucket).collect();
        let stored = app.world.app.store.rates().take(&stored, now).await.unwrap();
        assert_eq!(cached.err(), stored, "step {number}");
        refused += usize::from(stored.is_some());
    }
    assert!(refused >= 4, "the steps find empty buckets: {refused}");
    // By the last step each of the two is two tokens short of full.
    for (key, life) in server.keys() {
        assert!(key.starts_with("proconnect:{rate}:"), "{key}");
        assert!(life > 0 && life <= 120_000, "{key} lives {life} ms");
    }
    assert_eq!(server.keys().len(), 3);
}

#[tokio::test]
async fn callers_at_once_never_get_more_than_the_limit() {
    let server = RunningRedis::start().await;
    let now = Timestamp::from_millis(1_900_000_000_000);
    let mut callers = tokio::task::JoinSet::new();
    for number in 0..60 {
        // Processes of their own, each with its connection, and addresses of their own; one account.
        let redis = patient(&server);
        callers.spawn(async move {
            redis.warm().await;
            let address = format!("address-{}", number % 20);
            take(&redis, &[(&address, MANY), ("account", limit(10, 30))], now).await
        });
    }
    let answers = callers.join_all().await;
    let took = answers
        .iter()
        .filter(|answer| matches!(answer, Some(Ok(()))))
        .count();
    let refused = answers
        .iter()
        .filter(|answer| matches!(answer, Some(Err(_))))
        .count();
    assert_eq!((took, refused), (10, 50));
    let full_at = server.command(&["GET", "proconnect:{rate}:account"]);
    assert_eq!(full_at, "1900000300000", "ten tokens are gone, and no more");
}

#[tokio::test]
async fn values_are_kept_with_an_end() {
    let server = RunningRedis::start().await;
    let redis = patient(&server);
    assert_eq!(redis.get("list").await, None);
    redis.put("list", b"1\r\n\0", Duration::from_secs(10)).await;
    assert_eq!(redis.get("list").await.unwrap(), b"1\r\n\0");
    let keys = server.keys();
    assert_eq!(keys.len(), 1);
    assert!(keys[0].1 > 0 && keys[0].1 <= 10_000, "{keys:?}");
}

#[tokio::test]
async fn a_lost_connection_is_made_anew() {
    let server = RunningRedis::start().await;
    let redis = patient(&server);
    redis.put("list", b"1", Duration::from_secs(10)).await;
    for kind in ["normal", "normal"] {
        server.command(&["CLIENT", "KILL", "TYPE", kind, "SKIPME", "yes"]);
        assert_eq!(redis.get("list").await.unwrap(), b"1");
    }
}

/// Somebody guesses passwords of an account until they are refused: how many tries that took.
async fn guesses(app: &TestApp, email: &str) -> usize {
    let body = json!({"email": email, "password": "a wrong pass phrase"});
    for tries in 0..40 {
        let answer = app.anonymous("POST", "/v1/auth/login", Some(body.clone())).await;
        if answer.status == 429 {
            assert!(
                answer.headers["retry-after"]
                    .to_str()
                    .unwrap()
                    .parse::<u64>()
                    .unwrap()
                    > 0
            );
            answer.expect_problem(429, "rate_limited");
            return tries;
        }
        answer.expect_problem(401, "invalid_credentials");
    }
    panic!("nobody is refused");
}

/// What counts is wrong tries in a row, wherever they are counted.
#[tokio::test]
async fn a_right_password_forgets_the_tries_before_it() {
    let server = RunningRedis::start().await;
    for cache in [Caching::Off, Caching::Redis(server.url(), PATIENT)] {
        let app = TestApp::caching(cache).await;
        let ada = app.person("client").await;
        let allowed = guesses(&app, &ada.email).await;
        app.world.advance(Duration::from_secs(900)).await.unwrap();
        app.log_in(&ada).await;
        assert_eq!(guesses(&app, &ada.email).await, allowed);
    }
    let left = server.keys();
    let of_address = left.iter().filter(|(key, _)| key.contains("login-address"));
    assert_eq!(
        of_address.count(),
        1,
        "the network has an account of its own perhaps: {left:?}"
    );
}

#[tokio::test]
async fn a_limit_survives_a_restart() {
    // In Redis: the second world shares nothing else with the first.
    let server = RunningRedis::start().await;
    let caching = || TestApp::caching(Caching::Redis(server.url(), PATIENT));
    let allowed = guesses(&caching().await, "ada@example.com").await;
    assert!(allowed > 0);
    let again = caching().await;
    assert_eq!(guesses(&again, "ada@example.com").await, 0);
    assert_eq!(guesses(&again, "bob@example.com").await, allowed);

    // In the table.
    let folder = tempfile::tempdir().unwrap();
    let kept = || TestApp::with(|options| options.data_dir = Some(folder.path().to_owned()));
    assert_eq!(guesses(&kept().await, "ada@example.com").await, allowed);
    assert_eq!(guesses(&kept().await, "ada@example.com").await, 0);
}

#[tokio::test]
async fn the_table_takes_over_when_redis_is_killed() {
    let mut server = RunningRedis::start().await;
    let app = TestApp::caching(Caching::Redis(server.url(), PATIENT)).await;
    let allowed = guesses(&app, "ada@example.com").await;
    assert!(!server.keys().is_empty());
    server.kill();
    // The table knows nothing of what Redis counted, and counts from here: nobody is let through without a limit.
    assert_eq!(guesses(&app, "ada@example.com").await, allowed);
    assert_eq!(guesses(&app, "ada@example.com").await, 0);
    titles(&app, None).await;
}

#[tokio::test]
async fn nobody_waits_for_a_redis_that_hangs() {
    let server = RunningRedis::start().await;
    let allowed = guesses(&TestApp::new().await, "ada@example.com").await;
    let app = TestApp::caching(Caching::Redis(server.url(), PATIENCE)).await;
    titles(&app, None).await;
    server.hang();
    let start = Instant::now();
    assert_eq!(guesses(&app, "ada@example.com").await, allowed);
    titles(&app, None).await;
    // 50 ms each; a busy machine adds its own.
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

async fn post(app: &TestApp, client: &Person, title: &str) {
    let mut body = app.task_body();
    body["title"] = json!(title);
    app.post(client, "/v1/tasks", body).await.expect_status(201);
}

async fn titles(app: &TestApp, caller: Option<&Person>) -> Vec<String> {
    let answer = match caller {
        Some(person) => app.get(person, "/v1/tasks").await,
        None => app.anonymous("GET", "/v1/tasks", None).await,
    };
    let items = answer.expect_status(200).body["items"]
        .as_array()
        .unwrap()
        .clone();
    items
        .iter()
        .map(|item| item["title"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn visitors_see_a_new_task_within_ten_seconds() {
    let server = RunningRedis::start().await;
    for cache in [Caching::Memory, Caching::Redis(server.url(), PATIENT)] {
        let app = TestApp::caching(cache.clone()).await;
        let client = app.person("client").await;
        post(&app, &client, "First").await;
        assert_eq!(titles(&app, None).await, ["First"], "{cache:?}");
        post(&app, &client, "Second").await;
        assert_eq!(titles(&app, None).await, ["First"], "{cache:?}: kept");
        // Who is signed in, who looks for something and who turns the page sees everything at once.
        assert_eq!(titles(&app, Some(&client)).await, ["Second", "First"]);
        let found = app.anonymous("GET", "/v1/tasks?q=second", None).await;
        assert_eq!(found.body["items"][0]["title"], "Second");
        let other = app
            .anonymous("GET", "/v1/tasks?limit=1&sort=deadline", None)
            .await;
        assert!(
            other.body["nextCursor"].is_string(),
            "another page is another key"
        );
        app.world.clock.advance(Duration::from_secs(10)).unwrap();
        assert_eq!(
            titles(&app, None).await,
            ["Second", "First"],
            "{cache:?}: ten seconds later"
        );
    }
    let kept = server
        .keys()
        .into_iter()
        .filter(|(key, _)| key.starts_with("proconnect:hot:"));
    let lives: Vec<_> = kept.map(|(_, life)| life).collect();
    assert!(
        !lives.is_empty() && lives.iter().all(|life| *life > 0 && *life <= 10_000),
        "{lives:?}"
    );
}

#[tokio::test]
async fn without_a_cache_everybody_sees_every_change() {
    let app = TestApp::new().await;
    let client = app.person("client").await;
    post(&app, &client, "First").await;
    assert_eq!(titles(&app, None).await, ["First"]);
    post(&app, &client, "Second").await;
    assert_eq!(titles(&app, None).await, ["Second", "First"]);
}

#[tokio::test]
async fn memory_keeps_no_buckets() {
    let memory: Arc<dyn Cache> = Arc::new(Memory::default());
    let now = Timestamp::from_millis(1_900_000_000_000);
    assert_eq!(take(&*memory, &[("one", FEW)], now).await, None);
}
