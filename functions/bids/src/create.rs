//! `POST /v1/tasks/{taskId}/bids`: bids on a task.

use crate::milestone_draft::MilestoneDraft;
use crate::pieces;
use proconnect_api::Bid;
use proconnect_domain::{
    BidId, BidStatus, FileId, FilePurpose, MAX_AMOUNT, MIN_AMOUNT, Money, PortfolioItemId, ProposedMilestone,
    Role, TaskEdit, TaskId, TaskStatus, Text, Timestamp, UserId, Validator, ValueError, changes_since,
    check_milestones,
};
use proconnect_http::{ApiError, Body, Caller, Created, ErrorCode, Idempotency, Path};
use proconnect_rules::{Attachments, in_use};
use proconnect_runtime::{App, Function};
use proconnect_store::{
    BidRecord, FileHome, FoundFiles, People, PieceRecord, Refused, StoreError, TaskRecord, UserRecord,
};
use schemars::JsonSchema;
use serde::Deserialize;

/// Freelancers: bids on a task, with up to six pieces of one's portfolio.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/tasks/{taskId}/bids", handle);

/// A new bid.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CreateBid {
    /// The approach: 20 to 5,000 characters.
    #[schemars(example = &"I have drawn forty logos for small shops.")]
    cover_letter: String,
    /// The whole price, in the currency of the task's budget.
    amount: Money,
    /// Days from acceptance to the end: 1 to 365.
    #[schemars(example = 14)]
    timeline_days: u32,
    /// Milestones; when given, they add up to the amount.
    #[serde(default)]
    milestones: Vec<MilestoneDraft>,
    /// Pieces of one's own portfolio that are like the task: at most 6. The bid keeps title and address.
    #[serde(default)]
    portfolio_item_ids: Vec<PortfolioItemId>,
    /// Questions to the client: at most 5.
    #[serde(default)]
    questions: Vec<String>,
    /// Clean files of one's own that go with the bid: at most 10.
    #[serde(default)]
    attachment_ids: Vec<FileId>,
    /// The version of the task that the bid is for; 409 with the task as it is now, if it has changed since in a way that matters.
    /// Without it, it is for the present one.
    #[serde(default)]
    task_version: Option<u32>,
}

type Input = (Path<TaskId>, Body<CreateBid>, Idempotency);

/// Bids once on a task that is open and not one's own. Only freelancers may.
pub async fn handle(
    app: &App,
    caller: Caller,
    (Path(task_id), Body(body), idempotency): Input,
) -> Result<Created<Bid>, ApiError> {
    let now = app.now();
    let shows_work = !body.portfolio_item_ids.is_empty();
    let found = app
        .store
        .bids()
        .bidding(task_id, caller.user_id, shows_work, &body.attachment_ids)
        .await?;
    let task = found.task.ok_or_else(|| ApiError::not_found("task"))?;
    let user = found.bidder.ok_or_else(|| ApiError::account(None))?;
    if task.client_id == caller.user_id {
        return Err(ApiError::of(ErrorCode::OwnTask));
    }
    if !caller.is(Role::Freelancer) {
        return Err(ApiError::forbidden("Only freelancers bid on tasks."));
    }
    in_use(user.status)?;
    let read = body.task_version;
    let portfolio = found.profile.map(|record| record.profile.portfolio);
    let named = (portfolio.unwrap_or_default(), found.files);
    let (bid, attachments) = bid_of(body, named, &task, &user, app.new_id()?, now)?;
    if task.status != TaskStatus::Open || task.deadline <= now {
        return Err(ApiError::of(ErrorCode::TaskNotOpen));
    }
    if read.is_some_and(|version| has_changed(&task, version)) {
        return Err(changed(app, &task, user.id).await?);
    }
    let files = attachments.hang(&FileHome::Bid {
        client: task.client_id,
        freelancer: user.id,
    })?;
    let answer = Created(bid.view(&People::just(&user)));
    let remember = idempotency.remember(caller.user_id, &answer)?;
    let created = app.store.bids().create(&bid, &files, remember, now).await;
    match created {
        Ok(()) => Ok(answer),
        Err(error) if error.is_refused(Refused::Task) => Err(not_taken(app, &task).await?),
        Err(error) if error.is_refused(Refused::Bid) => Err(ApiError::of(ErrorCode::AlreadyBid)),
        Err(error) => Err(error.into()),
    }
}

/// Whether a task has changed in a way that matters, or is none that anybody has seen.
fn has_changed(task: &TaskRecord, since: u32) -> bool {
    since > task.edition || changes_since(&task.changes, since).iter().any(TaskEdit::matters)
}

async fn changed(app: &App, task: &TaskRecord, viewer: UserId) -> Result<ApiError, ApiError> {
    let people = app.store.people([task.client_id]).await?;
    let present = task.view(&people, None, Some(viewer));
    Ok(ApiError::of(ErrorCode::TaskChanged).with_present(&present))
}

/// The task has moved since it was read. If it was only changed, the call is made again, and meets what it is now.
async fn not_taken(app: &App, read: &TaskRecord) -> Result<ApiError, ApiError> {
    let now = app.store.tasks().get_for(read.id, None).await?;
    let still = now.is_some_and(|(task, _)| task.status == TaskStatus::Open && task.edition != read.edition);
    Ok(match still {
        true => StoreError::Stale("task").into(),
        false => ApiError::of(ErrorCode::TaskNotOpen),
    })
}

/// The bid, with every field checked; portfolio and files are what it may name.
fn bid_of(
    body: CreateBid,
    (portfolio, files): (Vec<PieceRecord>, FoundFiles),
    task: &TaskRecord,
    user: &UserRecord,
    id: BidId,
    now: Timestamp,
) -> Result<(BidRecord, Attachments), ApiError> {
    let mut errors = Validator::new();
    let cover_letter = errors.field("/coverLetter", Text::<20, 5000>::parse(&body.cover_letter));
    errors.field("/amount", check_amount(body.amount, task));
    if !(1..=365).contains(&body.timeline_days) {
        errors.error(
            "/timelineDays",
            ValueError::new("out_of_range", "A timeline is 1 to 365 days."),
        );
    }
    let proposed: Vec<ProposedMilestone> = body.milestones.into_iter().map(Into::into).collect();
    let milestones = check_milestones(&proposed, body.amount)
        .map_err(|found| errors.errors(found))
        .ok();
    for (place, milestone) in proposed.iter().enumerate() {
        if milestone.due_date.is_past_everywhere(now) {
            let past = ValueError::new("in_the_past", "The due date has passed.");
            errors.error(&format!("/milestones/{place}/dueDate"), past);
        }
    }
    if body.questions.len() > 5 {
        errors.error(
            "/questions",
            ValueError::new("too_many", "Ask at most 5 questions."),
        );
    }
    let questions: Option<Vec<String>> = body
        .questions
        .iter()
        .enumerate()
        .map(|(place, text)| errors.field(&format!("/questions/{place}"), Text::<1, 500>::parse(text)))
        .map(|text| text.map(Text::into_string))
        .collect();
    let ids = &body.portfolio_item_ids;
    let portfolio_items = pieces::check(&mut errors, "/portfolioItemIds", ids, &portfolio);
    let meant = (user.id, FilePurpose::Bid);
    let ids = &body.attachment_ids;
    let attachments = Attachments::check(&mut errors, "/attachmentIds", ids, files, meant);
    let values = (|| Some((cover_letter?, milestones?, questions?)))();
    let (cover_letter, milestones, questions) = errors.finish(values)?;
    let bid = BidRecord {
        id,
        task_id: task.id,
        task_title: task.title.clone(),
        client_id: task.client_id,
        client_name: task.client.name.clone(),
        freelancer: user.party(),
        cover_letter: cover_letter.into_string(),
        amount: body.amount,
        timeline_days: body.timeline_days,
        milestones,
        questions,
        portfolio_items,
        attachments: attachments.references(),
        status: BidStatus::Submitted,
        decline_reason: None,
        decline_note: None,
        created_at: now,
        was_shortlisted: false,
        contract_id: None,
        task_version: task.edition,
        question: None,
    };
    Ok((bid, attachments))
}

fn check_amount(amount: Money, task: &TaskRecord) -> Result<(), ValueError> {
    if amount.currency != task.budget.currency {
        return Err(ValueError::new(
            "currency_mismatch",
            "Bid in the currency of the task's budget.",
        ));
    }
    if !(MIN_AMOUNT..=MAX_AMOUNT).contains(&amount.amount) {
        return Err(ValueError::new(
            "out_of_range",
            "An amount is between 1.00 and 999,999.99.",
        ));
    }
    Ok(())
}
