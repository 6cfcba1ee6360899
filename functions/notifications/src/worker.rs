//! SQS: tells somebody's open connections what has happened, and closes those whose session has ended.
//!
//! Whoever is not connected misses nothing: a page asks when it opens, and again when its connection comes back. So a
//! repeat does no harm, and none is looked for.

use proconnect_api::Frame;
use proconnect_domain::{FileId, UserId};
use proconnect_messaging::{Delivery, LiveJob};
use proconnect_runtime::{App, Function, HandlerError, Message};
use proconnect_store::ConnectionRecord;

pub const FUNCTION: Function = proconnect_runtime::sqs!("notifications", handle);

/// Does one job.
pub async fn handle(app: &App, message: Message) -> Result<(), HandlerError> {
    match message.job()?.1 {
        LiveJob::FileDecided { owner_id, file_id } => file_decided(app, owner_id, file_id).await,
        LiveJob::SessionEnded { user_id, session_id } => {
            close(app, user_id, |connection| connection.session_id == session_id).await
        }
        LiveJob::SessionsEnded { user_id, before } => {
            close(app, user_id, |connection| connection.session_began < before).await
        }
    }
}

async fn file_decided(app: &App, owner: UserId, file: FileId) -> Result<(), HandlerError> {
    match app.store.files().get(file).await? {
        Some(file) => {
            tell(
                app,
                owner,
                &Frame::File {
                    file: file.view(None),
                },
            )
            .await
        }
        None => Ok(()),
    }
}

/// Sends a frame to each of somebody's connections, and forgets those that are gone. One that cannot be reached does not
/// keep the frame from the others.
async fn tell(app: &App, user: UserId, frame: &Frame) -> Result<(), HandlerError> {
    let frame = serde_json::to_string(frame)?;
    let mut failure = None;
    for connection in app.store.connections().of(user).await? {
        match app.push()?.post(&connection.id, &frame).await {
            Ok(Delivery::Taken) => {}
            Ok(Delivery::Gone) => forget(app, &connection).await?,
            Err(error) => failure = Some(error),
        }
    }
    failure.map_or(Ok(()), |error| Err(error.into()))
}

async fn close(
    app: &App,
    user: UserId,
    has_ended: impl Fn(&ConnectionRecord) -> bool,
) -> Result<(), HandlerError> {
    let connections = app.store.connections().of(user).await?;
    for connection in connections.iter().filter(|connection| has_ended(connection)) {
        app.push()?.close(&connection.id).await?;
        forget(app, connection).await?;
    }
    Ok(())
}

async fn forget(app: &App, connection: &ConnectionRecord) -> Result<(), HandlerError> {
    let connections = app.store.connections();
    Ok(connections
        .forget(connection.user_id, &connection.id, app.now())
        .await?)
}
