//! What is changed of a file without reading it. It leaves the item that writing the record whole would leave.

use super::{FileHome, FileRecord};
use crate::items::{one, value};
use crate::tx::Change;
use crate::{StoreError, keys};
use aws_sdk_dynamodb::types::AttributeValue;
use proconnect_domain::{FileId, FileStatus, Timestamp, TypedId as _, UserId};

impl FileRecord {
    /// The message that it hung on was deleted.
    pub(crate) fn hidden(id: FileId, owner: UserId) -> Result<Change, StoreError> {
        Ok(Change {
            key: keys::file(id),
            update: "SET home = :home ADD version :one",
            condition: "ownerId = :owner",
            names: &[],
            values: vec![
                (":home", value(&FileHome::DeletedMessage)?),
                (":owner", value(&owner)?),
                (":one", one()),
            ],
        })
    }

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
