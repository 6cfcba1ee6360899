//! What a task is to become, and what of it differs from what it is.

use proconnect_domain::{
    Budget, Category, FileId, FilePurpose, Location, MAX_ATTACHMENTS, RichText, Skills, TaskEdit, Timestamp,
    Title, Validator, ValueError, check_deadline, says_otherwise, summary,
};
use proconnect_http::{ApiError, present};
use proconnect_rules::Attachments;
use proconnect_store::{AttachedFile, FileHome, FileRecord, FoundFiles, Stored, TaskRecord};
use schemars::JsonSchema;
use serde::Deserialize;

/// What is to change; what is absent stays as it is, what is null is cleared.
#[derive(Deserialize, JsonSchema, Default)]
#[serde(rename_all = "camelCase", default)]
pub struct UpdateTask {
    /// The version that is changed. What was changed since then is not overwritten, but refused with 409 and the task as it is now.
    /// Without it, the task is changed as it is.
    #[schemars(example = 1)]
    pub(crate) version: Option<u32>,
    /// 5 to 120 characters; cannot be cleared.
    #[serde(deserialize_with = "present")]
    #[schemars(example = &"Design a logo and a sign")]
    pub(crate) title: Option<Option<String>>,
    /// HTML; what is not allowed in it is removed. It cannot be cleared.
    #[serde(deserialize_with = "present")]
    pub(crate) description: Option<Option<String>>,
    /// Category; once there are bids, it stays.
    #[serde(deserialize_with = "present")]
    pub(crate) category: Option<Option<Category>>,
    /// At most 15 skills.
    #[serde(deserialize_with = "present")]
    pub(crate) skills: Option<Option<Vec<String>>>,
    /// Budget in minor units. Once there are bids, its currency stays, and whether a price or a rate is paid.
    #[serde(deserialize_with = "present")]
    pub(crate) budget: Option<Option<Budget>>,
    /// Until when a bid is accepted: in the future, at most a year ahead. Once there are bids, no nearer than a day from now, unless it
    /// is put off.
    #[serde(deserialize_with = "present")]
    pub(crate) deadline: Option<Option<Timestamp>>,
    /// Where, if it matters.
    #[serde(deserialize_with = "present")]
    pub(crate) location: Option<Option<String>>,
    /// All the files that describe it from now on: those that it has, and clean ones of one's own; at most 10. What is left out is
    /// deleted.
    #[serde(deserialize_with = "present")]
    pub(crate) attachment_ids: Option<Option<Vec<FileId>>>,
}

/// A task as it is to be, with the files that come and go.
pub(crate) struct Edited {
    pub(crate) after: TaskRecord,
    pub(crate) added: Added,
    pub(crate) removed: Vec<FileId>,
}

/// Files that come.
#[derive(Default)]
pub(crate) struct Added(Vec<Attachments>);

impl Added {
    /// Hangs them on the task; 409 when one of them hangs on something already.
    pub(crate) fn hang(self) -> Result<Vec<Stored<FileRecord>>, ApiError> {
        let hung = self.0.into_iter().map(|file| file.hang(&FileHome::Task));
        Ok(hung.collect::<Result<Vec<_>, _>>()?.concat())
    }
}

impl UpdateTask {
    /// The task with what is named changed. Every field that cannot be so is named, also for what bids have fixed.
    pub(crate) fn over(
        self,
        task: &TaskRecord,
        found: FoundFiles,
        now: Timestamp,
    ) -> Result<Edited, ApiError> {
        let mut errors = Validator::new();
        let mut after = task.clone();
        if let Some(title) = needed(&mut errors, "/title", self.title) {
            let title = errors.field("/title", Title::parse(&title));
            after.title = title.map(Title::into_string).unwrap_or_default();
        }
        if let Some(html) = needed(&mut errors, "/description", self.description)
            && let Some(text) = errors.field("/description", RichText::parse(&html))
        {
            after.summary = summary(&text.text(), 200);
            after.description = text.into_string();
        }
        after.category = needed(&mut errors, "/category", self.category).unwrap_or(task.category);
        if let Some(skills) = self.skills {
            let skills = Skills::parse(&skills.unwrap_or_default());
            after.skills = skills
                .map_err(|invalid| errors.errors(invalid.0))
                .unwrap_or_default();
        }
        if let Some(budget) = needed(&mut errors, "/budget", self.budget)
            && let Some(budget) = errors.field("/budget", budget.check())
        {
            after.budget = budget;
        }
        if let Some(deadline) = needed(&mut errors, "/deadline", self.deadline)
            && deadline != task.deadline
            && let Some(deadline) = errors.field("/deadline", check_deadline(deadline, now))
        {
            after.deadline = deadline;
        }
        if let Some(place) = self.location {
            let place = Location::parse(place.as_deref().unwrap_or_default());
            after.location = errors.field("/location", place).flatten();
        }
        let mut added = Added::default();
        if let Some(ids) = self.attachment_ids {
            let ids = ids.unwrap_or_default();
            (after.attachments, added) = attached(&mut errors, &ids, task, found);
        }
        if task.bid_count > 0 {
            check_with_bids(&mut errors, task, &after, now);
        }
        errors.finish(Some(()))?;
        let gone = |file: &&AttachedFile| !after.attachments.iter().any(|kept| kept.id == file.id);
        let removed = task.attachments.iter().filter(gone).map(|file| file.id).collect();
        Ok(Edited {
            after,
            added,
            removed,
        })
    }
}

/// What is given, unless it is to be cleared, which it cannot be.
fn needed<T>(errors: &mut Validator, pointer: &str, given: Option<Option<T>>) -> Option<T> {
    let given = given?;
    if given.is_none() {
        errors.error(pointer, ValueError::new("required", "This cannot be left out."));
    }
    given
}

/// The files that are named: those that hang on the task already, and new ones.
fn attached(
    errors: &mut Validator,
    ids: &[FileId],
    task: &TaskRecord,
    mut found: FoundFiles,
) -> (Vec<AttachedFile>, Added) {
    if ids.len() > MAX_ATTACHMENTS {
        let most = format!("Attach at most {MAX_ATTACHMENTS} files.");
        errors.error("/attachmentIds", ValueError::new("too_many", most));
    }
    let meant = (task.client_id, FilePurpose::Task);
    let (mut all, mut added) = (Vec::new(), Added::default());
    for (place, id) in ids.iter().enumerate().take(MAX_ATTACHMENTS) {
        let pointer = format!("/attachmentIds/{place}");
        if ids[..place].contains(id) {
            errors.error(
                &pointer,
                ValueError::new("repeated_file", "This file is named twice."),
            );
        } else if let Some(kept) = task.attachments.iter().find(|file| file.id == *id) {
            all.push(kept.clone());
        } else if let Some(file) = Attachments::check_single(errors, &pointer, *id, &mut found, meant) {
            all.extend(file.references());
            added.0.push(file);
        }
    }
    (all, added)
}

fn check_with_bids(errors: &mut Validator, task: &TaskRecord, after: &TaskRecord, now: Timestamp) {
    for edit in difference(task, after) {
        let pointer = match edit {
            TaskEdit::Category { .. } => "/category",
            TaskEdit::Budget { .. } => "/budget",
            _ => "/deadline",
        };
        errors.field(pointer, edit.check_with_bids(task.created_at, now));
    }
}

/// What differs, in the order of the fields.
pub(crate) fn difference(before: &TaskRecord, after: &TaskRecord) -> Vec<TaskEdit> {
    let mut edits = Vec::new();
    macro_rules! compare {
        ($edit:ident, $field:ident) => {
            if before.$field != after.$field {
                edits.push(TaskEdit::$edit {
                    before: Clone::clone(&before.$field),
                    after: Clone::clone(&after.$field),
                });
            }
        };
    }
    compare!(Title, title);
    if before.description != after.description {
        let rewritten = says_otherwise(&words(&before.description), &words(&after.description));
        edits.push(TaskEdit::Description { rewritten });
    }
    compare!(Category, category);
    compare!(Skills, skills);
    compare!(Budget, budget);
    compare!(Deadline, deadline);
    compare!(Location, location);
    if before.attachments != after.attachments {
        let missing = |of: &[AttachedFile], among: &[AttachedFile]| {
            let missing = of.iter().filter(|file| !among.contains(file));
            u32::try_from(missing.count()).unwrap_or(u32::MAX)
        };
        edits.push(TaskEdit::Attachments {
            added: missing(&after.attachments, &before.attachments),
            removed: missing(&before.attachments, &after.attachments),
        });
    }
    edits
}

/// The words of a description.
fn words(html: &str) -> String {
    RichText::parse(html).map_or_else(|_| html.to_owned(), |text| text.text())
}
