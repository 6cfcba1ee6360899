//! Whose account must be in use for a transaction to go through.

use crate::StoreError;
use crate::items::{text, value};
use crate::keys::{self, Key};
use aws_sdk_dynamodb::types::builders::ConditionCheckBuilder;
use aws_sdk_dynamodb::types::{
    AttributeValue, CancellationReason, ConditionCheck, ReturnValuesOnConditionCheckFailure,
};
use proconnect_domain::{Role, UserId, UserStatus};
use proconnect_events::Actor;

/// What a person may write whatever became of their account, each for its reason.
pub(crate) enum Always {
    /// Signing out, anywhere: less access is never refused.
    EndSession,
    /// A note that they took their data with them, which is theirs to take.
    Export,
    /// Counting tries: who is refused must not try for ever.
    Limit,
}

/// The account behind a transaction. It is looked at by the transaction itself: DynamoDB refuses two operations on one
/// item, so the condition joins the write of that very account where there is one, and is a check of its own otherwise.
pub(crate) struct Guard {
    account: Option<Key>,
    must_be_admin: bool,
    joined: bool,
}

impl Guard {
    /// Persons are looked at; visitors, the processor and the platform have no account.
    pub(crate) fn of(actor: Actor) -> Self {
        let account = match actor {
            Actor::User(id) => Some(keys::user(id)),
            Actor::Visitor | Actor::Processor | Actor::Platform => None,
        };
        Self {
            account,
            must_be_admin: false,
            joined: false,
        }
    }

    /// An admin's account, which must be one still.
    pub(crate) fn of_admin(admin: UserId) -> Self {
        Self {
            must_be_admin: true,
            ..Self::of(Actor::User(admin))
        }
    }

    fn is_own(&self, key: &Key) -> bool {
        self.account.as_ref() == Some(key)
    }

    /// The transaction writes or checks a record as it was read. If it is the account, what was read must be in use: that
    /// it still is follows from the condition on the version.
    pub(crate) fn own_record(&mut self, key: &Key, status: Option<&str>) -> Result<(), StoreError> {
        if self.is_own(key) {
            self.joined = true;
            in_use(status)?;
        }
        Ok(())
    }

    /// The transaction changes an item in place: whether that is the account, and the condition joins it.
    pub(crate) fn own_change(&mut self, key: &Key) -> bool {
        let own = self.is_own(key);
        self.joined |= own;
        own
    }

    /// A refusal shows the account, so that it can be told why.
    pub(crate) fn shows(&self, key: &Key) -> ReturnValuesOnConditionCheckFailure {
        match self.is_own(key) {
            true => ReturnValuesOnConditionCheckFailure::AllOld,
            false => ReturnValuesOnConditionCheckFailure::None,
        }
    }

    /// The check of the account, unless the condition has joined another operation.
    pub(crate) fn check(&self) -> Result<Option<(Key, ConditionCheckBuilder)>, StoreError> {
        let Some(key) = self.account.as_ref().filter(|_| !self.joined) else {
            return Ok(None);
        };
        let mut check = ConditionCheck::builder()
            .expression_attribute_names("#own", "status")
            .expression_attribute_values(":own", value(&UserStatus::Active)?);
        check = match self.must_be_admin {
            false => check.condition_expression("#own = :own"),
            true => check
                .condition_expression("#own = :own AND contains(#roles, :admin)")
                .expression_attribute_names("#roles", "roles")
                .expression_attribute_values(":admin", value(&Role::Admin)?),
        };
        Ok(Some((key.clone(), check)))
    }

    /// Whether the account is what a cancelled transaction was refused for.
    pub(crate) fn refused(&self, reasons: &[CancellationReason]) -> Option<StoreError> {
        let own = self.account.as_ref()?;
        let failed = |reason: &&CancellationReason| reason.code() == Some("ConditionalCheckFailed");
        let shown = reasons.iter().filter(failed).filter_map(CancellationReason::item);
        let mut accounts = shown.filter(|item| text(item, "pk") == own.pk && text(item, "sk") == own.sk);
        accounts.find_map(|item| in_use(Some(&text(item, "status"))).err())
    }
}

fn in_use(status: Option<&str>) -> Result<(), StoreError> {
    let status = status.map(|word| AttributeValue::S(word.to_owned()));
    match status.map(serde_dynamo::from_attribute_value).transpose()? {
        Some(UserStatus::Active) => Ok(()),
        status => Err(StoreError::Account(status)),
    }
}
