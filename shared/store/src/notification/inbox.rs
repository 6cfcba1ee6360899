//! What of a person's notices is unread: the newest hundred at most, each by name. So the count is the length of a list and can
//! neither drift nor become negative, whoever reads what, in whichever order and however often.

use super::record::LIFE;
use proconnect_domain::{NoticeCategory, NotificationId, Timestamp, TypedId as _, UserId};
use serde::{Deserialize, Serialize};

/// So many are unread at most: what stands behind them passes for read. Nobody is shown a greater number.
pub const MOST_UNREAD: usize = 100;

/// Somebody's inbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InboxRecord {
    /// Whose.
    pub user_id: UserId,
    /// How many notices have arrived.
    pub arrived: u32,
    /// Those that are unread, in the order in which they arrived.
    pub unread: Vec<Unread>,
    /// When something was read last.
    pub read_at: Option<Timestamp>,
}

/// A notice that is unread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Unread {
    /// Which.
    pub id: NotificationId,
    /// What it is about.
    pub category: NoticeCategory,
    /// Which it was to arrive.
    pub number: u32,
}

/// What somebody has read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Read<'a> {
    /// These.
    These(&'a [NotificationId]),
    /// Everything that had arrived when this one did.
    UpTo(u32),
    /// Everything.
    All,
}

impl Unread {
    fn is_kept(&self, now: Timestamp) -> bool {
        let at = i64::try_from(self.id.ulid().timestamp_ms()).unwrap_or(i64::MAX);
        now < Timestamp::from_millis(at).plus(LIFE)
    }
}

impl InboxRecord {
    /// Of somebody who was told nothing.
    pub(crate) fn empty(user_id: UserId) -> Self {
        Self {
            user_id,
            arrived: 0,
            unread: Vec::new(),
            read_at: None,
        }
    }

    /// Something arrives. Returns which it is.
    pub(crate) fn take(&mut self, id: NotificationId, category: NoticeCategory, now: Timestamp) -> u32 {
        self.arrived += 1;
        self.unread.retain(|unread| unread.is_kept(now));
        self.unread.push(Unread {
            id,
            category,
            number: self.arrived,
        });
        let surplus = self.unread.len().saturating_sub(MOST_UNREAD);
        self.unread.drain(..surplus);
        self.arrived
    }

    /// Something was read; whether that is news.
    pub(crate) fn read(&mut self, read: Read<'_>, now: Timestamp) -> bool {
        let before = self.unread.len();
        self.unread.retain(|unread| match read {
            Read::These(ids) => !ids.contains(&unread.id),
            Read::UpTo(number) => unread.number > number,
            Read::All => false,
        });
        let is_news = self.unread.len() < before;
        if is_news {
            self.read_at = Some(now);
        }
        is_news
    }

    /// What is unread, and was not forgotten meanwhile.
    pub fn unread(&self, now: Timestamp) -> impl Iterator<Item = &Unread> {
        self.unread.iter().filter(move |unread| unread.is_kept(now))
    }

    /// How many.
    pub fn count(&self, now: Timestamp) -> u32 {
        u32::try_from(self.unread(now).count()).unwrap_or(u32::MAX)
    }

    /// By when a notice of then was read; nothing while it is unread.
    pub fn read_at(&self, id: NotificationId, created_at: Timestamp) -> Option<Timestamp> {
        let is_unread = self.unread.iter().any(|unread| unread.id == id);
        (!is_unread).then(|| self.read_at.map_or(created_at, |at| at.max(created_at)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proconnect_domain::DAY;
    use ulid::Ulid;

    const NOW: Timestamp = Timestamp::from_millis(1_800_000_000_000);

    fn id(number: u64) -> NotificationId {
        NotificationId::from_ulid(Ulid::from_parts(1_800_000_000_000 + number, 7))
    }

    fn inbox(arrived: &[u64]) -> InboxRecord {
        let mut inbox = InboxRecord::empty(UserId::from_ulid(Ulid(1)));
        for number in arrived {
            inbox.take(id(*number), NoticeCategory::Bids, NOW);
        }
        inbox
    }

    fn unread(inbox: &InboxRecord) -> Vec<NotificationId> {
        inbox.unread(NOW).map(|unread| unread.id).collect()
    }

    #[test]
    fn what_is_read_is_read_once_and_nothing_else_is() {
        let mut inbox = inbox(&[1, 2, 3]);
        assert!(inbox.read(Read::These(&[id(2), id(9)]), NOW));
        assert!(!inbox.read(Read::These(&[id(2), id(9)]), NOW.plus(DAY)));
        assert_eq!((unread(&inbox), inbox.read_at), (vec![id(1), id(3)], Some(NOW)));
        assert_eq!(inbox.read_at(id(1), NOW), None);
        assert_eq!(inbox.read_at(id(2), NOW.plus(DAY)), Some(NOW.plus(DAY)));
        assert!(inbox.read(Read::All, NOW) && !inbox.read(Read::All, NOW));
        assert_eq!(inbox.count(NOW), 0);
    }

    #[test]
    fn what_arrives_while_everything_is_read_stays_unread_also_if_it_happened_before() {
        // The second to arrive happened first: its queue was slow.
        let mut inbox = inbox(&[5, 3, 6]);
        inbox.read(Read::UpTo(1), NOW);
        assert_eq!(unread(&inbox), [id(3), id(6)]);
        inbox.read(Read::These(&[id(6)]), NOW);
        inbox.read(Read::UpTo(3), NOW);
        assert_eq!(inbox.count(NOW), 0);
    }

    #[test]
    fn a_hundred_are_unread_at_most_and_none_that_is_forgotten() {
        let mut inbox = inbox(&(1..=105).collect::<Vec<_>>());
        assert_eq!(
            (inbox.count(NOW), unread(&inbox)[0], inbox.arrived),
            (100, id(6), 105)
        );
        let later = NOW.plus(LIFE);
        assert_eq!(inbox.count(later), 100);
        assert_eq!(inbox.count(later.plus(DAY)), 0);
        let at = u64::try_from(later.plus(DAY).as_millis()).unwrap_or_default();
        let fresh = NotificationId::from_ulid(Ulid::from_parts(at, 7));
        inbox.take(fresh, NoticeCategory::Bids, later.plus(DAY));
        assert_eq!(inbox.unread.len(), 1);
    }
}
