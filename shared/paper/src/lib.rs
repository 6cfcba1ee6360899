//! Documents that people keep: one sheet, written as a tagged PDF or as an HTML page that stands by itself.
//!
//! Knows neither invoices nor the API: whoever has a document puts its words onto a [`Sheet`], in the order in which it is
//! read. Both forms say the same.

#![warn(missing_docs)]

mod draw;
mod flow;
mod html;
mod layout;
mod letters;

pub use draw::{PaperError, pdf};
pub use html::html;

/// A document, in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What it is, with its number.
    pub title: String,
    /// Facts about it: what each is called, and what it is.
    pub facts: Vec<(String, String)>,
    /// The sides, each under its heading.
    pub parties: Vec<Party>,
    /// What is charged, and how that comes to something else, such as a payout.
    pub tables: Vec<Table>,
    /// What else is to be said.
    pub notes: Vec<String>,
}

/// A side.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Party {
    /// What it is to the other.
    pub heading: String,
    /// Name, address, and so on.
    pub lines: Vec<String>,
}

/// A table of two columns: what, and how much.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// What it is about.
    pub heading: String,
    /// The heads of both columns.
    pub heads: [String; 2],
    /// The rows.
    pub rows: Vec<[String; 2]>,
    /// The last row.
    pub total: [String; 2],
}
