//! Every key of the table stands in this file and nowhere else.
//!
//! | index | keys | holds |
//! |---|---|---|
//! | table | `pk`, `sk` | everything |
//! | `gsi1` (all attributes) | `gsi1pk`, `gsi1sk` | one thing by another name: user by e-mail, bid by id |
//! | `gsi2`, `gsi3` (only `card`) | `gsi2pk`, `gsi2sk`, … | lists, newest first |
//! | `due` (only `card`) | `duepk`, `duesk` | what falls due, by time |

use proconnect_domain::{
    ActivityId, BidId, ContractId, Email, FileId, MilestoneId, OutboxId, PaymentId, RevisionId, SessionId,
    TicketId,
};
use proconnect_domain::{SubmissionId, TaskId, Timestamp, UserId};

/// Primary key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) pk: String,
    pub(crate) sk: String,
}

fn key(pk: String, sk: impl Into<String>) -> Key {
    Key { pk, sk: sk.into() }
}

/// The key of an item that was read.
pub(crate) fn of(pk: String, sk: String) -> Key {
    key(pk, sk)
}

/// Where nothing ever is.
pub(crate) fn nothing() -> Key {
    key("NOTHING".to_owned(), "NOTHING")
}
pub(crate) fn user(id: UserId) -> Key {
    key(format!("USER#{id}"), "#USER")
}
pub(crate) fn session(user: UserId, id: SessionId) -> Key {
    key(format!("USER#{user}"), format!("SESSION#{id}"))
}
pub(crate) const SESSION: &str = "SESSION#";
/// Since when a person's sessions are honoured, before the sessions themselves: one query reads both.
pub(crate) fn sessions_from(user: UserId) -> Key {
    key(format!("USER#{user}"), format!("{SESSION}#FROM"))
}
/// An open WebSocket connection, among its person's; `id` is API Gateway's.
pub(crate) fn connection(user: UserId, id: &str) -> Key {
    key(format!("USER#{user}"), format!("{CONNECTION}{id}"))
}
pub(crate) const CONNECTION: &str = "CONNECTION#";
/// Whose a connection is: its later events name nothing but its id.
pub(crate) fn connection_owner(id: &str) -> Key {
    key(format!("{CONNECTION}{id}"), "CONNECTION")
}
/// A ticket that was used.
pub(crate) fn ticket(id: TicketId) -> Key {
    key(format!("TICKET#{id}"), "TICKET")
}
/// What the person says of themselves.
pub(crate) fn profile(user: UserId) -> Key {
    key(format!("USER#{user}"), "#USER#PROFILE")
}
pub(crate) fn activity(user: UserId, id: ActivityId) -> Key {
    key(format!("USER#{user}"), format!("{ACTIVITY}{id}"))
}
pub(crate) const ACTIVITY: &str = "ACTIVITY#";
pub(crate) fn saved(user: UserId, freelancer: UserId) -> Key {
    key(format!("USER#{user}"), format!("{SAVED}{freelancer}"))
}
pub(crate) const SAVED: &str = "SAVED#";
/// Who has saved a freelancer: read when they leave.
pub(crate) fn savers_of(freelancer: UserId) -> String {
    format!("FREELANCER#{freelancer}#SAVED")
}
/// Totals of one month (`2026-11`) in one currency.
pub(crate) fn month(user: UserId, month: &str, currency: &str) -> Key {
    key(format!("USER#{user}"), format!("{MONTH}{month}#{currency}"))
}
pub(crate) const MONTH: &str = "MONTH#";
pub(crate) fn rate(name: &str, who: &str) -> Key {
    key(format!("RATE#{name}#{who}"), "RATE")
}
pub(crate) fn payment(user: UserId, id: PaymentId) -> Key {
    key(format!("USER#{user}"), format!("{PAYMENT}{id}"))
}
pub(crate) const PAYMENT: &str = "PAYMENT#";
pub(crate) fn invoice_counter(user: UserId) -> Key {
    key(format!("USER#{user}"), "INVOICES")
}
pub(crate) fn blocked_release(user: UserId, milestone: MilestoneId) -> Key {
    key(format!("USER#{user}"), format!("{BLOCKED}{milestone}"))
}
pub(crate) const BLOCKED: &str = "BLOCKED#";
pub(crate) fn idempotency(user: UserId, name: &str) -> Key {
    key(format!("IDEMPOTENCY#{user}#{name}"), "IDEMPOTENCY")
}
/// Holds an e-mail address for one account.
pub(crate) fn email_claim(email: &Email) -> Key {
    key(format!("EMAIL#{email}"), "EMAIL")
}
pub(crate) fn task(id: TaskId) -> Key {
    key(format!("TASK#{id}"), "#TASK")
}
/// One bid per freelancer and task: the key itself says so.
pub(crate) fn bid(task: TaskId, freelancer: UserId) -> Key {
    key(format!("TASK#{task}"), format!("{BID}{freelancer}"))
}
pub(crate) const BID: &str = "BID#";
pub(crate) fn contract(id: ContractId) -> Key {
    key(format!("CONTRACT#{id}"), "#CONTRACT")
}
pub(crate) fn submission(milestone: MilestoneId, id: SubmissionId) -> Key {
    key(
        format!("CONTRACT#{}", milestone.contract_id()),
        format!("{SUBMISSION}{id}"),
    )
}
pub(crate) const SUBMISSION: &str = "SUBMISSION#";
pub(crate) fn revision(milestone: MilestoneId, id: RevisionId) -> Key {
    key(
        format!("CONTRACT#{}", milestone.contract_id()),
        format!("{REVISION}{id}"),
    )
}
pub(crate) const REVISION: &str = "REVISION#";
pub(crate) fn file(id: FileId) -> Key {
    key(format!("FILE#{id}"), "#FILE")
}
/// A journal of the ledger; `entry` names what caused it, so that it can be booked only once.
pub(crate) fn journal(contract: ContractId, entry: &str) -> Key {
    key(format!("LEDGER#{contract}"), format!("JOURNAL#{entry}"))
}
pub(crate) fn stripe_event(id: &str) -> Key {
    key(format!("STRIPEEVENT#{id}"), "STRIPEEVENT")
}
pub(crate) fn outbox(id: OutboxId) -> Key {
    key(format!("{OUTBOX}{id}"), "OUTBOX")
}
pub(crate) const OUTBOX: &str = "OUTBOX#";
/// A job that was done, so that a repeat can be seen.
pub(crate) fn done(id: OutboxId) -> Key {
    key(format!("DONE#{id}"), "DONE")
}

pub(crate) const GSI1: &str = "gsi1";
pub(crate) const GSI2: &str = "gsi2";
pub(crate) const GSI3: &str = "gsi3";
pub(crate) const DUE: &str = "due";

pub(crate) fn by_email(email: &Email) -> (String, String) {
    (format!("EMAIL#{email}"), "USER".to_owned())
}
pub(crate) fn by_bid_id(id: BidId) -> (String, String) {
    (format!("BID#{id}"), "BID".to_owned())
}
pub(crate) const FREELANCERS: &str = "FREELANCERS";
pub(crate) const OPEN_TASKS: &str = "TASKS#open";
/// Lists of one person: gsi2 as the one who hires, gsi3 as the one who is hired.
pub(crate) fn tasks_of(client: UserId) -> String {
    format!("CLIENT#{client}#TASKS")
}
pub(crate) fn bids_of(freelancer: UserId) -> String {
    format!("FREELANCER#{freelancer}#BIDS")
}
pub(crate) fn contracts_of_client(client: UserId) -> String {
    format!("CLIENT#{client}#CONTRACTS")
}
pub(crate) fn contracts_of_freelancer(freelancer: UserId) -> String {
    format!("FREELANCER#{freelancer}#CONTRACTS")
}
pub(crate) fn files_of(owner: UserId) -> String {
    format!("USER#{owner}#FILES")
}
pub(crate) const DUE_FILES: &str = "DUE#files";
pub(crate) const DUE_TASKS: &str = "DUE#tasks";
pub(crate) const DUE_CONTRACTS: &str = "DUE#contracts";
pub(crate) const DUE_OUTBOX: &str = "DUE#outbox";
/// Sorts by time first; the id makes it unique.
pub(crate) fn due_sort(at: Timestamp, id: &str) -> String {
    format!("{at}#{id}")
}
