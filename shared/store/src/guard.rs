//! Whose account must be in use, and which session must stand, for a transaction to go through.

use crate::StoreError;
use crate::items::{Item, text, value};
use crate::keys::{self, Key};
use aws_sdk_dynamodb::types::builders::ConditionCheckBuilder;
use aws_sdk_dynamodb::types::{
    AttributeValue, CancellationReason, ConditionCheck, ReturnValuesOnConditionCheckFailure,
};
use proconnect_auth::{ActingSession, Caller};
use proconnect_domain::{Role, Timestamp, UserStatus};
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

/// The account behind a transaction, and the session by which it acts. They are looked at by the transaction itself:
/// DynamoDB refuses two operations on one item, so the condition joins the write of that very account where there is one,
/// and is a check of its own otherwise; so does that of the session.
///
/// A session ends in two ways. One that is ended by itself is deleted: its item is checked. Several are ended together by
/// giving the account another `sessionsFrom`: that is compared with what the session began under.
pub(crate) struct Guard {
    account: Option<Key>,
    session: Option<Key>,
    honoured_from: Option<Timestamp>,
    must_be_admin: bool,
    joined: bool,
    session_joined: bool,
}

/// A part of a condition, with what it names.
pub(crate) struct Clause {
    pub(crate) text: &'static str,
    pub(crate) names: Vec<(&'static str, &'static str)>,
    pub(crate) values: Vec<(&'static str, AttributeValue)>,
}

impl Guard {
    /// Persons are looked at; visitors, the processor and the platform have no account.
    pub(crate) fn of(actor: Actor, session: Option<ActingSession>) -> Self {
        let account = match actor {
            Actor::User(id) => Some(keys::user(id)),
            Actor::Visitor | Actor::Processor | Actor::Platform => None,
        };
        let item = match (actor, session) {
            (Actor::User(id), Some(by)) => Some(keys::session(id, by.id)),
            _ => None,
        };
        Self {
            account,
            session: item,
            honoured_from: session.and_then(|by| by.honoured_from),
            must_be_admin: false,
            joined: false,
            session_joined: false,
        }
    }

    /// An admin's account, which must be one still.
    pub(crate) fn of_admin(admin: &Caller) -> Self {
        Self {
            must_be_admin: true,
            ..Self::of(Actor::User(admin.user_id), Some(admin.session()))
        }
    }

    fn is_own(&self, key: &Key) -> bool {
        self.account.as_ref() == Some(key)
    }

    /// The transaction writes or checks a record as it was read. If it is the account, what was read must be in use: that
    /// it still is follows from the condition on the version, which this joins. If it is the session, it is there.
    pub(crate) fn own_record(
        &mut self,
        key: &Key,
        status: Option<&str>,
    ) -> Result<Option<Clause>, StoreError> {
        self.session_joined |= self.session.as_ref() == Some(key);
        if !self.is_own(key) {
            return Ok(None);
        }
        self.joined = true;
        in_use(status)?;
        self.honoured()
    }

    /// The transaction changes an item in place: what joins its condition if that is the account.
    pub(crate) fn own_change(&mut self, key: &Key) -> Result<Vec<Clause>, StoreError> {
        if !self.is_own(key) {
            return Ok(Vec::new());
        }
        self.joined = true;
        self.clauses()
    }

    /// What must be true of the account.
    fn clauses(&self) -> Result<Vec<Clause>, StoreError> {
        let active = Clause {
            text: "#own = :own",
            names: vec![("#own", "status")],
            values: vec![(":own", value(&UserStatus::Active)?)],
        };
        let admin = Clause {
            text: "contains(#roles, :admin)",
            names: vec![("#roles", "roles")],
            values: vec![(":admin", value(&Role::Admin)?)],
        };
        let admin = self.must_be_admin.then_some(admin);
        Ok([active]
            .into_iter()
            .chain(admin)
            .chain(self.honoured()?)
            .collect())
    }

    /// That no sessions were ended together since this one began.
    fn honoured(&self) -> Result<Option<Clause>, StoreError> {
        let Some(from) = self.session.as_ref().map(|_| self.honoured_from) else {
            return Ok(None);
        };
        let text = match from {
            Some(_) => "sessionsFrom = :from",
            // Accounts of before have no such attribute; others say that it is nothing.
            None => "(attribute_not_exists(sessionsFrom) OR sessionsFrom = :from)",
        };
        Ok(Some(Clause {
            text,
            names: Vec::new(),
            values: vec![(":from", value(&from)?)],
        }))
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
        let mut check = ConditionCheck::builder();
        let mut texts = Vec::new();
        for clause in self.clauses()? {
            texts.push(clause.text);
            for (name, attribute) in clause.names {
                check = check.expression_attribute_names(name, attribute);
            }
            for (name, value) in clause.values {
                check = check.expression_attribute_values(name, value);
            }
        }
        Ok(Some((
            key.clone(),
            check.condition_expression(texts.join(" AND ")),
        )))
    }

    /// The check of the session, unless the transaction writes it.
    pub(crate) fn session_check(&self) -> Option<(Key, ConditionCheckBuilder)> {
        let key = self.session.as_ref().filter(|_| !self.session_joined)?;
        let check = ConditionCheck::builder().condition_expression("attribute_exists(pk)");
        Some((key.clone(), check))
    }

    /// Whether the account is what a cancelled transaction was refused for, or that its sessions were ended.
    pub(crate) fn refused(&self, reasons: &[CancellationReason]) -> Option<StoreError> {
        let own = self.account.as_ref()?;
        let failed = |reason: &&CancellationReason| reason.code() == Some("ConditionalCheckFailed");
        let shown = reasons.iter().filter(failed).filter_map(CancellationReason::item);
        let mut accounts = shown.filter(|item| text(item, "pk") == own.pk && text(item, "sk") == own.sk);
        accounts.find_map(|item| {
            let unused = in_use(Some(&text(item, "status"))).err();
            unused.or_else(|| self.ended(item).then_some(StoreError::SessionEnded))
        })
    }

    fn ended(&self, account: &Item) -> bool {
        let from = self.honoured_from.map(|at| at.to_string()).unwrap_or_default();
        self.session.is_some() && text(account, "sessionsFrom") != from
    }
}

fn in_use(status: Option<&str>) -> Result<(), StoreError> {
    let status = status.map(|word| AttributeValue::S(word.to_owned()));
    match status.map(serde_dynamo::from_attribute_value).transpose()? {
        Some(UserStatus::Active) => Ok(()),
        status => Err(StoreError::Account(status)),
    }
}
