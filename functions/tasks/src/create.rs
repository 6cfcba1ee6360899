//! `POST /v1/tasks`: posts a task.

use proconnect_api::{Person, Task};
use proconnect_domain::{
    Budget, Category, FileId, FilePurpose, Location, RichText, Role, Skills, TaskEvent, TaskId, TaskStatus,
    Timestamp, Title, Validator, check_deadline, summary,
};
use proconnect_http::{ApiError, Body, Caller, Created, Idempotency};
use proconnect_rules::Attachments;
use proconnect_runtime::{App, Function};
use proconnect_store::{AttachedFile, FileHome, FoundFiles, People, Refused, TaskRecord, UserRecord};
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Clients: posts a task.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/tasks", handle);

/// A new task.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CreateTask {
    /// 5 to 120 characters.
    #[schemars(example = &"Design a logo")]
    title: String,
    /// HTML; what is not allowed in it is removed.
    #[schemars(example = &"<p>A friendly logo for a bakery, in two colours.</p>")]
    description: String,
    /// Category.
    category: Category,
    /// At most 15 skills.
    #[serde(default)]
    #[schemars(example = ["Logo design"])]
    skills: Vec<String>,
    /// Budget in minor units.
    budget: Budget,
    /// Until when a bid is accepted: in the future, at most a year ahead.
    #[schemars(example = &"2027-01-31T12:00:00Z")]
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
    let user = user.ok_or_else(|| ApiError::account(None))?;
    let (fields, attachments) = Fields::parse(body, found, &caller, now)?;
    let task = fields.task(app.new_id()?, &user, attachments.references(), now)?;
    let files = attachments.hang(&FileHome::Task)?;
    let client = Person {
        tasks_posted: user.tasks_posted.saturating_add(1),
        ..Person::from(&user)
    };
    let answer = Created(task.view(&People::just(client), None, Some(caller.user_id)));
    let remember = idempotency.remember(caller.user_id, &answer)?;
    app.store
        .tasks()
        .create(&task, &files, remember, now)
        .await
        .map_err(|error| match error {
            error if error.is_refused(Refused::Client) => ApiError::forbidden("Only clients post tasks."),
            error => error.into(),
        })?;
    Ok(answer)
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
            client: client.party(),
            bid_count: 0,
            created_at: now,
            attachments,
            contract_id: None,
            freelancer_id: None,
            edition: 1,
            changed_in: BTreeMap::new(),
            changes: Vec::new(),
            cancel_reason: None,
        })
    }
}
