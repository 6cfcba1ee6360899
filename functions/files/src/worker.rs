//! SQS: deletes files.

use proconnect_files::keys;
use proconnect_messaging::DeleteFile;
use proconnect_runtime::{App, Function, HandlerError, Work};

pub const FUNCTION: Function = proconnect_runtime::sqs!("files", handle, batch = 5, worst = 5, timeout = 30);

/// Deletes a file that was taken back, or was attached to nothing for a day: first what shows it, then its content, then what
/// remembers the content. If the process dies in between, the next delivery finishes it; one that was attached meanwhile stays.
pub async fn handle(app: &App, work: Work<DeleteFile>) -> Result<(), HandlerError> {
    let (id, now) = (work.body.file_id, app.now());
    let Some(mut file) = app.store.files().get(id).await? else {
        return Ok(());
    };
    if file.due_at().is_none_or(|due| due > now) {
        return Ok(());
    }
    if file.removed_at.is_none() {
        file.remove(now)?;
        let removed = file.removed();
        app.store.files().update(&mut file, [removed], now).await?;
    }
    for key in keys::all(id) {
        app.objects()?.delete(&key).await?;
    }
    Ok(app.store.files().delete(id, now).await?)
}
