//! What the two have said to each other.

use super::{Page, moment, section, text};
use crate::data::seen;
use maud::{Markup, html};
use proconnect_domain::{Actor, FileId};
use proconnect_store::{AttachedFile, MessageRecord, MessageVersionRecord};

impl Page<'_> {
    pub(super) fn talk(&self) -> Markup {
        let case = self.case;
        section(
            "messages",
            &html! {
                p {
                    "What the two have said in their room about this task, oldest first. A message is delivered when it is sent: from then "
                    "on it stands in the room. That it was seen is noted up to a message at a time, so the time given is the latest at "
                    "which it was seen first."
                }
                @if case.is_cut {
                    p { strong { "More was said than a pack holds: the oldest messages, or earlier versions of some, are not here." } }
                }
                @if case.unreadable > 0 {
                    p { strong { (case.unreadable) " records of this room could not be read, and are not here." } }
                }
                @if case.messages.is_empty() { p { "Nothing was said there." } }
                @for message in &case.messages { (self.message(message)) }
            },
        )
    }

    fn side(&self, message: &MessageRecord) -> Actor {
        match message.sender_id == self.case.contract.client.id {
            true => Actor::Client,
            false => Actor::Freelancer,
        }
    }

    fn message(&self, message: &MessageRecord) -> Markup {
        let side = self.side(message);
        let other = match side {
            Actor::Client => Actor::Freelancer,
            _ => Actor::Client,
        };
        let versions = self.case.versions.iter();
        let before = versions.filter(|version| version.message_id == message.id);
        html! {
            div.said id=(message.id) {
                p.when {
                    (self.name(side)) ", sent " (moment(message.sent_at)) ". "
                    @match seen(self.case, message) {
                        Some(seen) => {
                            "Seen by " (self.name(other))
                            @if let Some(at) = seen.by { " by " (moment(at)) " at the latest" }
                            "."
                        },
                        None => { "Not seen by " (self.name(other)) " when this pack was made." },
                    }
                }
                @if let Some(at) = message.deleted_at {
                    p { em { "Deleted " (moment(at)) "." } }
                } @else {
                    (text(&message.text))
                    (self.sent(&message.files))
                }
                @for version in before { (self.version(version)) }
            }
        }
    }

    fn version(&self, version: &MessageVersionRecord) -> Markup {
        html! {
            div.said {
                p.when { "Version " (version.edition) ", until " (moment(version.until)) ":" }
                (text(&version.text))
                (self.sent(&version.files))
            }
        }
    }

    fn sent(&self, files: &[AttachedFile]) -> Markup {
        let ids = files.iter().map(|file| file.id).collect::<Vec<FileId>>();
        html! {
            @if !ids.is_empty() { ul { @for id in ids { li { (self.link(id)) } } } }
        }
    }
}
