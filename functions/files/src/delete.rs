//! `DELETE /v1/files/{fileId}`: takes back a file that is attached to nothing.

use proconnect_domain::{FileId, FileStatus};
use proconnect_http::{ApiError, Caller, ErrorCode, NoContent, Path};
use proconnect_runtime::{App, Function};

/// Its owner: takes back a file that is attached to nothing.
pub const FUNCTION: Function = proconnect_runtime::http!(DELETE "/v1/files/{fileId}", handle);

/// Takes it back: nobody sees it any more, and the timers delete its content within minutes. 404 for anybody but its
/// owner, and the second time; 409 while it hangs on something, which its other side relies on.
pub async fn handle(app: &App, caller: Caller, Path(id): Path<FileId>) -> Result<NoContent, ApiError> {
    let file = app.store.files().get(id).await?;
    let mine = file.filter(|file| file.owner_id == caller.user_id && file.status != FileStatus::Removed);
    let mut file = mine.ok_or_else(|| ApiError::not_found("file"))?;
    if file.home.is_some() {
        return Err(ApiError::of(ErrorCode::FileInUse));
    }
    let now = app.now();
    file.remove(now)?;
    let removed = file.removed();
    app.store.files().update(&mut file, [removed], now).await?;
    Ok(NoContent)
}
