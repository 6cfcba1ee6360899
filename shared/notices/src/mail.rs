//! Lays words out as a mail: a text part and an HTML part over one shared layout each.

use crate::template::{AccountClosed, AccountExists, Digest, ResetPassword, VerifyEmail, words};
use crate::words::{RenderError, Words};
use crate::{Line, Place, Template, Thing};
use askama::Template as _;
use proconnect_messaging::Mail;

/// A mail to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letter<'a> {
    /// A notice, the page that it leads to, and what it belongs to.
    Notice(&'a Template, Option<&'a Place>, Option<&'a Thing>),
    /// What somebody has not read since the last one: the newest lines, and how many there are in all.
    Digest(&'a [Line], usize),
    /// The one-time code for a new account: six digits.
    VerifyEmail {
        /// The code.
        code: &'a str,
    },
    /// The link to set a new password.
    ResetPassword {
        /// The token. It goes into the fragment of the address: no server's log ever sees it.
        token: &'a str,
    },
    /// Somebody named the address of an account that exists as that of a new one.
    AccountExists,
    /// The last mail: the account was closed by its owner.
    AccountClosed,
}

/// Whom a mail goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recipient<'a> {
    /// The address.
    pub address: &'a str,
    /// What they are called. Not known of an address that nobody has verified: what somebody typed into a form is not mailed
    /// to whomever they please, and a code bears no name in any case.
    pub name: Option<&'a str>,
}

/// The links of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Links<'a> {
    /// The web client's origin, without a slash at the end.
    pub public_url: &'a str,
    /// What turns such mails off; nothing where they are always sent.
    pub unsubscribe: Option<&'a str>,
}

impl Links<'_> {
    /// The page that asks before it turns anything off: mail filters open links.
    fn page(&self) -> Option<String> {
        let page = Place::Unsubscribe.address(self.public_url);
        self.unsubscribe.map(|token| format!("{page}?token={token}"))
    }

    /// The web client's host, without a port.
    fn host(&self) -> &str {
        let host = self.public_url.split_once("://").map_or("", |(_, host)| host);
        host.split(':').next().unwrap_or_default()
    }

    /// The code, bound to the site that takes it: phones and computers read this line and offer the code there, and nowhere else
    /// (WICG, "Origin-bound one-time codes").
    fn bound(&self, code: &str) -> String {
        format!("@{} #{code}", self.host())
    }

    /// What mail programs read: how to turn such mails off by one click (RFC 8058), and which mails stand together. The first of
    /// a thread is a mail that was never sent: all of them answer it.
    fn headers(&self, thing: Option<&Thing>) -> Vec<(String, String)> {
        let mut headers = Vec::new();
        let mut add = |name: &str, value: String| headers.push((name.to_owned(), value));
        if let Some(token) = self.unsubscribe {
            let address = format!("{}/v1/notifications/unsubscribe?token={token}", self.public_url);
            add("List-Unsubscribe", format!("<{address}>"));
            add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned());
        }
        let host = self.host();
        if let Some(id) = thing.and_then(|thing| thing.what.id()) {
            let first = format!("<{id}@{host}>");
            add("In-Reply-To", first.clone());
            add("References", first);
        }
        headers
    }
}

impl Letter<'_> {
    /// The mail.
    pub fn render(&self, to: Recipient<'_>, links: Links<'_>) -> Result<Mail, RenderError> {
        let public_url = links.public_url;
        let words = self.words()?;
        let name = to.name.filter(|_| self.is_to_an_owner()).map(Line::from);
        let link = self.path().filter(|_| !words.action.is_empty()).map(|path| Link {
            label: &words.action,
            address: format!("{public_url}{path}"),
        });
        let off = links.page();
        let bound = words.code.as_deref().map(|code| links.bound(code));
        let (words, name, link, off) = (&words, name.as_ref(), link.as_ref(), off.as_deref());
        let bound = bound.as_deref();
        Ok(Mail {
            to: to.address.to_owned(),
            subject: words.subject.clone(),
            text: Text {
                words,
                name,
                link,
                off,
                bound,
            }
            .render()?,
            html: Html {
                words,
                name,
                link,
                off,
                bound,
            }
            .render()?,
            headers: links.headers(self.thing()),
        })
    }

    fn words(&self) -> Result<Words, RenderError> {
        let words: Result<Words, RenderError> = match self {
            Letter::Notice(template, ..) => template.words(),
            Letter::Digest(lines, count) => words!(Digest { lines, count: *count }),
            Letter::VerifyEmail { .. } => words!(VerifyEmail {}),
            Letter::ResetPassword { .. } => words!(ResetPassword {}),
            Letter::AccountExists => words!(AccountExists {}),
            Letter::AccountClosed => words!(AccountClosed {}),
        };
        let words = words?;
        Ok(match self {
            Letter::VerifyEmail { code } => words.with_code(code),
            Letter::Notice(Template::ChangesRequested(changes), ..) => words.with_quote(&changes.comment),
            Letter::Notice(Template::DisputeResolved(decided), ..) => match &decided.ruling {
                Some(ruling) => words.with_quote(ruling),
                None => words,
            },
            Letter::Notice(Template::RefundRequested(asked), ..) => match &asked.reason {
                Some(reason) => words.with_quote(reason),
                None => words,
            },
            Letter::Notice(Template::RefundDeclined(declined), ..) => match &declined.reason {
                Some(reason) => words.with_quote(reason),
                None => words,
            },
            _ => words,
        })
    }

    fn path(&self) -> Option<String> {
        match self {
            Letter::Notice(_, place, _) => place.map(Place::path),
            Letter::Digest(..) => Some(Place::Notifications.path()),
            Letter::ResetPassword { token } => Some(format!("{}#token={token}", Place::ResetPassword.path())),
            Letter::AccountExists => Some(Place::ForgotPassword.path()),
            Letter::VerifyEmail { .. } | Letter::AccountClosed => None,
        }
    }

    fn thing(&self) -> Option<&Thing> {
        match self {
            Letter::Notice(_, _, thing) => *thing,
            _ => None,
        }
    }

    /// Whether whoever reads it has shown that the address is theirs.
    fn is_to_an_owner(&self) -> bool {
        !matches!(self, Letter::VerifyEmail { .. })
    }
}

struct Link<'a> {
    label: &'a str,
    address: String,
}

#[derive(askama::Template)]
#[template(path = "layout.txt")]
struct Text<'a> {
    words: &'a Words,
    name: Option<&'a Line>,
    link: Option<&'a Link<'a>>,
    off: Option<&'a str>,
    bound: Option<&'a str>,
}

#[derive(askama::Template)]
#[template(path = "layout.html")]
struct Html<'a> {
    words: &'a Words,
    name: Option<&'a Line>,
    link: Option<&'a Link<'a>>,
    off: Option<&'a str>,
    bound: Option<&'a str>,
}
