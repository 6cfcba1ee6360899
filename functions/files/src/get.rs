//! `GET /v1/files/{fileId}`: a file's state, and where it is downloaded.

use proconnect_api::File;
use proconnect_domain::{FileId, FilePurpose, FileStatus, Role};
use proconnect_files::keys;
use proconnect_http::{ApiError, ErrorCode, Json, MaybeCaller, Path};
use proconnect_runtime::{App, Function};
use proconnect_store::FileRecord;
use std::time::Duration;

/// Its owner, and who sees what it hangs on, of a portfolio everybody: its state, and where to download it.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/files/{fileId}", handle);

/// How long a download may take to begin. Whoever has the address has the file, so it is short.
const LIFE: Duration = Duration::from_secs(300);

/// Returns it to its owner, and to whoever may see what it is attached to: visitors too, for what a portfolio shows. Only a
/// clean file can be downloaded.
pub async fn handle(
    app: &App,
    MaybeCaller(caller): MaybeCaller,
    Path(id): Path<FileId>,
) -> Result<Json<File>, ApiError> {
    let file = app.store.files().get(id).await?;
    let seen = file.filter(|file| match &caller {
        Some(caller) => file.is_seen_by(caller.user_id, caller.is(Role::Admin)),
        None => file.is_public(),
    });
    let file = match (seen, caller) {
        (Some(file), _) => file,
        // Visitors do not learn whether there is such a file.
        (None, None) => return Err(ApiError::of(ErrorCode::Unauthenticated)),
        (None, Some(_)) => return Err(ApiError::not_found("file")),
    };
    let mut url = None;
    // A picture is shown by its public sizes; the original is not kept.
    if file.status == FileStatus::Clean && !file.is_picture() {
        let (objects, key) = (app.objects()?, keys::clean(id));
        let signed = objects
            .sign_download(&key, &file.name, &file.content_type, LIFE)
            .await;
        url = Some(signed.map_err(ApiError::internal)?);
    }
    let preview = preview(app, &file).await?;
    Ok(Json(file.view(url, preview)))
}

/// Where its first page is seen: by whoever sees the file, or by everybody, as the pictures of portfolios are.
async fn preview(app: &App, file: &FileRecord) -> Result<Option<String>, ApiError> {
    if file.status != FileStatus::Clean || !file.has_preview {
        return Ok(None);
    }
    if file.purpose == FilePurpose::Portfolio {
        let [small, _] = keys::SIZES;
        return Ok(Some(format!("/{}", keys::picture(file.id, small))));
    }
    let (objects, key) = (app.objects()?, keys::page(file.id));
    let name = format!("{}.webp", file.name);
    let signed = objects.sign_download(&key, &name, "image/webp", LIFE).await;
    signed.map(Some).map_err(ApiError::internal)
}
