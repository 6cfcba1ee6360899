//! `POST /v1/milestones/{milestoneId}/revisions`: asks for changes.

use crate::{require, require_active};
use proconnect_api::Milestone;
use proconnect_domain::{MilestoneId, Text, Validator, ValueError};
use proconnect_http::{ApiError, Body, Caller, Created, Idempotency, Path};
use proconnect_runtime::{App, Function};
use proconnect_store::{RevisionRecord, Side};
use schemars::JsonSchema;
use serde::Deserialize;

/// Its client: asks for changes.
pub const FUNCTION: Function =
    proconnect_runtime::http!(POST "/v1/milestones/{milestoneId}/revisions", handle);

/// What should change.
#[derive(Deserialize, JsonSchema)]
pub struct RequestRevision {
    /// What should change: 1 to 5,000 characters.
    #[schemars(example = &"Please try a warmer orange.")]
    comment: String,
    /// Those of the milestone's criteria that are not met, word for word.
    #[serde(default)]
    criteria: Vec<String>,
}

type Input = (Path<MilestoneId>, Body<RequestRevision>, Idempotency);

/// Asks for changes of work that is in review. Where the milestone has criteria, at least one that is not met must
/// be named.
pub async fn handle(
    app: &App,
    caller: Caller,
    (Path(id), Body(body), idempotency): Input,
) -> Result<Created<Milestone>, ApiError> {
    let found = app.store.contracts().detail(id.contract_id()).await?;
    let mut found = found.ok_or_else(|| ApiError::not_found("milestone"))?;
    let milestone = require(&found.contract, id, &caller, Side::Client)?;
    let mut errors = Validator::new();
    let comment = errors.field("/comment", Text::<1, 5000>::parse(&body.comment));
    check_criteria(&mut errors, &body.criteria, &milestone.criteria);
    let comment = errors.finish(comment)?.into_string();
    require_active(&found.contract, milestone)?;

    let now = app.now();
    let revision = RevisionRecord {
        id: app.new_id()?,
        milestone_id: id,
        comment,
        criteria: body.criteria,
        requested_at: now,
    };
    found.revisions.push(revision.clone());
    let step = app
        .store
        .milestones()
        .request_revision(&mut found.contract, &revision, now)?;
    let answer = Created(crate::view(&found, id, true)?);
    let remember = idempotency.remember(caller.user_id, &answer)?;
    app.store.milestones().commit(step, remember).await?;
    Ok(answer)
}

fn check_criteria(errors: &mut Validator, named: &[String], known: &[String]) {
    for (place, criterion) in named.iter().enumerate() {
        if !known.contains(criterion) {
            let unknown = ValueError::new("unknown_criterion", "The milestone has no such criterion.");
            errors.error(&format!("/criteria/{place}"), unknown);
        }
    }
    if named.is_empty() && !known.is_empty() {
        errors.error(
            "/criteria",
            ValueError::new("required", "Name the criteria that are not met."),
        );
    }
}
