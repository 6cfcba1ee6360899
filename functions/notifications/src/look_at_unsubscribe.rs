//! `GET /v1/notifications/unsubscribe`: what a link from a mail turns off.

use crate::subscription;
use proconnect_api::Subscription;
use proconnect_http::{ApiError, Json, Query};
use proconnect_runtime::{App, Function};
use schemars::JsonSchema;
use serde::Deserialize;

/// Anybody with a link from a mail: what it turns off.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/notifications/unsubscribe", handle);

/// Which link.
#[derive(Deserialize, JsonSchema)]
pub struct Link {
    /// The token from the mail.
    pub(crate) token: Option<String>,
}

/// Says what the link turns off, and changes nothing: mail filters open every link that they see.
pub async fn handle(app: &App, (): (), Query(link): Query<Link>) -> Result<Json<Subscription>, ApiError> {
    let opened = subscription::open(app, link.token.as_deref()).await?;
    Ok(Json(opened.view(&opened.chosen())))
}
