//! `POST /v1/milestones/{milestoneId}/submissions`: hands work in.

use crate::{check_files, require, require_active, require_funded};
use proconnect_api::Milestone;
use proconnect_domain::{FileId, MilestoneId, Text, Validator};
use proconnect_http::{ApiError, Body, Caller, Created, Idempotency, Path};
use proconnect_runtime::App;
use proconnect_store::{Side, SubmissionRecord};
use schemars::JsonSchema;
use serde::Deserialize;

/// Work handed in.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Submit {
    /// What was done: 1 to 5,000 characters.
    note: String,
    /// Files.
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
    let found = app.store.contracts().detail(id.contract_id()).await?;
    let mut found = found.ok_or_else(|| ApiError::not_found("milestone"))?;
    let milestone = require(&found.contract, id, &caller, Side::Freelancer)?;
    let mut errors = Validator::new();
    let note = errors.field("/note", Text::<1, 5000>::parse(&body.note));
    check_files(&mut errors, &body.file_ids);
    let note = errors.finish(note)?.into_string();
    require_active(&found.contract)?;
    require_funded(milestone)?;

    let now = app.now();
    let submission = SubmissionRecord {
        id: app.new_id()?,
        milestone_id: id,
        note,
        file_ids: body.file_ids,
        submitted_at: now,
    };
    found.submissions.push(submission.clone());
    let step = app
        .store
        .milestones()
        .submit(&mut found.contract, &submission, now)?;
    let answer = crate::view(&found, id, false)?;
    let remember = idempotency.remember(caller.user_id, 201, &answer)?;
    app.store.milestones().commit(step, remember).await?;
    Ok(Created(answer))
}
