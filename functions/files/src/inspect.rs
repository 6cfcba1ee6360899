//! What is looked at in a file that arrived: its size, viruses, its type; of a picture also its pixels. Of a PDF the first page
//! is drawn.

use bytes::{Bytes, BytesMut};
use futures_util::TryStreamExt as _;
use proconnect_domain::{FileProblem, FilePurpose, MAX_PICTURE_BYTES};
use proconnect_files::{Judged, Object, Pictures, Verdict, judge, keys, of_page, pictures, watch};
use proconnect_runtime::{App, HandlerError};
use proconnect_store::FileRecord;

/// What is served as this is a PDF.
const PDF: &str = "application/pdf";
/// The next try looks at the other content.
const REPLACED: &str = "replaced while it was looked at";

/// What was found.
pub(crate) enum Finding {
    /// There is nothing there: it was looked at before, or deleted.
    Gone,
    /// Nothing is wrong with the content that this names.
    Clean {
        /// The content.
        etag: String,
        /// What it is served as, and what it looks like.
        judged: Judged,
        /// Whether there is a picture of its first page.
        has_preview: bool,
    },
    /// Something is.
    Refused(FileProblem),
    /// It is not what its name or its sender says.
    Disguised {
        /// What it looks like.
        detected: Option<&'static str>,
    },
}

/// Looks at the content as it streams by: no more than a piece of it is in memory. Fails when the scanner or the bucket
/// does; then nothing has been decided.
pub(crate) async fn inspect(app: &App, file: &FileRecord) -> Result<Finding, HandlerError> {
    app.scanner()?.ready().await?;
    let Some(object) = app.objects()?.open(&keys::upload(file.id)).await? else {
        return Ok(Finding::Gone);
    };
    if object.size != file.size {
        return Ok(Finding::Refused(FileProblem::WrongSize));
    }
    let Object { etag, content, .. } = object;
    let (content, seen) = watch(content);
    let verdict = app.scanner()?.scan(content).await?;
    if let Verdict::Infected { signature } = verdict {
        tracing::warn!(file = %file.id, signature, "a virus was found");
        return Ok(Finding::Refused(FileProblem::Virus));
    }
    let seen = seen.lock().map(|seen| seen.clone()).unwrap_or_default();
    if seen.size != file.size {
        return Err("the scanner has not seen all of the content".into());
    }
    let judged = match judge(&seen.head, &file.name, &file.content_type) {
        Ok(judged) => judged,
        Err(disguise) => {
            let detected = disguise.detected;
            return Ok(Finding::Disguised { detected });
        }
    };
    if file.purpose.is_picture(&judged.media_type) {
        return shrink(app, file, etag, judged).await;
    }
    let has_preview = judged.media_type == PDF && preview(app, file, &etag).await?;
    Ok(Finding::Clean {
        etag,
        judged,
        has_preview,
    })
}

/// Draws the first page, or says that there is no picture of it: a PDF that nobody can draw is a clean file all the same.
async fn preview(app: &App, file: &FileRecord, etag: &str) -> Result<bool, HandlerError> {
    let Some(object) = app.objects()?.open(&keys::upload(file.id)).await? else {
        return Ok(false);
    };
    if object.etag != etag {
        return Err(REPLACED.into());
    }
    let page = match app.previewer()?.first_page(object.content).await {
        Ok(page) => page,
        Err(error) => {
            tracing::info!(file = %file.id, %error, "a PDF has no preview");
            return Ok(false);
        }
    };
    let made = tokio::task::spawn_blocking(move || of_page(page)).await??;
    if file.purpose == FilePurpose::Portfolio {
        show(app, file, made).await?;
    } else if let Some((_, small)) = made.into_iter().next() {
        app.objects()?
            .put(&keys::page(file.id), "image/webp", small)
            .await?;
    }
    Ok(true)
}

/// Stores what everybody may see.
async fn show(app: &App, file: &FileRecord, made: Pictures) -> Result<(), HandlerError> {
    for (size, picture) in made {
        let key = keys::picture(file.id, size);
        app.objects()?.put(&key, "image/webp", picture).await?;
    }
    Ok(())
}

/// Makes the sizes of a picture that the pages show.
async fn shrink(app: &App, file: &FileRecord, etag: String, judged: Judged) -> Result<Finding, HandlerError> {
    // It may have been announced as something that may be larger.
    if file.size > MAX_PICTURE_BYTES {
        return Ok(Finding::Refused(FileProblem::UnreadablePicture));
    }
    let Some(object) = app.objects()?.open(&keys::upload(file.id)).await? else {
        return Ok(Finding::Gone);
    };
    if object.etag != etag {
        return Err(REPLACED.into());
    }
    let content = whole(object).await?;
    let purpose = file.purpose;
    // Off the thread that also waits for the network.
    let made = tokio::task::spawn_blocking(move || pictures(content, purpose)).await;
    // A decoder that gives up on a picture would do so each time.
    let made = made.map_err(|error| error.to_string());
    match made.and_then(|made| made.map_err(|error| error.to_string())) {
        Ok(made) => {
            show(app, file, made).await?;
            Ok(Finding::Clean {
                etag,
                judged,
                has_preview: false,
            })
        }
        Err(error) => {
            tracing::info!(file = %file.id, error, "a picture cannot be shown");
            Ok(Finding::Refused(FileProblem::UnreadablePicture))
        }
    }
}

/// A picture, whole in memory: at most 10 MB, as was announced and checked.
async fn whole(mut object: Object) -> Result<Bytes, HandlerError> {
    let mut whole = BytesMut::new();
    while let Some(piece) = object.content.try_next().await? {
        whole.extend_from_slice(&piece);
        if whole.len() as u64 > MAX_PICTURE_BYTES {
            return Err("a picture is larger than announced".into());
        }
    }
    Ok(whole.freeze())
}
