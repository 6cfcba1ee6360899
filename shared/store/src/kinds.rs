//! Every kind of record there is.

use crate::StoreError;
use crate::audit::AuditRecord;
use crate::bid::BidRecord;
use crate::billing::BillingRecord;
use crate::block::BlockRecord;
use crate::connection::{ConnectionOwner, ConnectionRecord, UsedTicket};
use crate::contract::{ContractRecord, RevisionRecord, SubmissionRecord};
use crate::dispute::{DisputeRecord, EvidenceRecord, FrozenRecord};
use crate::file::FileRecord;
use crate::idempotency::IdempotencyRecord;
use crate::invoice::{InvoiceCounter, InvoiceRecord};
use crate::items::{Item, text};
use crate::message::{MessageRecord, MessageVersionRecord, SentRecord, WordRecord};
use crate::notification::{InboxRecord, NotificationRecord, PreferencesRecord};
use crate::outbox::{DoneRecord, Left};
use crate::payment::{BlockedRelease, JournalRecord, LedgerHead, PaymentRecord, StripeEventRecord};
use crate::personal::Personal;
use crate::presence::PresenceRecord;
use crate::profile::{ActivityRecord, MonthRecord, ProfileRecord, SavedRecord};
use crate::rates::RateRecord;
use crate::record::{Record, item_of, number, read};
use crate::reminders::ReminderRecord;
use crate::report::ReportRecord;
use crate::rewrite::RewriteRecord;
use crate::room::RoomRecord;
use crate::task::TaskRecord;
use crate::user::{
    AttemptRecord, EmailClaim, Mailbox, SessionRecord, SessionsMark, SuppressionRecord, UserRecord,
};

/// What is the same for all records of a kind.
#[derive(Debug)]
pub struct Kind {
    /// The items' `type`.
    pub name: &'static str,
    /// The version that is written today.
    pub version: u32,
    /// What it is to a person.
    pub personal: Personal,
    /// Attributes that nobody is shown.
    pub secrets: &'static [&'static str],
    begins: (&'static str, &'static str),
    again: fn(Item) -> Result<Item, StoreError>,
}

/// One of each.
pub const KINDS: &[Kind] = &[
    Kind::of_record::<UserRecord>(),
    Kind::of_record::<EmailClaim>(),
    Kind::of_record::<AttemptRecord>(),
    Kind::of_record::<Mailbox>(),
    Kind::of_record::<SuppressionRecord>(),
    Kind::of_record::<SessionsMark>(),
    Kind::of_record::<SessionRecord>(),
    Kind::of_record::<ProfileRecord>(),
    Kind::of_record::<SavedRecord>(),
    Kind::of_record::<BlockRecord>(),
    Kind::of_record::<ActivityRecord>(),
    Kind::of_record::<MonthRecord>(),
    Kind::of_record::<ConnectionRecord>(),
    Kind::of_record::<ConnectionOwner>(),
    Kind::of_record::<PresenceRecord>(),
    Kind::of_record::<UsedTicket>(),
    Kind::of_record::<RateRecord>(),
    Kind::of_record::<PaymentRecord>(),
    Kind::of_record::<InvoiceRecord>(),
    Kind::of_record::<InvoiceCounter>(),
    Kind::of_record::<BillingRecord>(),
    Kind::of_record::<BlockedRelease>(),
    Kind::of_record::<TaskRecord>(),
    Kind::of_record::<BidRecord>(),
    Kind::of_record::<ContractRecord>(),
    Kind::of_record::<SubmissionRecord>(),
    Kind::of_record::<RevisionRecord>(),
    Kind::of_record::<DisputeRecord>(),
    Kind::of_record::<EvidenceRecord>(),
    Kind::of_record::<FrozenRecord>(),
    Kind::of_record::<FileRecord>(),
    Kind::of_record::<RoomRecord>(),
    Kind::of_record::<MessageRecord>(),
    Kind::of_record::<MessageVersionRecord>(),
    Kind::of_record::<SentRecord>(),
    Kind::of_record::<WordRecord>(),
    Kind::of_record::<ReportRecord>(),
    Kind::of_record::<NotificationRecord>(),
    Kind::of_record::<InboxRecord>(),
    Kind::of_record::<PreferencesRecord>(),
    Kind::of_record::<JournalRecord>(),
    Kind::of_record::<LedgerHead>(),
    Kind::of_record::<StripeEventRecord>(),
    Kind::of_record::<AuditRecord>(),
    Kind::of_record::<Left>(),
    Kind::of_record::<DoneRecord>(),
    Kind::of_record::<IdempotencyRecord>(),
    Kind::of_record::<RewriteRecord>(),
    Kind::of_record::<ReminderRecord>(),
];

impl Kind {
    const fn of_record<T: Record>() -> Self {
        Self {
            name: T::TYPE,
            version: T::V,
            personal: T::PERSONAL,
            secrets: T::SECRETS,
            begins: T::BEGINS,
            again: again::<T>,
        }
    }

    /// Of an item: what its `type` says; without one, what its keys begin with.
    pub fn of(item: &Item) -> Option<&'static Self> {
        let name = text(item, "type");
        if !name.is_empty() {
            return KINDS.iter().find(|kind| kind.name == name);
        }
        let (pk, sk) = (text(item, "pk"), text(item, "sk"));
        let begins = |kind: &&Kind| pk.starts_with(kind.begins.0) && sk.starts_with(kind.begins.1);
        // `#USER` begins the account's sort key and, longer, the profile's.
        KINDS.iter().filter(begins).max_by_key(|kind| kind.begins.1.len())
    }

    /// What the sort keys of its items begin with.
    pub(crate) fn prefix(&self) -> &'static str {
        self.begins.1
    }

    /// An item as today's code would write it: the same record in its newest shape. The version for writers stays.
    /// `Unreadable` when it cannot be read; it has been reported then.
    pub fn again(&self, item: Item) -> Result<Item, StoreError> {
        (self.again)(item)
    }
}

fn again<T: Record>(item: Item) -> Result<Item, StoreError> {
    // Items that were only ever counted up, or put, had none.
    let version = number(&item, "version").unwrap_or(1);
    item_of(&read::<T>(item)?, version)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
