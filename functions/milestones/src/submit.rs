//! `POST /v1/milestones/{milestoneId}/submissions`: hands work in.

use crate::{require, require_active, require_funded};
use proconnect_api::Milestone;
use proconnect_domain::{FileId, FilePurpose, MilestoneId, Text, Validator};
use proconnect_http::{ApiError, Body, Caller, Created, Idempotency, Path};
use proconnect_rules::Attachments;
use proconnect_runtime::{App, Function};
use proconnect_store::{FileHome, Side, SubmissionRecord};
use schemars::JsonSchema;
use serde::Deserialize;

/// Its freelancer: hands work in.
pub const FUNCTION: Function =
    proconnect_runtime::http!(POST "/v1/milestones/{milestoneId}/submissions", handle);

/// Work handed in.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Submit {
    /// What was done: 1 to 5,000 characters.
    #[schemars(example = &"Three drafts are ready.")]
    note: String,
    /// Clean files of one's own: at most 10.
    #[serde(default)]
    file_ids: Vec<FileId>,
}

type Input = (Path<MilestoneId>, Body<Submit>, Idempotency);

/// Hands work in for a funded milestone; the client then has 14 days to answer.
pub async fn handle(
    app: &App,
    caller: Caller,
    (Path(id), Body(body), idempotency): Input,
) -> Result<Created<Milestone>, ApiError> {
    // At the same time, so that files cost no wait.
    let (contracts, files) = (app.store.contracts(), app.store.files());
    let (found, files) = tokio::try_join!(contracts.detail(id.contract_id()), files.several(&body.file_ids))?;
    let mut found = found.ok_or_else(|| ApiError::not_found("milestone"))?;
    let milestone = require(&found.contract, id, &caller, Side::Freelancer)?;
    let mut errors = Validator::new();
    let note = errors.field("/note", Text::<1, 5000>::parse(&body.note));
    let meant = (caller.user_id, FilePurpose::Submission);
    let attachments = Attachments::check(&mut errors, "/fileIds", &body.file_ids, files, meant);
    let note = errors.finish(note)?.into_string();
    require_active(&found.contract, milestone)?;
    require_funded(milestone)?;

    let now = app.now();
    let submission = SubmissionRecord {
        id: app.new_id()?,
        milestone_id: id,
        note,
        files: attachments.references(),
        submitted_at: now,
    };
    let files = attachments.hang(&FileHome::Contract {
        client: found.contract.client.id,
        freelancer: found.contract.freelancer.id,
    })?;
    found.submissions.push(submission.clone());
    let step = app
        .store
        .milestones()
        .submit(&mut found.contract, &submission, &files, now)?;
    let answer = Created(crate::view(&found, id, false)?);
    let remember = idempotency.remember(caller.user_id, &answer)?;
    app.store.milestones().commit(step, remember).await?;
    Ok(answer)
}
