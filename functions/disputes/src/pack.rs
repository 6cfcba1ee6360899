//! `POST /v1/disputes/{disputeId}/pack`: everything that there is about a dispute, as one download.

use proconnect_domain::{DisputeId, PackId, Role, Timestamp};
use proconnect_evidence::{EvidencePack, WhyLeftOut, build};
use proconnect_files::keys;
use proconnect_http::{ApiError, Caller, Client, Path, Unkept};
use proconnect_rules::{
    limits::{self, EVIDENCE_PACK},
    present_user,
};
use proconnect_runtime::{App, Function};
use proconnect_store::Case;
use schemars::JsonSchema;
use serde::Serialize;
use std::time::Duration;

/// Its two sides, admins: makes an evidence pack, signed by the platform, and says where it is downloaded.
pub const FUNCTION: Function =
    proconnect_runtime::http!(POST "/v1/disputes/{disputeId}/pack", handle, memory = 1024, timeout = 29);

/// How long the download may take to begin. Whoever has the address has the pack, so it is short.
const LIFE: Duration = Duration::from_secs(300);

/// A pack that was made.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Pack {
    /// Its id, which its manifest names.
    id: PackId,
    /// When it was made: it says what was so at that moment.
    made_at: Timestamp,
    /// What the download is called.
    name: String,
    /// Bytes.
    size: usize,
    /// How many files are in it, its page, manifest and signature among them.
    files: usize,
    /// By which of `GET /v1/evidence-keys` it is signed.
    key_id: String,
    /// The files that it lists and does not hold.
    left_out: Vec<LeftOut>,
    /// Where it is downloaded, for five minutes.
    download_url: String,
    /// Until when the download may begin.
    url_expires_at: Timestamp,
}

/// A file that is not in the pack.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct LeftOut {
    /// Its name.
    name: String,
    /// Bytes.
    size: u64,
    /// SHA-256 in hexadecimal; null where it was not read.
    sha256: Option<String>,
    /// Why.
    reason: LeftOutReason,
}

/// Why a file is not in the pack.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LeftOutReason {
    /// A pack holds 64 MB of files. Its sum is given.
    TooLarge,
    /// More than 256 MB, or more than 200 files: it was not read, so there is no sum of it.
    NotRead,
    /// It is not kept any more.
    Gone,
}

/// Makes one of everything that is kept about the dispute's milestone: terms, criteria, work, statements and evidence, the talk of the
/// two with what was edited or deleted in it, the ledger, the clocks, the files. Whoever is suspended may have one, as they may see the
/// dispute. Nothing is changed; made twice, there are two, each good. The objects are deleted after a day.
pub async fn handle(
    app: &App,
    caller: Caller,
    (client, Path(id)): (Client, Path<DisputeId>),
) -> Result<Unkept<Pack>, ApiError> {
    present_user(app, &caller).await?;
    let dispute = app.store.disputes().get(id).await?;
    let seen = dispute.filter(|dispute| dispute.side_of(caller.user_id).is_some() || caller.is(Role::Admin));
    let dispute = seen.ok_or_else(|| ApiError::not_found("dispute"))?;
    limits::check_in_table(app, &EVIDENCE_PACK, &client.address, &caller.user_id.to_string()).await?;
    let case = app.store.cases().of(dispute.milestone_id, Some(id)).await?;
    let case = case.ok_or_else(|| ApiError::not_found("dispute"))?;
    let (pack, now) = (app.new_id()?, app.now());
    let built = build(&case, app.objects()?, app.evidence_signer()?, (pack, now)).await;
    let built = built.map_err(ApiError::internal)?;
    keep(app, &case, (pack, now), built).await.map(Unkept)
}

/// Puts it where it is downloaded.
async fn keep(
    app: &App,
    case: &Case,
    (id, made_at): (PackId, Timestamp),
    built: EvidencePack,
) -> Result<Pack, ApiError> {
    let key = keys::pack(case.milestone_id, id);
    let name = format!("evidence-{}.zip", case.milestone_id);
    let (objects, size) = (app.objects()?, built.bytes.len());
    let put = objects
        .put_private(&key, "application/zip", built.bytes.into())
        .await;
    put.map_err(ApiError::internal)?;
    let signed = objects.sign_download(&key, &name, "application/zip", LIFE).await;
    Ok(Pack {
        id,
        made_at,
        name,
        size,
        files: built.files,
        key_id: built.key_id,
        left_out: built.left_out.into_iter().map(LeftOut::from).collect(),
        download_url: signed.map_err(ApiError::internal)?,
        url_expires_at: app.now().plus(LIFE),
    })
}

impl From<proconnect_evidence::LeftOut> for LeftOut {
    fn from(file: proconnect_evidence::LeftOut) -> Self {
        Self {
            name: file.name,
            size: file.size,
            sha256: file.sha256,
            reason: match file.why {
                WhyLeftOut::TooLarge => LeftOutReason::TooLarge,
                WhyLeftOut::NotRead => LeftOutReason::NotRead,
                WhyLeftOut::Gone => LeftOutReason::Gone,
            },
        }
    }
}
