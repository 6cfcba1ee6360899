use super::*;
use crate::clock::MovableClock;
use serde_json::json;
use std::time::Duration;

fn envelope(group: Option<&str>) -> Envelope {
    numbered(0, group)
}

fn numbered(number: u32, group: Option<&str>) -> Envelope {
    let id = format!("out_01ARZ3NDEKTSV4RRFFQ69G5FA{number}");
    let envelope = json!({
        "version": 1, "id": id, "kind": "x", "queue": "payments", "group": group, "deduplicationId": id,
        "cause": "a-test", "actor": {"kind": "platform"}, "body": {},
    });
    serde_json::from_value(envelope).unwrap()
}

#[test]
fn a_group_is_refused_as_sqs_refuses_it() {
    let takes = |group: Option<&str>| check_fifo(true, &envelope(group)).is_ok();
    assert!(takes(Some("pi_1")) && takes(Some(&"x".repeat(128))));
    assert!(!takes(None) && !takes(Some("")) && !takes(Some(&"x".repeat(129))));
    assert!(!takes(Some("a b")) && !takes(Some("é")) && takes(Some("!~")));
    assert!(check_fifo(false, &envelope(Some("pi_1"))).is_err());
}

#[test]
fn a_message_is_refused_as_sqs_refuses_it() {
    assert!(check_body("x").is_ok() && check_body(&"x".repeat(1024 * 1024)).is_ok());
    assert!(check_body("").is_err() && check_body(&"x".repeat(1024 * 1024 + 1)).is_err());
    assert!(check_body("é\u{1F680}\t\n\r").is_ok());
    for letter in ['\u{0}', '\u{8}', '\u{B}', '\u{1F}', '\u{FFFE}', '\u{FFFF}'] {
        assert!(check_body(&letter.to_string()).is_err(), "{letter:?}");
    }
}

const MINUTE: Duration = Duration::from_secs(60);

/// The FIFO queue of payments, whose messages are hidden for a minute and go away after two receives.
fn fifo() -> (LocalQueue, Arc<MovableClock>, [QueueSpec; 2]) {
    let spec = |id: &str, redrive| QueueSpec {
        id: id.to_owned(),
        fifo: true,
        visibility: MINUTE,
        redrive,
    };
    let dead = spec("PaymentsDeadLetterQueue", None);
    let queue = spec("PaymentsQueue", Some((dead.id.clone(), 2)));
    let state = Sqlite::open(None).unwrap();
    let clock = Arc::new(MovableClock::open(state.clone()).unwrap());
    let specs = [queue, dead];
    (
        LocalQueue::new(state, specs.to_vec(), Arc::clone(&clock) as _),
        clock,
        specs,
    )
}

fn sequences(queue: &LocalQueue, spec: &QueueSpec) -> Vec<i64> {
    let received = queue.receive(spec, 1).unwrap();
    received.iter().map(|message| message.sequence).collect()
}

#[test]
fn a_queue_that_was_empty_gives_out_what_is_put_into_it() {
    let (queue, _, [spec, _]) = fifo();
    assert!(sequences(&queue, &spec).is_empty());
    assert!(!queue.may_have(&spec.id, queue.now()), "it is not asked again");
    queue.put(&numbered(1, Some("a"))).unwrap();
    assert_eq!(sequences(&queue, &spec), [1]);
}

#[test]
fn of_a_group_the_next_comes_when_the_one_before_is_done() {
    let (queue, _, [spec, _]) = fifo();
    for (number, group) in [(1, "a"), (2, "a"), (3, "b")] {
        queue.put(&numbered(number, Some(group))).unwrap();
    }
    assert_eq!(sequences(&queue, &spec), [1]);
    assert_eq!(sequences(&queue, &spec), [3], "another group does not wait");
    assert!(sequences(&queue, &spec).is_empty());
    queue.delete(&spec, [1]).unwrap();
    assert_eq!(sequences(&queue, &spec), [2]);
}

#[test]
fn what_was_not_done_comes_again_and_then_goes_to_the_dead_letters() {
    let (queue, clock, [spec, dead]) = fifo();
    queue.put(&numbered(1, Some("a"))).unwrap();
    assert!(sequences(&queue, &dead).is_empty());
    for _ in 0..2 {
        assert_eq!(sequences(&queue, &spec), [1]);
        assert!(sequences(&queue, &spec).is_empty());
        clock.advance(MINUTE - Duration::from_secs(10)).unwrap();
        assert!(sequences(&queue, &spec).is_empty(), "it is hidden for a minute");
        clock.advance(Duration::from_secs(11)).unwrap();
    }
    assert!(sequences(&queue, &spec).is_empty());
    assert_eq!(sequences(&queue, &dead), [1]);
}

#[test]
fn what_a_process_that_died_had_received_is_there_again() {
    let (queue, _, [spec, _]) = fifo();
    queue.put(&numbered(1, Some("a"))).unwrap();
    assert_eq!(sequences(&queue, &spec), [1]);
    assert!(sequences(&queue, &spec).is_empty());
    queue.release_all().unwrap();
    assert_eq!(sequences(&queue, &spec), [1]);
}

#[test]
fn a_repeat_is_dropped_for_five_minutes() {
    let (queue, clock, [spec, _]) = fifo();
    for _ in 0..2 {
        queue.put(&numbered(1, Some("a"))).unwrap();
    }
    assert_eq!(sequences(&queue, &spec), [1]);
    queue.delete(&spec, [1]).unwrap();
    assert!(sequences(&queue, &spec).is_empty());
    clock.advance(5 * MINUTE).unwrap();
    queue.put(&numbered(1, Some("a"))).unwrap();
    assert_eq!(sequences(&queue, &spec).len(), 1);
}

#[test]
fn what_is_asked_at_each_message_is_found_by_an_index() {
    let state = Sqlite::open(None).unwrap();
    for (sql, index) in [
        (
            "DELETE FROM deduplications WHERE sent <= 1",
            "deduplications_sent",
        ),
        (
            "UPDATE messages SET queue = 'd' WHERE queue = 'q' AND receives >= 5 AND receives > 0 AND visible <= 1",
            "messages_received",
        ),
    ] {
        let sql = format!("EXPLAIN QUERY PLAN {sql}");
        let step: String = state
            .transaction(|tx| tx.query_row(&sql, [], |row| row.get(3)))
            .unwrap();
        assert!(
            step.starts_with("SEARCH") && step.contains(index),
            "{sql}: {step}"
        );
    }
}
