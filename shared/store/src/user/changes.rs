//! What is counted up in an account without reading it. Each leaves the item that writing the record whole would leave.

use super::replies::{WAITING, place_of};
use super::{AttemptRecord, Paid, UserRecord};
use crate::items::{one, value};
use crate::tx::Change;
use crate::{StoreError, keys};
use aws_sdk_dynamodb::types::AttributeValue;
use proconnect_domain::{Money, Role, UserId, UserStatus};
use std::time::Duration;

impl UserRecord {
    /// They posted a task, if they are a client.
    pub(crate) fn one_task_more(id: UserId) -> Result<Change, StoreError> {
        Ok(Change {
            key: keys::user(id),
            update: "ADD tasksPosted :one, version :one",
            condition: "contains(#roles, :client)",
            names: &[("#roles", "roles")],
            values: vec![(":one", one()), (":client", value(&Role::Client)?)],
        })
    }

    /// They hired somebody.
    pub(crate) fn one_hire_more(id: UserId) -> Change {
        Self::counted(id, "ADD hires :one, version :one")
    }

    /// They completed a contract.
    pub(crate) fn one_contract_more(id: UserId) -> Change {
        Self::counted(id, "ADD completedContracts :one, version :one")
    }

    /// Money that they had paid went to somebody whom they hired.
    pub(crate) fn paid_more(id: UserId, money: Money) -> Change {
        Change {
            key: keys::user(id),
            update: "ADD #paid :amount, version :one",
            condition: "attribute_exists(pk)",
            names: Paid::attribute(money.currency),
            values: vec![
                (":amount", AttributeValue::N(money.amount.to_string())),
                (":one", one()),
            ],
        }
    }

    /// Somebody has written to them first, and waits.
    pub(crate) fn asked(id: UserId, asker: UserId) -> Result<Change, StoreError> {
        Self::replied(id, asker, WAITING)
    }

    /// They have answered somebody who had written to them first, after so long.
    pub(crate) fn answered(id: UserId, asker: UserId, after: Duration) -> Result<Change, StoreError> {
        let minutes = u32::try_from(after.as_secs().div_ceil(60)).unwrap_or(WAITING);
        Self::replied(id, asker, minutes)
    }

    fn replied(id: UserId, asker: UserId, minutes: u32) -> Result<Change, StoreError> {
        Ok(Change {
            key: keys::user(id),
            update: "SET #reply = :minutes ADD version :one",
            condition: "attribute_exists(pk) AND #status <> :deleted",
            names: place_of(asker),
            values: vec![
                (":minutes", AttributeValue::N(minutes.to_string())),
                (":one", one()),
                (":deleted", value(&UserStatus::Deleted)?),
            ],
        })
    }

    fn counted(id: UserId, update: &'static str) -> Change {
        Change {
            key: keys::user(id),
            update,
            condition: "attribute_exists(pk)",
            names: &[],
            values: vec![(":one", one())],
        }
    }
}

impl AttemptRecord {
    /// A wrong code was tried, while there were tries left.
    pub(crate) fn one_try_less(id: UserId) -> Change {
        Change {
            key: keys::attempt(id),
            update: "SET #code.triesLeft = #code.triesLeft - :one ADD version :one",
            condition: "#code.triesLeft > :none",
            names: &[("#code", "code")],
            values: vec![(":one", one()), (":none", AttributeValue::N("0".to_owned()))],
        }
    }
}
