//! `POST /v1/files`: announces a file and allows the browser to send it to the bucket.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use proconnect_api::File;
use proconnect_domain::{FileName, FilePurpose, FileStatus, MediaType, Timestamp, Validator, ValueError};
use proconnect_files::{SignedUpload, Upload, keys};
use proconnect_http::{ApiError, Body, Caller, Client, Created, Idempotency};
use proconnect_rules::limits::{self, UPLOAD};
use proconnect_runtime::{App, Function};
use proconnect_store::FileRecord;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::time::Duration;

/// Signed in: announces a file, and allows sending it to the bucket.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/files", handle);

/// How long the address takes the file: 50 MB at 120 kbit/s.
const LIFE: Duration = Duration::from_secs(3600);

/// A file to be sent.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CreateUpload {
    /// Its name: 1 to 200 characters, without a path.
    #[schemars(example = &"brief.pdf")]
    name: String,
    /// Its media type, such as `image/png`.
    #[schemars(example = &"application/pdf")]
    content_type: String,
    /// Bytes: at most 52,428,800; for an avatar, or a JPEG, PNG or WebP of a portfolio, 10,485,760.
    #[schemars(example = 48_211)]
    size: u64,
    /// What it is for.
    purpose: FilePurpose,
    /// SHA-256 of the content in base64. With it, the address takes this content alone.
    #[serde(default)]
    sha256: Option<String>,
}

/// The announced file, and how to send it.
#[derive(Serialize, JsonSchema)]
pub struct AnnouncedFile {
    /// The file.
    file: File,
    /// How to send it.
    upload: UploadAddress,
}

/// Where and how to send a file: with exactly these headers, and as many bytes as were announced.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct UploadAddress {
    /// `PUT`.
    method: &'static str,
    /// The address.
    url: String,
    /// Names and values. `content-length` is among them; a browser sends it by itself.
    headers: BTreeMap<String, String>,
    /// When the address stops working.
    expires_at: Timestamp,
}

type Input = (Client, Body<CreateUpload>, Idempotency);

/// Announces it. Announced twice without a key, it is two files; the one that never arrives is deleted after a day.
pub async fn handle(
    app: &App,
    caller: Caller,
    (client, Body(body), idempotency): Input,
) -> Result<Created<AnnouncedFile>, ApiError> {
    let account = caller.user_id.to_string();
    limits::check(app, &UPLOAD, &client.address, &account).await?;
    let now = app.now();
    let (file, sha256) = announced(body, app, &caller, now)?;
    let upload = Upload {
        key: &keys::upload(file.id),
        content_type: &file.content_type,
        size: file.size,
        sha256: sha256.as_deref(),
        life: LIFE,
    };
    let signed = app
        .objects()?
        .sign_upload(&upload)
        .await
        .map_err(ApiError::internal)?;
    let answer = Created(AnnouncedFile {
        upload: address(signed, &file, now),
        file: file.view(None, None),
    });
    let remember = idempotency.remember(caller.user_id, &answer)?;
    app.store.files().create(&file, remember, now).await?;
    Ok(answer)
}

fn address(signed: SignedUpload, file: &FileRecord, now: Timestamp) -> UploadAddress {
    let mut headers: BTreeMap<String, String> = signed.headers.into_iter().collect();
    headers.insert("content-length".to_owned(), file.size.to_string());
    UploadAddress {
        method: "PUT",
        url: signed.url,
        headers,
        expires_at: now.plus(LIFE),
    }
}

fn announced(
    body: CreateUpload,
    app: &App,
    caller: &Caller,
    now: Timestamp,
) -> Result<(FileRecord, Option<String>), ApiError> {
    let mut errors = Validator::new();
    let name = errors.field("/name", FileName::parse(&body.name));
    let content_type = MediaType::parse(&body.content_type).and_then(|kind| body.purpose.check_type(kind));
    let content_type = errors.field("/contentType", content_type);
    let announced = content_type.as_ref().map_or("", MediaType::as_str);
    let size = errors.field("/size", body.purpose.check_size(body.size, announced));
    let digest = body.sha256.as_deref().map(check_digest).transpose();
    errors.field("/sha256", digest);
    let values = (|| Some((name?, content_type?, size?)))();
    let (name, content_type, size) = errors.finish(values)?;
    let file = FileRecord {
        id: app.new_id()?,
        owner_id: caller.user_id,
        name: name.into_string(),
        content_type: content_type.into_string(),
        detected_type: None,
        size,
        purpose: body.purpose,
        status: FileStatus::Pending,
        has_preview: false,
        problem: None,
        home: None,
        created_at: now,
        removed_at: None,
    };
    Ok((file, body.sha256))
}

fn check_digest(text: &str) -> Result<(), ValueError> {
    match STANDARD.decode(text) {
        Ok(bytes) if bytes.len() == 32 => Ok(()),
        _ => Err(ValueError::new(
            "invalid_digest",
            "A SHA-256 digest is 32 bytes in base64.",
        )),
    }
}
