//! `PUT /v1/notifications/preferences`: chooses how one wants to hear of things.

use crate::preferences;
use proconnect_api::NotificationPreferences;
use proconnect_domain::{DigestRhythm, MailChoice, NoticeCategory, Validator, ValueError, Zone};
use proconnect_http::{ApiError, Body, Caller, ErrorCode, Json};
use proconnect_runtime::{App, Function};
use proconnect_store::PreferencesRecord;
use schemars::JsonSchema;
use serde::Deserialize;

/// Signed in: chooses how one wants to hear of things.
pub const FUNCTION: Function = proconnect_runtime::http!(PUT "/v1/notifications/preferences", handle);

/// What is chosen, as a whole.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct UpdatePreferences {
    /// The `version` that this changes; 0 for the first choice.
    #[schemars(example = 0)]
    version: u64,
    /// An IANA time zone.
    #[schemars(example = &"Europe/Berlin")]
    time_zone: String,
    /// Whether there is a digest.
    digest: DigestRhythm,
    /// At which hour of the day, in the time zone: 0 to 23.
    #[schemars(example = 8)]
    digest_hour: u8,
    /// Those that are to change; a category that is not named stays as it is.
    categories: Vec<CategoryChoice>,
}

/// How one wants to hear of one category.
#[derive(Deserialize, JsonSchema)]
pub struct CategoryChoice {
    /// The category.
    category: NoticeCategory,
    /// By mail. Of a critical category only `always` or `on`.
    mail: MailChoice,
    /// By the browser's own notifications.
    browser: bool,
}

/// Chooses. 409 when it was changed since, such as in another window or by a link from a mail; the same choice again changes
/// nothing.
pub async fn handle(
    app: &App,
    caller: Caller,
    Body(body): Body<UpdatePreferences>,
) -> Result<Json<NotificationPreferences>, ApiError> {
    let notifications = app.store.notifications();
    let stored = notifications.preferences(caller.user_id).await?;
    let before = stored.as_deref().cloned();
    let before = before.unwrap_or_else(|| PreferencesRecord::usual(caller.user_id));
    let mut chosen = before.clone();
    apply(&body, &mut chosen)?;
    if stored.is_some() && chosen == before {
        return Ok(Json(preferences::view(&before)));
    }
    if body.version != before.edition {
        return Err(ApiError::new(
            ErrorCode::Conflict,
            "The settings were changed meanwhile.",
        ));
    }
    chosen.edition += 1;
    chosen.set_clock(app.now());
    notifications.choose(stored.as_ref(), &chosen, app.now()).await?;
    Ok(Json(preferences::view(&chosen)))
}

fn apply(body: &UpdatePreferences, chosen: &mut PreferencesRecord) -> Result<(), ApiError> {
    let mut errors = Validator::new();
    if let Some(zone) = errors.field("/timeZone", Zone::parse(&body.time_zone)) {
        chosen.zone = zone;
    }
    if body.digest_hour > 23 {
        errors.error(
            "/digestHour",
            ValueError::new("out_of_range", "An hour is 0 to 23."),
        );
    }
    chosen.digest.hour = body.digest_hour;
    chosen.digest.rhythm = body.digest;
    for (place, choice) in body.categories.iter().enumerate() {
        if let Some(error) = wrong(choice) {
            errors.error(&format!("/categories/{place}/mail"), error);
        }
        chosen.choose(choice.category, choice.mail);
        match choice.browser {
            true => chosen.quiet_in_browser.remove(&choice.category),
            false => chosen.quiet_in_browser.insert(choice.category),
        };
    }
    Ok(errors.finish(Some(()))?)
}

fn wrong(choice: &CategoryChoice) -> Option<ValueError> {
    match (choice.category.is_critical(), choice.mail) {
        (true, MailChoice::Off | MailChoice::Digest) => Some(ValueError::new(
            "critical",
            "These mails are always sent: who misses them may lose money, a contract, or their account.",
        )),
        (false, MailChoice::Always) => {
            let message = "Choose on, off or digest.";
            Some(ValueError::new("not_critical", message))
        }
        _ => None,
    }
}
