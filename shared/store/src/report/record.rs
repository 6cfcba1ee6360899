//! What moderators are to look at: a message that somebody reported, or that leads away from the platform.

use crate::StoreError;
use crate::keys::{self, Key};
use crate::message::MessageRecord;
use crate::personal::{Export, Personal};
use crate::record::{Card, Indexes, Record};
use proconnect_domain::{
    Elsewhere, MessageId, ReportId, ReportReason, RoomId, Timestamp, TypedId as _, UserId,
};
use proconnect_messaging::derived;
use serde::{Deserialize, Serialize};

/// A report. It keeps what was said as it was then, since a message can be edited and deleted.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportRecord {
    /// Id. It follows from the message and whoever reports it: twice is once.
    pub id: ReportId,
    /// Who reports.
    pub by: ReportedBy,
    /// The room.
    pub room_id: RoomId,
    /// The message.
    pub message_id: MessageId,
    /// Who wrote it.
    pub author_id: UserId,
    /// Why.
    pub reason: ReportReason,
    /// What whoever reports says to it.
    pub note: String,
    /// What the message said then.
    pub text: String,
    /// What of it leads away from the platform.
    pub warnings: Vec<Elsewhere>,
    /// When.
    pub created_at: Timestamp,
}

/// Who reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportedBy {
    /// Whoever read it.
    Person(UserId),
    /// The platform's own rules.
    Rules,
}

impl ReportRecord {
    /// A message is reported by whoever read it.
    pub fn by_person(
        message: &MessageRecord,
        user: UserId,
        (reason, note): (ReportReason, String),
        now: Timestamp,
    ) -> Self {
        Self::of(message, ReportedBy::Person(user), (reason, note), now)
    }

    /// A message leads away from the platform.
    pub(crate) fn by_rules(message: &MessageRecord, now: Timestamp) -> Self {
        let why = (ReportReason::OffPlatform, String::new());
        Self::of(message, ReportedBy::Rules, why, now)
    }

    fn of(
        message: &MessageRecord,
        by: ReportedBy,
        (reason, note): (ReportReason, String),
        now: Timestamp,
    ) -> Self {
        let who = match by {
            ReportedBy::Person(user) => format!("report-{user}"),
            ReportedBy::Rules => "report-rules".to_owned(),
        };
        Self {
            id: ReportId::from_ulid(derived(message.id.ulid(), &who).ulid()),
            by,
            room_id: message.room_id,
            message_id: message.id,
            author_id: message.sender_id,
            reason,
            note,
            text: message.text.clone(),
            warnings: message.warnings.clone(),
            created_at: now,
        }
    }
}

impl Record for ReportRecord {
    const TYPE: &'static str = "report";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::REPORT, keys::REPORT_SORT);
    const PERSONAL: Personal = Personal::KeptForTheBooks {
        export: Export::Not("moderators alone see who reported whom, or nobody would dare to"),
        reason: "what was reported is looked at whoever leaves, and says who somebody is by ids alone",
    };
    fn key(&self) -> Key {
        keys::report(self.id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        let sort = keys::due_sort(self.created_at, &self.id.to_string());
        Ok(Indexes {
            gsi2: Some((keys::OPEN_REPORTS.of(self.id.ulid()), sort)),
            card: Some(ReportCard::of(self).attribute()?),
            ..Indexes::default()
        })
    }
}

/// A report in the moderators' list.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReportCard {
    pub(crate) id: ReportId,
    pub(crate) author_id: UserId,
    pub(crate) reason: ReportReason,
    pub(crate) created_at: Timestamp,
}

impl Card for ReportCard {
    type Of = ReportRecord;
}

impl ReportCard {
    fn of(report: &ReportRecord) -> Self {
        Self {
            id: report.id,
            author_id: report.author_id,
            reason: report.reason,
            created_at: report.created_at,
        }
    }
}
