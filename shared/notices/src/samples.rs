//! One sample of every fact with what is known of it, and one of every mail: for tests, and for the operator's page of the
//! local server.

mod facts;

use crate::{Context, Letter, Line, Links, Message, Missing, Notice, Recipient, plan};
pub use facts::facts;
use proconnect_domain::{TypedId, UserId};
use proconnect_events::Fact;
use proconnect_messaging::Mail;
use std::collections::BTreeMap;
use std::error::Error;
use ulid::Ulid;

/// A fact, and what [`crate::needs`] finds for it.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Distinguishes it, such as `bid-declined`.
    pub name: &'static str,
    /// The fact.
    pub fact: Fact,
    /// What is known of it.
    pub context: Context,
}

const CLARA: u128 = 1;
const FIONA: u128 = 2;

/// In place of what turns mails off.
const TOKEN: &str = "not-a-token";

/// An id that looks like one of November 2026.
fn id<I: TypedId>(number: u128) -> I {
    I::from_ulid(Ulid((0x019a_c0ff_ee00 << 80) + (number << 8)))
}

/// Every mail, by name: those that facts send, each wording once, and those that bear a secret or are the last.
pub fn mails(public_url: &str) -> Result<Vec<(String, Mail)>, Box<dyn Error + Send + Sync>> {
    let mut mails = Vec::new();
    for sample in facts() {
        let mut seen: Vec<Message> = Vec::new();
        for message in messages(&sample)? {
            if seen.iter().any(|other| other.template == message.template) {
                continue;
            }
            let (person, to) = recipient(message.to);
            let unsubscribe = (!message.category.is_critical()).then_some(TOKEN);
            let links = Links {
                public_url,
                unsubscribe,
            };
            let mail = message.letter().render(to, links)?;
            mails.push((format!("{}-to-{person}", sample.name), mail));
            seen.push(message);
        }
    }
    let lines = digest();
    let digest = ("digest", Letter::Digest(&lines, lines.len() + 3), Some(TOKEN));
    let others = letters().map(|(name, letter)| (name, letter, None));
    for (name, letter, unsubscribe) in others.into_iter().chain([digest]) {
        let links = Links {
            public_url,
            unsubscribe,
        };
        mails.push((name.to_owned(), letter.render(recipient(id(CLARA)).1, links)?));
    }
    Ok(mails)
}

fn digest() -> [Line; 3] {
    [
        "Fiona O'Neill offers to do “Design a logo for Baker & Daughters” for $1,250.00.",
        "Your file “price list <final>.pdf” was refused. It holds a virus.",
        "“Paint the shop front” has expired: its deadline passed without a decision.",
    ]
    .map(Line::from)
}

fn messages(sample: &Sample) -> Result<Vec<Message>, Missing> {
    let notices = plan(&sample.fact, &sample.context, &BTreeMap::new())?;
    let message = |notice| match notice {
        Notice::Message(message) if message.mail => Some(message),
        Notice::Message(_) | Notice::Live { .. } => None,
    };
    Ok(notices.into_iter().filter_map(message).collect())
}

fn letters() -> [(&'static str, Letter<'static>); 4] {
    [
        ("verify-email", Letter::VerifyEmail { code: "492817" }),
        ("reset-password", Letter::ResetPassword { token: "not-a-token" }),
        ("account-exists", Letter::AccountExists),
        ("farewell", Letter::AccountClosed),
    ]
}

fn recipient(person: UserId) -> (&'static str, Recipient<'static>) {
    let (short, address, name) = if person == id(CLARA) {
        ("clara", "clara@example.com", "Clara Baker")
    } else {
        ("fiona", "fiona@example.com", "Fiona O'Neill")
    };
    let name = Some(name);
    (short, Recipient { address, name })
}
