//! `POST /v1/milestones/{milestoneId}/disputes`: opens a dispute about held money.

use proconnect_api::Dispute;
use proconnect_domain::{Actor, FileId, FilePurpose, Line, MilestoneId, Text, Validator};
use proconnect_http::{ApiError, Body, Caller, Created, ErrorCode, Idempotency, Path};
use proconnect_rules::Attachments;
use proconnect_runtime::{App, Function};
use proconnect_store::{ContractRecord, DisputeRecord, MilestoneRecord};
use schemars::JsonSchema;
use serde::Deserialize;

/// Its two sides: opens a dispute about a milestone's money, which is frozen until it is decided.
pub const FUNCTION: Function =
    proconnect_runtime::http!(POST "/v1/milestones/{milestoneId}/disputes", handle);

/// What is wrong.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct OpenDispute {
    /// What it is about, in a few words: 1 to 200 characters.
    #[schemars(example = &"The drafts are not what we agreed on")]
    reason: String,
    /// What happened: 1 to 5,000 characters.
    #[schemars(example = &"Two of three drafts came, and neither has two colours.")]
    statement: String,
    /// Clean files of one's own, sent as evidence: at most 10.
    #[serde(default)]
    file_ids: Vec<FileId>,
}

type Input = (Path<MilestoneId>, Body<OpenDispute>, Idempotency);

/// Opens it. One dispute of a milestone is open at a time, and only held money can be argued about: what was approved is on its
/// way. The other side has 5 days to answer.
pub async fn handle(
    app: &App,
    caller: Caller,
    (Path(id), Body(body), idempotency): Input,
) -> Result<Created<Dispute>, ApiError> {
    // At the same time, so that files cost no wait.
    let (contracts, files) = (app.store.contracts(), app.store.files());
    let (contract, files) = tokio::try_join!(contracts.get(id.contract_id()), files.several(&body.file_ids))?;
    let mut contract = contract.ok_or_else(|| ApiError::not_found("milestone"))?;
    let side = side_of(&contract, &caller)?;
    let mut errors = Validator::new();
    let reason = errors.field("/reason", Line::<1, 200>::parse(&body.reason));
    let statement = errors.field("/statement", Text::<1, 5000>::parse(&body.statement));
    let meant = (caller.user_id, FilePurpose::Evidence);
    let attachments = Attachments::check(&mut errors, "/fileIds", &body.file_ids, files, meant);
    let (reason, statement) = errors.finish(reason.zip(statement))?;
    let milestone = disputable(&contract, id)?;

    let now = app.now();
    let said = (side, reason.into_string(), statement.into_string());
    let of = (&*contract, milestone);
    let dispute = DisputeRecord::open(app.new_id()?, of, said, attachments.references(), now);
    let files = attachments.hang(&crate::home(contract.client.id, contract.freelancer.id))?;
    let answer = Created(crate::view(app, &dispute, &[], side).await?);
    let remember = idempotency.remember(caller.user_id, &answer)?;
    let disputes = app.store.disputes();
    disputes
        .open(&mut contract, &dispute, &files, remember, now)
        .await?;
    Ok(answer)
}

fn side_of(contract: &ContractRecord, caller: &Caller) -> Result<Actor, ApiError> {
    match caller.user_id {
        user if user == contract.client.id => Ok(Actor::Client),
        user if user == contract.freelancer.id => Ok(Actor::Freelancer),
        _ => Err(ApiError::not_found("milestone")),
    }
}

/// The milestone, if there is held money to argue about.
fn disputable(contract: &ContractRecord, id: MilestoneId) -> Result<&MilestoneRecord, ApiError> {
    let milestone = contract.milestone(id);
    let milestone = milestone.ok_or_else(|| ApiError::not_found("milestone"))?;
    if milestone.dispute_id.is_some() {
        return Err(ApiError::of(ErrorCode::DisputeOpen));
    }
    if milestone.funds.awaits_payment() {
        return Err(ApiError::of(ErrorCode::MilestoneNotFunded));
    }
    if !milestone.funds.is_held() {
        let text = "The money for this milestone is not held any more: it was approved, or it is decided where it goes.";
        return Err(ApiError::new(ErrorCode::InvalidState, text));
    }
    Ok(milestone)
}
