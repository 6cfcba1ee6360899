//! `POST /v1/disputes/{disputeId}/evidence`: says or shows something in a dispute.

use proconnect_api::Dispute;
use proconnect_domain::{Actor, DisputeId, FileId, FilePurpose, MAX_EVIDENCE, Text, Validator};
use proconnect_http::{ApiError, Body, Caller, Created, ErrorCode, Idempotency, Path};
use proconnect_rules::Attachments;
use proconnect_runtime::{App, Function};
use proconnect_store::{DisputeRecord, EvidenceRecord};
use schemars::JsonSchema;
use serde::Deserialize;

/// Its two sides: adds to the evidence of an open dispute.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/disputes/{disputeId}/evidence", handle);

/// What one says and shows.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct AddEvidence {
    /// What it is, or what one has to say: 1 to 5,000 characters.
    #[schemars(example = &"The drafts, as they were sent.")]
    text: String,
    /// Clean files of one's own, sent as evidence: at most 10.
    #[serde(default)]
    file_ids: Vec<FileId>,
}

type Input = (Path<DisputeId>, Body<AddEvidence>, Idempotency);

/// Adds it, as long as nothing is decided: at most 20 times each. The first time that the other side does, it is their answer,
/// and the rounds of the split begin.
pub async fn handle(
    app: &App,
    caller: Caller,
    (Path(id), Body(body), idempotency): Input,
) -> Result<Created<Dispute>, ApiError> {
    let (disputes, files) = (app.store.disputes(), app.store.files());
    let (found, files) = tokio::try_join!(disputes.detail(id), files.several(&body.file_ids))?;
    let mut found = found.ok_or_else(|| ApiError::not_found("dispute"))?;
    let side = crate::side(&found.dispute, caller.user_id)?;
    let mut errors = Validator::new();
    let text = errors.field("/text", Text::<1, 5000>::parse(&body.text));
    let meant = (caller.user_id, FilePurpose::Evidence);
    let attachments = Attachments::check(&mut errors, "/fileIds", &body.file_ids, files, meant);
    let text = errors.finish(text)?.into_string();
    may_add(&found.dispute, side)?;

    let now = app.now();
    let evidence = EvidenceRecord {
        id: app.new_id()?,
        dispute_id: id,
        user_id: caller.user_id,
        by: side,
        text,
        files: attachments.references(),
        added_at: now,
    };
    let stepped = found.dispute.add_evidence(side, now)?;
    let home = crate::home(found.dispute.client.id, found.dispute.freelancer.id);
    let files = attachments.hang(&home)?;
    found.evidence.push(evidence.clone());
    let answer = Created(crate::view(app, &found.dispute, &found.evidence, side).await?);
    let remember = idempotency.remember(caller.user_id, &answer)?;
    disputes
        .add_evidence(&found.dispute, (stepped, &evidence), &files, remember, now)
        .await?;
    Ok(answer)
}

fn may_add(dispute: &DisputeRecord, side: Actor) -> Result<(), ApiError> {
    if !dispute.status.is_open() {
        let text = "This dispute is over, so nothing can be added to it.";
        return Err(ApiError::new(ErrorCode::InvalidState, text));
    }
    let so_far = match side {
        Actor::Client => dispute.client_evidence,
        _ => dispute.freelancer_evidence,
    };
    if so_far >= MAX_EVIDENCE {
        let text = format!("Each side adds to the evidence {MAX_EVIDENCE} times at most.");
        return Err(ApiError::new(ErrorCode::InvalidState, text));
    }
    Ok(())
}
