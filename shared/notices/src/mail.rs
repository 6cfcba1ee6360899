//! Lays words out as a mail: a text part and an HTML part over one shared layout each.

use crate::template::{AccountClosed, AccountExists, ResetPassword, VerifyEmail, words};
use crate::{Line, Lines, Place, Template};
use askama::Template as _;
use proconnect_messaging::Mail;

/// A mail to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letter<'a> {
    /// A notice, and the page that it leads to.
    Notice(&'a Template, Option<&'a Place>),
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

/// A template could not be filled in. Nothing that the product puts into one can cause it.
#[derive(Debug, thiserror::Error)]
#[error("the mail could not be written: {0}")]
pub struct RenderError(#[from] askama::Error);

impl Letter<'_> {
    /// The mail. `public_url` is the web client's origin, without a slash at the end.
    pub fn render(&self, to: Recipient<'_>, public_url: &str) -> Result<Mail, RenderError> {
        let words = self.words()?;
        let name = to.name.filter(|_| self.is_to_an_owner()).map(Line::from);
        let link = self.path().filter(|_| !words.action.is_empty()).map(|path| Link {
            label: &words.action,
            address: format!("{public_url}{path}"),
        });
        let (words, name, link) = (&words, name.as_ref(), link.as_ref());
        Ok(Mail {
            to: to.address.to_owned(),
            subject: words.subject.clone(),
            text: Text { words, name, link }.render()?,
            html: Html { words, name, link }.render()?,
        })
    }

    fn words(&self) -> Result<Words, RenderError> {
        let words: Result<Words, RenderError> = match self {
            Letter::Notice(template, _) => template.words(),
            Letter::VerifyEmail { .. } => words!(VerifyEmail {}),
            Letter::ResetPassword { .. } => words!(ResetPassword {}),
            Letter::AccountExists => words!(AccountExists {}),
            Letter::AccountClosed => words!(AccountClosed {}),
        };
        let words = words?;
        Ok(match self {
            Letter::VerifyEmail { code } => words.with_code(code),
            Letter::Notice(Template::ChangesRequested(changes), _) => words.with_quote(&changes.comment),
            _ => words,
        })
    }

    fn path(&self) -> Option<String> {
        match self {
            Letter::Notice(_, place) => place.map(Place::path),
            Letter::ResetPassword { token } => Some(format!("{}#token={token}", Place::ResetPassword.path())),
            Letter::AccountExists => Some(Place::ForgotPassword.path()),
            Letter::VerifyEmail { .. } | Letter::AccountClosed => None,
        }
    }

    /// Whether whoever reads it has shown that the address is theirs.
    fn is_to_an_owner(&self) -> bool {
        !matches!(self, Letter::VerifyEmail { .. })
    }
}

/// What a mail says, before it is laid out.
pub(crate) struct Words {
    subject: String,
    paragraphs: Vec<String>,
    /// What another person wrote, by lines.
    quote: Vec<String>,
    code: Option<String>,
    /// What the link is called; empty when there is none.
    action: String,
}

impl Words {
    /// From the blocks of a template: an empty line ends a paragraph, other line breaks only wrap the file. People's
    /// words have no line breaks here ([`Line`]).
    pub(crate) fn new(subject: &str, body: &str, action: &str) -> Self {
        let one_line = |text: &str| Line::from(text).to_string();
        let paragraphs = body.split("\n\n").map(one_line);
        Self {
            subject: one_line(subject),
            paragraphs: paragraphs.filter(|paragraph| !paragraph.is_empty()).collect(),
            quote: Vec::new(),
            code: None,
            action: one_line(action),
        }
    }

    fn with_code(self, code: &str) -> Self {
        Self {
            code: Some(code.to_owned()),
            ..self
        }
    }

    fn with_quote(self, text: &Lines) -> Self {
        Self {
            quote: text.each().map(str::to_owned).collect(),
            ..self
        }
    }

    /// What lists of mails show beside the subject.
    fn preheader(&self) -> &str {
        let first = self.paragraphs.first().or(self.quote.first());
        first.map_or("", String::as_str)
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
}

#[derive(askama::Template)]
#[template(path = "layout.html")]
struct Html<'a> {
    words: &'a Words,
    name: Option<&'a Line>,
    link: Option<&'a Link<'a>>,
}
