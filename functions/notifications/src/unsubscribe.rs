//! `POST /v1/notifications/unsubscribe`: turns mails off by a link from one of them, or on again.

use crate::look_at_unsubscribe::Link;
use crate::subscription;
use proconnect_api::Subscription;
use proconnect_http::{ApiError, Json, OptionalBody, Query};
use proconnect_runtime::{App, Function};
use schemars::JsonSchema;
use serde::Deserialize;

/// Anybody with a link from a mail: turns such mails off, or on again.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/notifications/unsubscribe", handle);

/// What is wanted. Mail programs send a form instead (RFC 8058), or nothing: then they are turned off.
#[derive(Deserialize, JsonSchema)]
pub struct Unsubscribe {
    /// They are turned on again.
    #[serde(default)]
    on: bool,
}

/// Turns them off, or on; twice is once. No log-in is asked for, and who is suspended may as well: the link proves who they are,
/// and less mail is never refused.
pub async fn handle(
    app: &App,
    (): (),
    (Query(link), OptionalBody(body)): (Query<Link>, OptionalBody<Unsubscribe>),
) -> Result<Json<Subscription>, ApiError> {
    let opened = subscription::open(app, link.token.as_deref()).await?;
    let on = body.is_some_and(|body| body.on);
    let mut chosen = opened.chosen();
    if opened.topic.is_off(&chosen) == on {
        opened.topic.turn(&mut chosen, on);
        chosen.edition += 1;
        chosen.set_clock(app.now());
        let notifications = app.store.notifications();
        let stored = opened.stored.as_ref();
        notifications
            .choose_by_mail(&opened.user, stored, &chosen, app.now())
            .await?;
    }
    Ok(Json(opened.view(&chosen)))
}
