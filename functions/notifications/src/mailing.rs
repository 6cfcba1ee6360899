//! What people are told by mail, and whether they still want to be: between a queue and its mail somebody may have read it,
//! chosen otherwise, or left.

use crate::letters;
use crate::subscription::Topic;
use proconnect_domain::{DigestRhythm, MailChoice, NotificationId, UserId};
use proconnect_messaging::MailDigest;
use proconnect_notices::{Letter, Line, Message};
use proconnect_runtime::{App, HandlerError};
use proconnect_store::{Addressee, Stored, UserRecord};

/// So many lines stand in a digest; the rest is counted.
const LINES: usize = 20;

/// A mail to a person who is still there. Of what is critical everybody gets one; of the rest, who wants it and has not read it
/// meanwhile.
pub(crate) async fn tell(app: &App, message: &Message) -> Result<(), HandlerError> {
    let Some((user, known)) = reader(app, message.to).await? else {
        return Ok(());
    };
    let category = message.category;
    if category.is_critical() {
        return letters::tell(app, message.letter(), &user, None).await;
    }
    let wants = known.preferences.mail(category) == MailChoice::On;
    let has_read = message.notice.is_some_and(|notice| !is_unread(&known, notice));
    if !wants || has_read {
        tracing::info!(wants, has_read, "not mailed: it is read, or not wanted any more");
        return Ok(());
    }
    letters::tell(app, message.letter(), &user, Some(Topic::Category(category))).await
}

/// A digest of what is still unread, to who still wants one.
pub(crate) async fn digest(app: &App, digest: &MailDigest) -> Result<(), HandlerError> {
    let Some((user, known)) = reader(app, digest.user_id).await? else {
        return Ok(());
    };
    if known.preferences.digest.rhythm == DigestRhythm::Off {
        return Ok(());
    }
    let mut unread: Vec<NotificationId> = digest.notices.clone();
    unread.retain(|notice| is_unread(&known, *notice));
    unread.sort_unstable_by(|one, other| other.cmp(one));
    let newest: Vec<NotificationId> = unread.iter().copied().take(LINES).collect();
    let records = app.store.notifications().get(user.id, &newest).await?;
    if records.is_empty() {
        return Ok(());
    }
    let lines: Vec<Line> = records
        .iter()
        .map(|record| Line::from(record.text.as_str()))
        .collect();
    let letter = Letter::Digest(&lines, unread.len());
    letters::tell(app, letter, &user, Some(Topic::Digest)).await
}

/// Who is to be mailed, and what they have chosen and read; nobody, if they have left.
async fn reader(app: &App, id: UserId) -> Result<Option<(Stored<UserRecord>, Addressee)>, HandlerError> {
    let (user, known) = app.store.notifications().reader(id).await?;
    let user = user.ok_or_else(|| format!("{id} is nobody that we know"))?;
    Ok(user.is_present().then_some((user, known)))
}

fn is_unread(known: &Addressee, notice: NotificationId) -> bool {
    let inbox = known.inbox.as_ref();
    inbox.is_some_and(|inbox| inbox.unread.iter().any(|unread| unread.id == notice))
}
