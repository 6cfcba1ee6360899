//! What the links in mails turn off and on again: a category, or the digest.

use proconnect_api::Subscription;
use proconnect_auth::UnsubscribeLink;
use proconnect_domain::{DigestRhythm, Email, MailChoice, NoticeCategory};
use proconnect_http::{ApiError, ErrorCode};
use proconnect_runtime::App;
use proconnect_store::{PreferencesRecord, Stored, UserRecord};

/// What a link turns off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Topic {
    Category(NoticeCategory),
    Digest,
}

/// A genuine link: whose, what it turns off, and what they have chosen.
pub(crate) struct Opened {
    pub(crate) user: Stored<UserRecord>,
    pub(crate) topic: Topic,
    pub(crate) stored: Option<Stored<PreferencesRecord>>,
}

impl Topic {
    /// Its word in links.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Topic::Category(category) => category.word(),
            Topic::Digest => "digest",
        }
    }

    /// Critical mails cannot be turned off, and have no link.
    fn of_word(word: &str) -> Option<Self> {
        if word == Topic::Digest.word() {
            return Some(Topic::Digest);
        }
        let category = NoticeCategory::of_word(word).filter(|category| !category.is_critical());
        category.map(Topic::Category)
    }

    pub(crate) fn is_off(self, chosen: &PreferencesRecord) -> bool {
        match self {
            Topic::Category(category) => chosen.mail(category) == MailChoice::Off,
            Topic::Digest => chosen.digest.rhythm == DigestRhythm::Off,
        }
    }

    pub(crate) fn turn(self, chosen: &mut PreferencesRecord, on: bool) {
        match (self, on) {
            (Topic::Category(category), true) => chosen.choose(category, MailChoice::On),
            (Topic::Category(category), false) => chosen.choose(category, MailChoice::Off),
            (Topic::Digest, true) => chosen.digest.rhythm = DigestRhythm::Daily,
            (Topic::Digest, false) => chosen.digest.rhythm = DigestRhythm::Off,
        }
    }
}

/// Opens a link, in one call. Whatever is wrong with it, and whosoever it was, is one refusal.
pub(crate) async fn open(app: &App, token: Option<&str>) -> Result<Opened, ApiError> {
    let refused = || ApiError::of(ErrorCode::InvalidToken);
    let link = token.and_then(UnsubscribeLink::parse).ok_or_else(refused)?;
    let topic = Topic::of_word(&link.topic).ok_or_else(refused)?;
    let (user, stored) = app.store.notifications().subscriber(link.user_id).await?;
    let user = user.filter(|user| user.is_present()).ok_or_else(refused)?;
    if !link.is_for(app.code_secret()?, &user.email) {
        return Err(refused());
    }
    Ok(Opened { user, topic, stored })
}

impl Opened {
    /// What they have chosen.
    pub(crate) fn chosen(&self) -> PreferencesRecord {
        let stored = self.stored.as_deref().cloned();
        stored.unwrap_or_else(|| PreferencesRecord::usual(self.user.id))
    }

    /// As the API returns it.
    pub(crate) fn view(&self, chosen: &PreferencesRecord) -> Subscription {
        Subscription {
            category: self.topic.word().to_owned(),
            is_off: self.topic.is_off(chosen),
            email: masked(&self.user.email),
        }
    }
}

/// Whoever a mail was forwarded to need not learn the address.
fn masked(email: &Email) -> String {
    let text = email.to_string();
    let (local, domain) = text.split_once('@').unwrap_or_default();
    let first: String = local.chars().take(1).collect();
    format!("{first}…@{domain}")
}
