//! Schedule: mails their digest to those whose hour has come.

use futures_util::future::join_all;
use proconnect_domain::{MailChoice, NotificationId};
use proconnect_messaging::MailDigest;
use proconnect_runtime::{App, Function, HandlerError};
use proconnect_store::{Due, InboxRecord, PreferencesRecord};

/// Twelve times an hour: there are zones of half and of quarter hours. What one run does not get to is the next one's.
pub const FUNCTION: Function = proconnect_runtime::schedule!("rate(5 minutes)", handle, timeout = 60);

/// How many of each shard one run takes at a time,
const BATCH: u32 = 25;
/// and how many times at most.
const ROUNDS: usize = 8;
/// So many are looked at side by side.
const AT_ONCE: usize = 10;

/// Ends each digest that is due, and has it mailed if there is something in it that was not read. One for each person and day
/// where they are, however late and however often this runs: the day's end and its mail are one transaction. What keeps
/// failing keeps nothing else from its turn.
pub async fn handle(app: &App) -> Result<(), HandlerError> {
    let mut failures = 0;
    for _ in 0..ROUNDS {
        let due = app.store.notifications().due_digests(app.now(), BATCH).await?;
        if due.is_empty() {
            break;
        }
        for some in due.chunks(AT_ONCE) {
            let ended = join_all(some.iter().map(|due| end(app, due))).await;
            let failed = ended.into_iter().filter_map(Result::err);
            failures += failed
                .inspect(|error| tracing::warn!(error = %error, "a digest failed"))
                .count();
        }
    }
    match failures {
        0 => Ok(()),
        _ => Err(format!("{failures} digests failed and will be tried again").into()),
    }
}

async fn end(app: &App, due: &Due) -> Result<(), HandlerError> {
    let (notifications, now) = (app.store.notifications(), app.now());
    if !notifications.take_digest(due, now).await? {
        return Ok(());
    }
    let user_id = due.id.parse()?;
    let inbox = notifications.inbox(user_id).await?;
    let Some(mut preferences) = notifications.preferences(user_id).await? else {
        return Ok(());
    };
    let notices = waiting(app, &preferences, &inbox);
    let Some(date) = preferences.end_digest(inbox.arrived, now) else {
        return Ok(());
    };
    let mail = MailDigest {
        user_id,
        date,
        notices,
    };
    let mail = Some(&mail).filter(|mail| !mail.notices.is_empty());
    Ok(notifications.end_digest(&preferences, mail, now).await?)
}

/// What has arrived since the last one, waits for this, and was not read.
fn waiting(app: &App, chosen: &PreferencesRecord, inbox: &InboxRecord) -> Vec<NotificationId> {
    let news = inbox
        .unread(app.now())
        .filter(|unread| unread.number > chosen.digest.told);
    let for_it = news.filter(|unread| chosen.mail(unread.category) == MailChoice::Digest);
    for_it.map(|unread| unread.id).collect()
}
