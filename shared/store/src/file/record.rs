//! Files.

use proconnect_domain::{
    FileEvent, FileId, FileProblem, FilePurpose, FileStatus, ORPHAN_AFTER, Timestamp, TransitionError, UserId,
};
use serde::{Deserialize, Serialize};

/// A file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FileRecord {
    /// Id.
    pub id: FileId,
    /// Who sent it.
    pub owner_id: UserId,
    /// Its name.
    pub name: String,
    /// Its media type: as it was announced, and once it was looked at what it is served as.
    pub content_type: String,
    /// What its content looks like.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detected_type: Option<String>,
    /// Bytes.
    pub size: u64,
    /// What it is for.
    pub purpose: FilePurpose,
    /// State.
    pub status: FileStatus,
    /// Whether there is a picture of its first page.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub has_preview: bool,
    /// Why it was refused.
    pub problem: Option<FileProblem>,
    /// What it hangs on.
    pub home: Option<FileHome>,
    /// When it was announced.
    pub created_at: Timestamp,
    /// When it was taken back.
    pub removed_at: Option<Timestamp>,
}

/// What a file hangs on; it decides who sees the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "on", rename_all = "camelCase")]
pub enum FileHome {
    /// A task: seen by everybody who is signed in.
    Task,
    /// A profile: seen by everybody.
    Profile,
    /// A bid: seen by its two sides.
    Bid {
        /// Who hires.
        client: UserId,
        /// Who bids.
        freelancer: UserId,
    },
    /// A chat room: seen by its two sides.
    Room {
        /// The task's client.
        client: UserId,
        /// The freelancer.
        freelancer: UserId,
    },
    /// A message that was deleted: seen by nobody but its owner, and kept as the message is, for reports and evidence.
    DeletedMessage,
    /// A contract: seen by its two sides, and by admins, who see contracts.
    Contract {
        /// Who pays.
        client: UserId,
        /// Who works.
        freelancer: UserId,
    },
}

impl FileHome {
    /// Whether somebody sees what the file hangs on.
    pub fn is_seen_by(&self, user: UserId, is_admin: bool) -> bool {
        match self {
            FileHome::Task | FileHome::Profile => true,
            FileHome::DeletedMessage => false,
            FileHome::Bid { client, freelancer } | FileHome::Room { client, freelancer } => {
                user == *client || user == *freelancer
            }
            FileHome::Contract { client, freelancer } => is_admin || user == *client || user == *freelancer,
        }
    }
}

impl FileRecord {
    /// Whether somebody may know of it: its owner, until they take it back; and whoever sees what it hangs on.
    pub fn is_seen_by(&self, user: UserId, is_admin: bool) -> bool {
        let by_home = self
            .home
            .as_ref()
            .is_some_and(|home| home.is_seen_by(user, is_admin));
        self.status != FileStatus::Removed && (self.owner_id == user || by_home)
    }

    /// Whether visitors may know of it: what a portfolio shows is for everybody. Of a picture they see the sizes alone.
    pub fn is_public(&self) -> bool {
        self.home == Some(FileHome::Profile) && self.status != FileStatus::Removed && !self.is_picture()
    }

    /// Whether nothing but its smaller sizes is kept.
    pub fn is_picture(&self) -> bool {
        self.purpose.is_picture(&self.content_type)
    }

    /// Takes a step.
    pub fn apply(&mut self, event: FileEvent) -> Result<(), TransitionError> {
        self.status = self.status.apply(event)?;
        Ok(())
    }

    /// Takes it back: nobody sees it any more, and the timers delete its objects.
    pub fn remove(&mut self, now: Timestamp) -> Result<(), TransitionError> {
        self.apply(FileEvent::Remove)?;
        self.home = None;
        self.removed_at.get_or_insert(now);
        Ok(())
    }

    /// When it is to be deleted: soon after it was taken back, or when it hung on nothing for too long.
    pub fn due_at(&self) -> Option<Timestamp> {
        match self.removed_at {
            Some(at) => Some(at),
            None => self.home.is_none().then(|| self.created_at.plus(ORPHAN_AFTER)),
        }
    }

    /// As the thing keeps it that it hangs on.
    pub fn reference(&self) -> AttachedFile {
        AttachedFile {
            id: self.id,
            name: self.name.clone(),
            content_type: self.content_type.clone(),
            size: self.size,
            has_preview: self.has_preview,
        }
    }
}

/// A file as the thing keeps it that it hangs on: clean, and as it was announced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AttachedFile {
    /// Id.
    pub id: FileId,
    /// Its name.
    pub name: String,
    /// Its media type.
    pub content_type: String,
    /// Bytes.
    pub size: u64,
    /// Whether there is a picture of its first page.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub has_preview: bool,
}
