//! The suppression list: which addresses get no more mail.

use super::{EmailClaim, SuppressionRecord};
use crate::profile::ActivityRecord;
use crate::record::{Stored, read};
use crate::tx::Tx;
use crate::user::UserRecord;
use crate::{Store, StoreError, keys};
use proconnect_domain::{ActivityKind, Email, MailStop, Timestamp};
use proconnect_events::Fact;

/// The suppression list.
pub struct Suppressions<'a>(&'a Store);

impl Store {
    /// The suppression list.
    pub fn suppressions(&self) -> Suppressions<'_> {
        Suppressions(self)
    }
}

/// What is known of an address: whether it is suppressed, and whose it is.
type Known = (Option<Stored<SuppressionRecord>>, Option<Stored<UserRecord>>);

impl Suppressions<'_> {
    /// Whether a mail must not go to an address, strongly consistent. `asked` says that its reader waits for it.
    pub async fn refuse(&self, email: &Email, asked: bool) -> Result<bool, StoreError> {
        let found: Option<Stored<SuppressionRecord>> = self.0.get(keys::suppression(email)).await?;
        Ok(found.is_some_and(|found| found.refuses(asked)))
    }

    /// Notes that an address bounced or complained, and tells its owner, if it has one. `report` names the report for good:
    /// the same one again changes nothing. Returns whether it was news. `Stale` when the account moved meanwhile.
    pub async fn report(
        &self,
        email: &Email,
        why: MailStop,
        report: &str,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let (known, owner) = self.known(email).await?;
        let Some(record) = SuppressionRecord::reported(known.as_deref(), (email, why, report), now) else {
            return Ok(false);
        };
        let mut tx = Tx::new(self.0, now);
        tx.upsert(known.as_ref(), &record)?;
        let kind = match why {
            MailStop::Bounced => ActivityKind::MailBounced,
            MailStop::Complained => ActivityKind::MailComplained,
        };
        show(&mut tx, owner, Some(why), kind, now)?;
        tx.commit(self.0).await.map(|()| true)
    }

    /// Takes an address off the list, by an operator's hand. Returns whether it was on it.
    pub async fn lift(&self, email: &Email, now: Timestamp) -> Result<bool, StoreError> {
        let (known, owner) = self.known(email).await?;
        let Some(known) = known else {
            return Ok(false);
        };
        let mut tx = Tx::new(self.0, now);
        tx.delete_unmoved(&known)?;
        show(&mut tx, owner, None, ActivityKind::MailResumed, now)?;
        tx.commit(self.0).await.map(|()| true)
    }

    async fn known(&self, email: &Email) -> Result<Known, StoreError> {
        let keys = [keys::suppression(email), keys::email_claim(email)];
        let mut found = self.0.get_many(&keys).await?.into_iter();
        let known = found.next().flatten().map(Stored::read).transpose()?;
        let claim = found.next().flatten().map(read::<EmailClaim>).transpose()?;
        let owner = match claim {
            Some(claim) => self.0.get(keys::user(claim.user_id)).await?,
            None => None,
        };
        Ok((known, owner))
    }
}

/// The account shows it, and its activity keeps when it was.
fn show(
    tx: &mut Tx,
    owner: Option<Stored<UserRecord>>,
    stopped: Option<MailStop>,
    kind: ActivityKind,
    now: Timestamp,
) -> Result<(), StoreError> {
    let Some(mut owner) = owner else {
        return Ok(());
    };
    owner.mail_stopped = stopped;
    tx.update(&owner)?;
    if let Some(why) = stopped {
        let user_id = owner.id;
        tx.tell(Fact::MailStopped { user_id, why });
    }
    tx.create(&ActivityRecord::new(owner.id, kind, "", "", now)?)
}
