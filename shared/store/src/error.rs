//! What the table may answer instead of data.

use aws_sdk_dynamodb::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};
use proconnect_domain::UserStatus;

/// Why a call to the table did not succeed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A condition did not hold; the label is that of the write it guarded. Nothing was written.
    #[error("condition failed: {0}")]
    Condition(&'static str),
    /// The record changed between read and write. Nothing was written; read again and retry.
    #[error("changed meanwhile: {0}")]
    Stale(&'static str),
    /// The account of the person who acts is not in use, but in this state, or gone. Nothing was written.
    #[error("the account is not in use: {0:?}")]
    Account(Option<UserStatus>),
    /// The session by which the person acts has ended. Nothing was written.
    #[error("the session has ended")]
    SessionEnded,
    /// The table throttles or transactions collide; nothing was written.
    #[error("the table is busy")]
    Busy,
    /// The cursor is not one of this list's.
    #[error("the cursor is not valid")]
    Cursor,
    /// The state does not allow the step; nothing was written.
    #[error(transparent)]
    Transition(#[from] proconnect_domain::TransitionError),
    /// A record has taken a step of which no fact tells: a mistake in our own code. Nothing was written.
    #[error("no fact tells of the step to {0}")]
    Untold(String),
    /// Amounts that do not go together.
    #[error(transparent)]
    Money(#[from] proconnect_domain::MoneyError),
    /// An item is there, but cannot be read: a later release wrote it, or it is damaged. It was reported, and stays as it is.
    #[error("{id} cannot be read: {reason}")]
    Unreadable {
        /// What names the item in the table; no address of anybody.
        id: String,
        /// Why.
        reason: String,
    },
    /// A record could not be written as an item: a mistake in our own code.
    #[error("item: {0}")]
    Item(#[from] serde_dynamo::Error),
    /// Anything else; the outcome of a write is unknown.
    #[error("{0}")]
    Other(String),
}

impl StoreError {
    /// The write guarded by `label` was refused by its condition.
    pub(crate) fn is_condition(&self, label: &str) -> bool {
        matches!(self, StoreError::Condition(found) if *found == label)
    }

    /// The table was busy: the same call may be made again.
    pub fn is_busy(&self) -> bool {
        matches!(self, StoreError::Busy)
    }

    pub(crate) fn json(error: serde_json::Error) -> Self {
        StoreError::Other(error.to_string())
    }

    pub(crate) fn from_sdk<E>(error: SdkError<E>) -> Self
    where
        E: ProvideErrorMetadata + std::error::Error + Send + Sync + 'static,
        SdkError<E>: std::error::Error,
    {
        let code = error
            .as_service_error()
            .and_then(|error| error.code())
            .unwrap_or_default();
        match code {
            "ProvisionedThroughputExceededException"
            | "ThrottlingException"
            | "RequestLimitExceeded"
            | "TransactionInProgressException"
            | "TransactionConflictException" => StoreError::Busy,
            _ => StoreError::Other(format!("DynamoDB: {}", DisplayErrorContext(&error))),
        }
    }
}
