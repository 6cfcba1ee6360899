//! A pack's content as data, for programs: what its page says, and the chain of the ledger, which can be worked out again from it.

use crate::About;
use crate::files::PackedFile;
use proconnect_domain::{Actor, Timestamp};
use proconnect_packs::FORM;
use proconnect_store::{Case, MessageRecord, Seat};
use serde_json::{Value, json};

/// Whose turn it is to say when a message was seen: the other seat.
pub(crate) fn seen(case: &Case, message: &MessageRecord) -> Option<Seen> {
    let room = case.room.as_ref()?;
    let (_, reader): (&Seat, &Seat) = room.seats(message.sender_id);
    (reader.seen_up_to >= Some(message.id)).then_some(Seen { by: reader.seen_at })
}

/// That a message was seen.
pub(crate) struct Seen {
    /// At the latest; none where it was not noted yet.
    pub(crate) by: Option<Timestamp>,
}

/// The JSON of a pack.
pub(crate) fn data(case: &Case, files: &[PackedFile], about: &About) -> Result<Vec<u8>, serde_json::Error> {
    let contract = case
        .contract
        .view(&case.people, &case.submissions, &case.revisions, false);
    let dispute = case
        .dispute
        .as_ref()
        .map(|found| found.dispute.view(&case.people, &found.evidence, Actor::Platform));
    let task = case.task.as_ref().map(|task| {
        json!({"id": task.id, "title": task.title, "description": task.description, "postedAt": task.created_at})
    });
    let bid = case.bid.as_ref().map(|bid| {
        json!({
            "id": bid.id, "coverLetter": bid.cover_letter, "amount": bid.amount, "timelineDays": bid.timeline_days,
            "milestones": bid.milestones, "questions": bid.questions, "madeAt": bid.created_at,
        })
    });
    let all = json!({
        "form": FORM,
        "pack": {"id": about.id, "madeAt": about.made_at, "key": about.key},
        "milestoneId": case.milestone_id,
        "task": task,
        "bid": bid,
        "contract": contract,
        "dispute": dispute,
        "messages": case.messages.iter().map(|message| message_of(case, message)).collect::<Vec<_>>(),
        "messagesAreCut": case.is_cut,
        "unreadableRecords": case.unreadable,
        "ledger": {"items": case.ledger.items, "head": case.ledger.head},
        "files": files,
    });
    serde_json::to_vec_pretty(&all)
}

fn message_of(case: &Case, message: &MessageRecord) -> Value {
    let versions = case
        .versions
        .iter()
        .filter(|version| version.message_id == message.id);
    let versions = versions.map(|version| {
        json!({
            "edition": version.edition, "text": version.text, "until": version.until,
            "files": version.files.iter().map(|file| file.id).collect::<Vec<_>>(),
        })
    });
    let seen = seen(case, message);
    json!({
        "id": message.id,
        "senderId": message.sender_id,
        "sentAt": message.sent_at,
        "text": message.text,
        "files": message.files.iter().map(|file| file.id).collect::<Vec<_>>(),
        "editedAt": message.edited_at,
        "deletedAt": message.deleted_at,
        "isSeen": seen.is_some(),
        "seenBy": seen.and_then(|seen| seen.by),
        "before": versions.collect::<Vec<_>>(),
    })
}
