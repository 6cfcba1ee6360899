//! Typed ids: a prefix that says what it names, and a ULID that sorts by time.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;
use ulid::Ulid;

/// The text is not an id of the wanted kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id of this kind")]
pub struct IdError;

/// What all ids can do.
pub trait TypedId: Copy + fmt::Display + FromStr<Err = IdError> {
    /// Such as `tsk`.
    const PREFIX: &'static str;
    /// From a ULID.
    fn from_ulid(ulid: Ulid) -> Self;
    /// The ULID.
    fn ulid(self) -> Ulid;
}

macro_rules! typed_id {
    ($($(#[doc = $doc:literal])+ $name:ident = $prefix:literal, $normal:expr;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Ulid);

        impl TypedId for $name {
            const PREFIX: &'static str = $prefix;
            fn from_ulid(ulid: Ulid) -> Self {
                let normal: fn(u128) -> u128 = $normal;
                Self(Ulid(normal(ulid.0)))
            }
            fn ulid(self) -> Ulid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "_{}"), self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                let ulid = text.strip_prefix(concat!($prefix, "_")).and_then(strict).ok_or(IdError)?;
                let id = Self::from_ulid(ulid);
                if id.0 == ulid { Ok(id) } else { Err(IdError) }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            fn inline_schema() -> bool {
                true
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({"type": "string", "pattern": concat!("^", $prefix, "_[0-9A-HJKMNP-TV-Z]{26}$")})
            }
        }
    )+};
}

/// Only the canonical spelling: two texts never name the same thing.
fn strict(text: &str) -> Option<Ulid> {
    Ulid::from_string(text)
        .ok()
        .filter(|ulid| ulid.to_string() == text)
}

typed_id! {
    /// A person.
    UserId = "usr", |id| id;
    /// A session (one family of refresh tokens).
    SessionId = "ses", |id| id;
    /// A task.
    TaskId = "tsk", |id| id;
    /// A bid.
    BidId = "bid", |id| id;
    /// A contract. Its lowest byte is zero: that place belongs to its milestones' numbers.
    ContractId = "ctr", |id| id & !0xFF;
    /// A milestone: its contract's id with the milestone's number, from 1, in the lowest byte. So a milestone's
    /// id is enough to find its contract's partition.
    MilestoneId = "mst", |id| id;
    /// A submission of work.
    SubmissionId = "sub", |id| id;
    /// A revision request.
    RevisionId = "rvn", |id| id;
    /// A dispute about a milestone's money.
    DisputeId = "dsp", |id| id;
    /// A refund that a client asks for: its milestone's id with the request's number, from 1, in the bits above the
    /// milestone's. So its id is enough to find its contract's partition.
    RefundRequestId = "rfr", |id| id;
    /// What somebody shows in a dispute.
    EvidenceId = "evd", |id| id;
    /// An evidence pack.
    PackId = "pck", |id| id;
    /// A chat room.
    RoomId = "rom", |id| id;
    /// A chat message.
    MessageId = "msg", |id| id;
    /// A file.
    FileId = "fil", |id| id;
    /// A line of somebody's payment history.
    PaymentId = "pay", |id| id;
    /// A notification.
    NotificationId = "ntf", |id| id;
    /// A piece of a portfolio.
    PortfolioItemId = "ptf", |id| id;
    /// A line of somebody's activity.
    ActivityId = "act", |id| id;
    /// A ticket that opens one WebSocket connection.
    TicketId = "tkt", |id| id;
    /// Something that has happened.
    EventId = "evn", |id| id;
    /// Something that an admin did.
    AuditId = "adt", |id| id;
    /// A report to the moderators.
    ReportId = "rpt", |id| id;
    /// A job in the outbox.
    OutboxId = "out", |id| id;
}

impl MilestoneId {
    /// The `number`-th milestone of a contract, from 1.
    pub fn of(contract: ContractId, number: u8) -> Self {
        Self(Ulid(contract.0.0 | u128::from(number)))
    }
    /// The contract.
    pub fn contract_id(self) -> ContractId {
        ContractId::from_ulid(self.0)
    }
    /// Its place in the contract, from 1.
    pub fn number(self) -> u8 {
        (self.0.0 & 0xFF) as u8
    }
}

/// Above the milestone's number, in the lowest byte of a contract's id.
const REQUEST_BITS: u32 = 5;
const _: () = assert!(crate::MAX_MILESTONES < 1 << REQUEST_BITS);
const _: () = assert!(crate::MAX_REFUND_REQUESTS < 1 << (8 - REQUEST_BITS));

impl RefundRequestId {
    /// The `number`-th request about a milestone, from 1.
    pub fn of(milestone: MilestoneId, number: u8) -> Self {
        Self(Ulid(milestone.0.0 | (u128::from(number) << REQUEST_BITS)))
    }
    /// The milestone whose money is asked for.
    pub fn milestone_id(self) -> MilestoneId {
        let requests = u128::from(0xFF_u8) >> REQUEST_BITS << REQUEST_BITS;
        MilestoneId(Ulid(self.0.0 & !requests))
    }
    /// Its place among those about the milestone, from 1.
    pub fn number(self) -> u8 {
        ((self.0.0 & 0xFF) >> REQUEST_BITS) as u8
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_strictly() {
        let id: TaskId = "tsk_01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap();
        assert_eq!(id.to_string(), "tsk_01ARZ3NDEKTSV4RRFFQ69G5FAV");
        for bad in [
            "",
            "tsk_",
            "bid_01ARZ3NDEKTSV4RRFFQ69G5FAV",
            "tsk_01arz3ndektsv4rrffq69g5fav",
            "tsk_01ARZ",
        ] {
            assert_eq!(bad.parse::<TaskId>(), Err(IdError), "{bad}");
        }
    }

    #[test]
    fn a_milestone_knows_its_contract() {
        let contract = ContractId::from_ulid(Ulid::from_string("01ARZ3NDEKTSV4RRFFQ69G5FAV").unwrap());
        let milestone = MilestoneId::of(contract, 7);
        assert_eq!(milestone.contract_id(), contract);
        assert_eq!(milestone.number(), 7);
        assert_eq!(milestone.to_string().parse(), Ok(milestone));
        for place in 1..=20 {
            let milestone = MilestoneId::of(contract, place);
            for number in 1..=3 {
                let request = RefundRequestId::of(milestone, number);
                assert_eq!((request.milestone_id(), request.number()), (milestone, number));
                assert_eq!(request.to_string().parse(), Ok(request));
            }
        }
        assert_eq!(
            "ctr_01ARZ3NDEKTSV4RRFFQ69G5FAV".parse::<ContractId>(),
            Err(IdError)
        );
    }
}
