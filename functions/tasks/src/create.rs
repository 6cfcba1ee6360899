//! `POST /v1/tasks`: posts a task.

use proconnect_api::Task;
use proconnect_domain::{
    Budget, Category, FileId, FilePurpose, Location, RichText, Role, Skills, TaskEvent, TaskId, TaskStatus,
    Timestamp, Title, Validator, check_deadline, summary,
};
use proconnect_http::{ApiError, Body, Caller, Created, ErrorCode, Idempotency};
use proconnect_runtime::{App, Attachments, Function};
use proconnect_store::{AttachedFile, FileHome, FoundFiles, TaskClient, TaskRecord, UserRecord};
use schemars::JsonSchema;
use serde::Deserialize;

pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/tasks", handle);

/// A new task.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CreateTask {
    /// 5 to 120 characters.
    title: String,
    /// HTML; what is not allowed in it is removed.
    description: String,
    /// Category.
    category: Category,
    /// At most 15 skills.
    #[serde(default)]
    skills: Vec<String>,
    /// Budget in minor units.
    budget: Budget,
    /// Until when a bid is accepted: in the future, at most a year ahead.
    deadline: Timestamp,
    /// Where, if it matters.
    #[serde(default)]
    location: Option<String>,
    /// Clean files of one's own that describe the task: at most 10.
    #[serde(default)]
    attachment_ids: Vec<FileId>,
}

/// Posts a task. Only clients may.
pub async fn handle(
    app: &App,
    caller: Caller,
    (Body(body), idempotency): (Body<CreateTask>, Idempotency),
) -> Result<Created<Task>, ApiError> {
    if !caller.is(Role::Client) {
        return Err(ApiError::forbidden("Only clients post tasks."));
    }
    let now = app.now();
    let (user, found) = app
        .store
        .files()
        .with_user(caller.user_id, &body.attachment_ids)
        .await?;
    let user = user.ok_or_else(|| ApiError::of(ErrorCode::Unauthenticated))?;
    let (fields, attachments) = Fields::parse(body, found, &caller, now)?;
    let task = fields.task(app.new_id()?, &user, attachments.references(), now)?;
    let files = attachments.hang(&FileHome::Task)?;
    let answer = crate::view(&task, None, Some(caller.user_id));
    let remember = idempotency.remember(caller.user_id, 201, &answer)?;
    app.store
        .tasks()
        .create(&task, &files, remember, now)
        .await
        .map_err(|error| match error {
            error if error.is_condition("client") => ApiError::forbidden("Only clients post tasks."),
            error => error.into(),
        })?;
    Ok(Created(answer))
}

/// The checked fields.
struct Fields {
    title: Title,
    description: RichText,
    category: Category,
    skills: Skills,
    budget: Budget,
    deadline: Timestamp,
    location: Option<String>,
}

impl Fields {
    fn parse(
        body: CreateTask,
        found: FoundFiles,
        caller: &Caller,
        now: Timestamp,
    ) -> Result<(Self, Attachments), ApiError> {
        let mut errors = Validator::new();
        let title = errors.field("/title", Title::parse(&body.title));
        let description = errors.field("/description", RichText::parse(&body.description));
        let skills = Skills::parse(&body.skills)
            .map_err(|invalid| errors.errors(invalid.0))
            .ok();
        let budget = errors.field("/budget", body.budget.check());
        let deadline = errors.field("/deadline", check_deadline(body.deadline, now));
        let location = errors.field(
            "/location",
            Location::parse(body.location.as_deref().unwrap_or_default()),
        );
        let meant = (caller.user_id, FilePurpose::Task);
        let ids = &body.attachment_ids;
        let attachments = Attachments::check(&mut errors, "/attachmentIds", ids, found, meant);
        let values = (|| {
            Some(Self {
                title: title?,
                description: description?,
                category: body.category,
                skills: skills?,
                budget: budget?,
                deadline: deadline?,
                location: location?,
            })
        })();
        Ok((errors.finish(values)?, attachments))
    }

    /// The task that comes of them, open at once.
    fn task(
        self,
        id: TaskId,
        client: &UserRecord,
        attachments: Vec<AttachedFile>,
        now: Timestamp,
    ) -> Result<TaskRecord, ApiError> {
        Ok(TaskRecord {
            id,
            client_id: client.id,
            title: self.title.into_string(),
            summary: summary(&self.description.text(), 200),
            description: self.description.into_string(),
            category: self.category,
            skills: self.skills,
            budget: self.budget,
            deadline: self.deadline,
            location: self.location,
            status: TaskStatus::Draft.apply(TaskEvent::Publish)?,
            client: record_of(client),
            bid_count: 0,
            created_at: now,
            attachments,
            contract_id: None,
            freelancer_id: None,
        })
    }
}

/// The client as bidders see them, with this task counted.
fn record_of(user: &UserRecord) -> TaskClient {
    let rate = (user.hires * 100)
        .checked_div(user.tasks_posted)
        .and_then(|rate| u8::try_from(rate.min(100)).ok());
    TaskClient {
        id: user.id,
        name: user.name.clone(),
        member_since: user.created_at,
        tasks_posted: user.tasks_posted + 1,
        hires: user.hires,
        hire_rate: rate,
    }
}
