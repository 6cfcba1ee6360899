//! What the product's queues and its outbox carry, made as the product makes it: from facts and commands.

use super::{NOW, ULID};
use crate::Error;
use proconnect_domain::{Email, TypedId as _};
use proconnect_events::{Actor, Cause, Fact};
use proconnect_messaging::{
    AskBidders, DeleteFile, Envelope, ExpireTask, LookAtRoom, LookAtStripeEvent, MailDigest, MailSecret,
    Order, OutboxRecord, RefundPart, ReturnPayment, RunClocks, RunDispute, SayFarewell,
};
use proconnect_notices::{Message, Notice, plan, samples};
use proconnect_store::outbox_image;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The address in commands that name one.
const ADDRESS: &str = "ada@example.com";

/// The messages of a queue that are of these kinds, one of each, with their groups.
pub fn of_kinds(kinds: &[&str], queue: &str) -> Result<Vec<(String, Option<String>)>, Error> {
    let all = everything()?;
    let find = |kind: &&str| {
        // Commands come last, and they are what can be sent about somebody who is known by their address alone.
        let mut of_queue = all.iter().rev();
        let found = of_queue.find(|envelope| envelope.kind == *kind && envelope.queue.logical_id() == queue);
        let envelope =
            found.ok_or_else(|| format!("local/src/samples/messages.rs has nothing of the kind {kind}"))?;
        Ok((serde_json::to_string(envelope)?, envelope.group.clone()))
    };
    kinds.iter().map(find).collect()
}

/// Everything that is sent because of a transaction in which everything happens.
pub fn everything() -> Result<Vec<Envelope>, Error> {
    let facts = samples::facts().into_iter().map(|sample| sample.fact).collect();
    Ok(record(facts, commands()?)?.envelopes()?)
}

/// The commands that no fact implies.
fn commands() -> Result<Vec<Order>, Error> {
    let look = LookAtStripeEvent {
        event_id: "evt_1".to_owned(),
        event_type: "payment_intent.succeeded".to_owned(),
        object_id: "pi_1".to_owned(),
    };
    let farewell = SayFarewell {
        email: Email::parse(ADDRESS).map_err(|error| error.message)?,
        name: "Ada".to_owned(),
    };
    Ok(vec![
        Order::new(&look)?,
        Order::new(&reset_password()?)?,
        Order::new(&farewell)?,
        Order::new(&message()?)?,
        Order::new(&MailDigest {
            user_id: format!("usr_{ULID}").parse()?,
            date: "2026-11-27".parse().map_err(|_| "no date")?,
            notices: vec![format!("ntf_{ULID}").parse()?],
        })?,
        Order::new(&AskBidders {
            task_id: format!("tsk_{ULID}").parse()?,
        })?,
        Order::new(&ExpireTask {
            task_id: format!("tsk_{ULID}").parse()?,
        })?,
        Order::new(&RunClocks {
            contract_id: format!("ctr_{ULID}").parse()?,
        })?,
        Order::new(&LookAtRoom {
            room_id: format!("rom_{ULID}").parse()?,
        })?,
        Order::new(&ReturnPayment {
            milestone_id: format!("mst_{ULID}").parse()?,
            payment_id: format!("pay_{ULID}").parse()?,
            charge_id: "ch_1".to_owned(),
        })?,
        Order::new(&DeleteFile {
            file_id: format!("fil_{ULID}").parse()?,
        })?,
        Order::new(&RefundPart {
            milestone_id: format!("mst_{ULID}").parse()?,
            payment_id: Some(format!("pay_{ULID}").parse()?),
        })?,
        Order::new(&RunDispute {
            dispute_id: format!("dsp_{ULID}").parse()?,
        })?,
    ])
}

/// What somebody is told by mail, the first of all samples.
fn message() -> Result<Message, Error> {
    let samples = samples::facts();
    let planned = samples
        .iter()
        .filter_map(|sample| plan(&sample.fact, &sample.context, &BTreeMap::new()).ok());
    let mut messages = planned.flatten().filter_map(|notice| match notice {
        Notice::Message(message) if message.mail => Some(message),
        Notice::Message(_) | Notice::Live { .. } => None,
    });
    Ok(messages.next().ok_or("nobody is mailed anything")?)
}

fn reset_password() -> Result<MailSecret, Error> {
    Ok(MailSecret::ResetPassword {
        email: Email::parse(ADDRESS).map_err(|error| error.message)?,
        asked: false,
    })
}

fn record(facts: Vec<Fact>, commands: Vec<Order>) -> Result<OutboxRecord, Error> {
    let (id, cause) = (format!("out_{ULID}").parse()?, Cause::new(super::SAMPLE));
    let record = OutboxRecord::new(id, NOW, (cause, Actor::Platform), facts, commands);
    Ok(record.ok_or("nobody wants to hear of it")?)
}

/// A batch of the table's stream: one new outbox record, with a fact and a command.
pub fn stream() -> Result<Value, Error> {
    let user_id = format!("usr_{ULID}").parse()?;
    let record = record(
        vec![Fact::PasswordChanged { user_id }],
        vec![Order::new(&reset_password()?)?],
    )?;
    let image = outbox_image(&record)?;
    let record = json!({
        "eventID": record.id.ulid().to_string(), "eventName": "INSERT", "eventVersion": "1.1",
        "eventSource": "aws:dynamodb", "awsRegion": "local",
        "eventSourceARN": "arn:aws:dynamodb:local:000000000000:table/proconnect/stream/1",
        "dynamodb": {
            "ApproximateCreationDateTime": NOW.as_millis().div_euclid(1000),
            "Keys": {"pk": image["pk"], "sk": image["sk"]}, "NewImage": image,
            "SequenceNumber": "1", "SizeBytes": 100, "StreamViewType": "NEW_AND_OLD_IMAGES",
        },
    });
    Ok(json!({"Records": [record]}))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_sample_is_named() {
        let error = of_kinds(&["erase-person", "tickle"], "UsersQueue").unwrap_err();
        assert!(
            error.to_string().ends_with("nothing of the kind tickle"),
            "{error}"
        );
        assert_eq!(of_kinds(&["erase-person"], "UsersQueue").unwrap().len(), 1);
    }
}
