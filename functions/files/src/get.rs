//! `GET /v1/files/{fileId}`: a file's state, and where it is downloaded.

use proconnect_api::File;
use proconnect_domain::{FileId, FileStatus, Role};
use proconnect_files::keys;
use proconnect_http::{ApiError, Caller, Json, Path};
use proconnect_runtime::{App, Function};
use std::time::Duration;

/// Its owner, and who sees what it hangs on: its state, and where it is downloaded.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/files/{fileId}", handle);

/// How long a download may take to begin. Whoever has the address has the file, so it is short.
const LIFE: Duration = Duration::from_secs(300);

/// Answers it to its owner, and to whoever sees what it hangs on. Only a clean file can be downloaded.
pub async fn handle(app: &App, caller: Caller, Path(id): Path<FileId>) -> Result<Json<File>, ApiError> {
    let file = app.store.files().get(id).await?;
    let seen = file.filter(|file| file.is_seen_by(caller.user_id, caller.is(Role::Admin)));
    let file = seen.ok_or_else(|| ApiError::not_found("file"))?;
    let mut url = None;
    // A picture is shown by its public sizes; the original is not kept.
    if file.status == FileStatus::Clean && !file.purpose.is_picture() {
        let (objects, key) = (app.objects()?, keys::clean(id));
        let signed = objects
            .sign_download(&key, &file.name, &file.content_type, LIFE)
            .await;
        url = Some(signed.map_err(ApiError::internal)?);
    }
    Ok(Json(file.view(url)))
}
