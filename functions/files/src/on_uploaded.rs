//! SQS: an object has arrived in the bucket. Looks at it, and lets it be downloaded or deletes it.
//!
//! At least once and in any order: what is decided stays decided, what is interrupted is done again from the start.

use crate::inspect::{Finding, inspect};
use proconnect_domain::{FileEvent, FileId, FileProblem, FileStatus};
use proconnect_files::keys;
use proconnect_runtime::{App, Function, HandlerError, Message};
use proconnect_store::{FileRecord, StoreError, Stored};
use serde::Deserialize;

/// A scan waits for clamd, then for its verdict, 90 s each at most, and the picture of a first page is waited for 15 s. Each instance starts with half a minute of loading: more
/// of them are no faster.
pub const FUNCTION: Function = proconnect_runtime::sqs!(
    "uploads",
    handle,
    memory = 3008,
    timeout = 200,
    batch = 1,
    worst = 199,
    concurrency = 10,
    image = true
);

/// The fields that are read of S3's event "Object Created" from EventBridge.
#[derive(Deserialize)]
struct ObjectCreated {
    detail: Detail,
}

#[derive(Deserialize)]
struct Detail {
    object: CreatedObject,
}

#[derive(Deserialize)]
struct CreatedObject {
    key: String,
}

/// How often a file may move while it is looked at: the twin of an event takes two steps.
const TWINS: u32 = 4;

/// Looks at the file of the event. When the scanner does not answer, the file stays `scanning` and the queue brings the
/// event again; after five times it goes to the dead-letter queue, which raises an alarm.
pub async fn handle(app: &App, message: Message) -> Result<(), HandlerError> {
    let event: ObjectCreated = serde_json::from_str(&message.body)?;
    let key = event.detail.object.key;
    let id = keys::uploaded(&key).ok_or_else(|| format!("{key} is no upload"))?;
    let mut last = None;
    for _ in 0..TWINS {
        match look_at(app, id).await {
            Ok(()) => return Ok(()),
            // Moved at this moment: taken back, or looked at by the same event's twin, which may also have taken the content
            // away under our hands. Then it is seen once more what is left to do.
            Err(error) if is_stale(&error) || is_decided(app, id).await? => last = Some(error),
            Err(error) => return Err(error),
        }
    }
    last.map_or(Ok(()), Err)
}

fn is_stale(error: &HandlerError) -> bool {
    matches!(error.downcast_ref(), Some(StoreError::Stale(_)))
}

async fn is_decided(app: &App, id: FileId) -> Result<bool, HandlerError> {
    let file = app.store.files().get(id).await?;
    Ok(file.is_none_or(|file| !matches!(file.status, FileStatus::Pending | FileStatus::Scanning)))
}

async fn look_at(app: &App, id: FileId) -> Result<(), HandlerError> {
    let Some(mut file) = app.store.files().get(id).await? else {
        // Its record went with the day on which it hung on nothing; an earlier try may have left more than the upload.
        return delete_all(app, id).await;
    };
    if file.status == FileStatus::Removed {
        return delete_all(app, id).await;
    }
    if !matches!(file.status, FileStatus::Pending | FileStatus::Scanning) {
        // Sent again after it was decided: nobody will look at it.
        return forget_upload(app, id).await;
    }
    if file.status == FileStatus::Pending {
        file.apply(FileEvent::Arrive)?;
        let arrived = file.arrived();
        app.store.files().update(&mut file, [arrived], app.now()).await?;
    }
    match inspect(app, &file).await? {
        Finding::Gone => Ok(()),
        Finding::Clean {
            etag,
            judged,
            has_preview,
        } => {
            // From here on it is called what it is served as; nobody believes what its sender's system called it.
            file.content_type = judged.media_type;
            file.detected_type = judged.detected.map(str::to_owned);
            file.has_preview = has_preview;
            pass(app, file, &etag).await
        }
        Finding::Disguised { detected } => {
            file.detected_type = detected.map(str::to_owned);
            refuse(app, file, FileProblem::WrongType).await
        }
        Finding::Refused(problem) => refuse(app, file, problem).await,
    }
}

/// Copies what was scanned to where downloads come from. Dying in between does it again. Of a picture only the sizes that
/// pages show are kept: what the camera wrote into the original (where, when, by whom) is nobody's business.
async fn pass(app: &App, mut file: Stored<FileRecord>, etag: &str) -> Result<(), HandlerError> {
    if !file.is_picture() {
        let (objects, upload) = (app.objects()?, keys::upload(file.id));
        // Refused when the content was replaced while it was looked at: then the next try looks at the other one.
        objects
            .copy(&upload, etag, &keys::clean(file.id), &file.content_type)
            .await?;
    }
    file.apply(FileEvent::Pass)?;
    decide(app, &mut file).await?;
    forget_upload(app, file.id).await
}

async fn delete_all(app: &App, id: FileId) -> Result<(), HandlerError> {
    for key in keys::all(id) {
        app.objects()?.delete(&key).await?;
    }
    Ok(())
}

/// Deletes what was refused.
async fn refuse(app: &App, mut file: Stored<FileRecord>, problem: FileProblem) -> Result<(), HandlerError> {
    tracing::info!(file = %file.id, ?problem, "a file was refused");
    file.apply(problem.event())?;
    file.problem = Some(problem);
    decide(app, &mut file).await?;
    forget_upload(app, file.id).await
}

async fn decide(app: &App, file: &mut Stored<FileRecord>) -> Result<(), StoreError> {
    let decided = file.decided();
    app.store.files().update(file, [decided], app.now()).await
}

/// What was sent has been looked at: no version of it is kept, be it a virus or a picture with all that the camera wrote.
async fn forget_upload(app: &App, id: FileId) -> Result<(), HandlerError> {
    Ok(app.objects()?.erase(&keys::upload(id)).await?)
}
