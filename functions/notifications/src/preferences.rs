//! How somebody wants to hear of things, as the API has it.

use proconnect_api::{CategoryPreference, NotificationPreferences};
use proconnect_domain::{MailChoice, NoticeCategory};
use proconnect_notices::Preferences;
use proconnect_store::PreferencesRecord;

/// As the API returns them: every category once.
pub(crate) fn view(chosen: &PreferencesRecord) -> NotificationPreferences {
    let category = |category: NoticeCategory| CategoryPreference {
        category,
        is_critical: category.is_critical(),
        mail: chosen.mail(category),
        in_app: true,
        browser: !chosen.quiet_in_browser.contains(&category),
    };
    NotificationPreferences {
        version: chosen.edition,
        time_zone: chosen.zone.to_string(),
        digest: chosen.digest.rhythm,
        digest_hour: chosen.digest.hour,
        categories: NoticeCategory::ALL.map(category).into(),
    }
}

/// As notices are planned by them: what waits for the digest is not mailed at once.
pub(crate) fn planned(chosen: &PreferencesRecord) -> Preferences {
    let later =
        |category: &NoticeCategory| matches!(chosen.mail(*category), MailChoice::Off | MailChoice::Digest);
    Preferences {
        no_mail: NoticeCategory::ALL.into_iter().filter(later).collect(),
    }
}
