use super::*;
use proconnect_domain::{MilestoneId, OutboxId, TypedId as _, UserId};
use proconnect_events::{Actor, Cause, Event, Fact};
use serde_json::json;
use ulid::Ulid;

fn record(facts: Vec<Fact>, orders: Vec<Order>) -> Option<OutboxRecord> {
    let id = OutboxId::from_ulid(Ulid::from_parts(1_795_000_000_000, 7));
    let at = proconnect_domain::Timestamp::from_millis(1_795_000_000_000);
    OutboxRecord::new(id, at, (Cause::new("req-1"), Actor::Visitor), facts, orders)
}

fn user() -> UserId {
    UserId::from_ulid(Ulid(1))
}

#[test]
fn a_transaction_may_make_several_facts_and_all_go_out_under_ids_of_their_own() {
    let facts = vec![
        Fact::PasswordChanged { user_id: user() },
        Fact::SecondFactorEnabled { user_id: user() },
        // Nobody wants to hear of it.
        Fact::AccountVerified { user_id: user() },
    ];
    let command = ErasePerson { user_id: user() };
    let record = record(facts, vec![Order::new(&command).unwrap()]).unwrap();
    let sent = record.envelopes().unwrap();
    let kinds: Vec<_> = sent
        .iter()
        .map(|envelope| (envelope.queue, envelope.kind.as_str()))
        .collect();
    let notices = (QueueName::Notifications, "event");
    assert_eq!(kinds, [notices, notices, (QueueName::Users, "erase-person")]);
    let ids: std::collections::HashSet<_> = sent.iter().map(|envelope| envelope.id).collect();
    assert_eq!(ids.len(), 3);
    assert!(sent.iter().all(|envelope| envelope.cause.as_str() == "req-1"));
    assert_eq!(sent, record.envelopes().unwrap(), "the same each time");
    let again = OutboxRecord::read("x", &serde_json::to_string(&record).unwrap()).unwrap();
    assert_eq!(
        sent,
        again.envelopes().unwrap(),
        "also when it was kept meanwhile"
    );
}

#[test]
fn what_nobody_wants_to_hear_of_leaves_no_record() {
    assert_eq!(
        record(vec![Fact::AccountVerified { user_id: user() }], Vec::new()),
        None
    );
}

#[test]
fn a_group_is_what_sqs_takes() {
    let of = |object: &str, event: &str| {
        let command = LookAtStripeEvent {
            event_id: event.to_owned(),
            event_type: "x".to_owned(),
            object_id: object.to_owned(),
        };
        command.group().unwrap()
    };
    assert_eq!(of("pi_1", "evt_1"), "pi_1");
    assert_eq!(of("", "evt_1"), "evt_1", "of an event that speaks of no object");
    assert_eq!(of(&"x".repeat(129), &"e".repeat(200)), "e".repeat(128));
    let release = ReleasePayment {
        milestone_id: MilestoneId::from_ulid(Ulid(1)),
    };
    assert_eq!(release.group(), Some(release.milestone_id.to_string()));
}

bodies! {
    enum Either {
        Erase(ErasePerson),
        Event(Event),
    }
}

fn open(text: &str) -> Result<Either, Unreadable> {
    Either::open(&Envelope::read(text)?)
}

#[test]
fn a_consumer_reads_what_it_takes_and_nothing_else() {
    let facts = vec![Fact::PasswordChanged { user_id: user() }];
    let order = Order::new(&ErasePerson { user_id: user() }).unwrap();
    let record = record(facts, vec![order]).unwrap();
    let texts: Vec<_> = record
        .envelopes()
        .unwrap()
        .iter()
        .map(|e| serde_json::to_string(e).unwrap())
        .collect();
    assert!(matches!(open(&texts[0]), Ok(Either::Event(event)) if event.cause.as_str() == "req-1"));
    assert!(matches!(open(&texts[1]), Ok(Either::Erase(erase)) if erase.user_id == user()));
    let refused = |from: &str, to: &str| open(&texts[0].replace(from, to)).unwrap_err();
    let id = record.envelopes().unwrap()[0].id.to_string();
    for unreadable in [
        refused("\"kind\":\"event\"", "\"kind\":\"of-the-future\""),
        refused("\"version\":1", "\"version\":2"),
        refused("passwordChanged", "telepathyEnabled"),
    ] {
        assert_eq!(unreadable.id, id);
    }
}

#[test]
fn a_record_of_the_future_is_not_misread() {
    let text = json!({"version": 2, "id": "out_1"}).to_string();
    assert_eq!(OutboxRecord::read("out_1", &text).unwrap_err().id, "out_1");
    assert!(OutboxRecord::read("out_1", "").is_err());
}

#[test]
fn a_message_has_only_letters_that_sqs_takes() {
    let body = serde_json::json!({"name": "a\u{FFFE}b\u{FFFF}c\u{0}\u{1F}\u{1F680}"});
    let envelope = serde_json::json!({
        "version": 1, "id": "out_01ARZ3NDEKTSV4RRFFQ69G5FAV", "kind": "x", "queue": "email", "group": null,
        "deduplicationId": null, "cause": "a-test", "actor": {"kind": "platform"}, "body": body,
    });
    let envelope: crate::Envelope = serde_json::from_value(envelope).unwrap();
    let message = envelope.message().unwrap();
    let taken = |letter: char| matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..);
    assert!(message.chars().all(taken), "{message}");
    let read: crate::Envelope = serde_json::from_str(&message).unwrap();
    assert_eq!(read, envelope);
}
