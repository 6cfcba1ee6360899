//! One sample of every fact with what is known of it, and one of every mail: for tests, and for the operator's page of the
//! local server.

mod facts;

use crate::{Context, Letter, Message, Missing, Notice, Recipient, plan};
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
            let mail = message.letter().render(to, public_url)?;
            mails.push((format!("{}-to-{person}", sample.name), mail));
            seen.push(message);
        }
    }
    for (name, letter) in letters() {
        mails.push((
            name.to_owned(),
            letter.render(recipient(id(CLARA)).1, public_url)?,
        ));
    }
    Ok(mails)
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
