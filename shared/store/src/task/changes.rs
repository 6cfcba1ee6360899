//! What is changed of a task without reading it. Each leaves the item that writing the record whole would leave.

use super::TaskRecord;
use super::record::is_first_edition;
use crate::items::{one, value};
use crate::tx::Change;
use crate::{BidRecord, ContractRecord, StoreError, keys};
use aws_sdk_dynamodb::types::AttributeValue;
use proconnect_domain::{TaskId, TaskStatus, Timestamp};

impl TaskRecord {
    /// Another bid was made on it, if it takes any now.
    ///
    /// The bid is one on an edition of it: whoever changes the task at this moment must know of the bid, and whoever bids of the
    /// change.
    pub(crate) fn one_bid_more(id: TaskId, edition: u32, now: Timestamp) -> Result<Change, StoreError> {
        let is_first = is_first_edition(&edition);
        let mut values = vec![
            (":one", one()),
            (":open", value(&TaskStatus::Open)?),
            (":now", value(&now)?),
        ];
        if !is_first {
            values.push((":edition", value(&edition)?));
        }
        Ok(Change {
            key: keys::task(id),
            update: "ADD bidCount :one, card.bidCount :one, version :one",
            condition: match is_first {
                true => "#status = :open AND deadline > :now AND attribute_not_exists(edition)",
                false => "#status = :open AND deadline > :now AND edition = :edition",
            },
            names: &[("#status", "status")],
            values,
        })
    }

    /// A bid on it became a contract, if it waited for that still.
    pub(crate) fn hired(
        bid: &BidRecord,
        contract: &ContractRecord,
        now: Timestamp,
    ) -> Result<Change, StoreError> {
        Ok(Change {
            key: keys::task(bid.task_id),
            update: "SET #status = :in_progress, card.#status = :in_progress, \
                     contractId = :contract, freelancerId = :freelancer \
                     REMOVE gsi2pk, gsi2sk, duepk, duesk ADD version :one",
            condition: "#status = :open AND clientId = :client AND deadline > :now",
            names: &[("#status", "status")],
            values: vec![
                (":in_progress", value(&TaskStatus::InProgress)?),
                (":open", value(&TaskStatus::Open)?),
                (":contract", value(&contract.id)?),
                (":freelancer", value(&contract.freelancer.id)?),
                (":client", value(&contract.client.id)?),
                (":now", value(&now)?),
                (":one", one()),
            ],
        })
    }

    /// Its contract is done.
    pub(crate) fn completed(id: TaskId) -> Result<Change, StoreError> {
        let values: Vec<(&'static str, AttributeValue)> = vec![
            (":completed", value(&TaskStatus::Completed)?),
            (":in_progress", value(&TaskStatus::InProgress)?),
            (":one", one()),
        ];
        Ok(Change {
            key: keys::task(id),
            update: "SET #status = :completed, card.#status = :completed ADD version :one",
            condition: "#status = :in_progress",
            names: &[("#status", "status")],
            values,
        })
    }
}
