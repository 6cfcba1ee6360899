//! What is changed of a file without reading it. It leaves the item that writing the record whole would leave.

use super::FileRecord;
use crate::tx::{Change, one, value};
use crate::{StoreError, keys};
use aws_sdk_dynamodb::types::AttributeValue;
use proconnect_domain::{FileId, FileStatus, Timestamp, TypedId as _, UserId};

impl FileRecord {
    /// Its owner takes it back, and the timers delete its objects.
    pub(crate) fn taken_back(id: FileId, owner: UserId, now: Timestamp) -> Result<Change, StoreError> {
        Ok(Change {
            key: keys::file(id),
            update: "SET #status = :removed, card.#status = :removed, removedAt = :now, duepk = :duepk, \
                     duesk = :duesk, home = :nothing ADD version :one",
            condition: "ownerId = :owner",
            names: &[("#status", "status")],
            values: vec![
                (":removed", value(&FileStatus::Removed)?),
                (":now", value(&now)?),
                (":duepk", AttributeValue::S(keys::DUE_FILES.of(id.ulid()))),
                (":duesk", AttributeValue::S(keys::due_sort(now, &id.to_string()))),
                (":nothing", AttributeValue::Null(true)),
                (":owner", value(&owner)?),
                (":one", one()),
            ],
        })
    }
}
