//! A pack's page: for people, who may print it. Nothing in it is loaded from anywhere or runs, and every word of a stranger's is
//! escaped by the templates.

mod case;
mod talk;

use crate::About;
use crate::files::{PackedFile, WhyLeftOut};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use proconnect_api::FileRef;
use proconnect_domain::{Actor, FileId, Timestamp};
use proconnect_store::Case;
use serde::Serialize;

const STYLE: &str = "
:root { color-scheme: light; }
body { margin: 0; background: #fafafa; color: #1c1714; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.2; } h2 { margin-top: 2.5rem; border-bottom: 1px solid #e7ded7; }
a { color: #b93c0a; }
dl { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: .25rem 1rem; } dd { margin: 0; }
table { width: 100%; border-collapse: collapse; } caption { text-align: left; color: #6b5f57; }
th, td { padding: .35rem .5rem; text-align: left; vertical-align: top; border-bottom: 1px solid #e7ded7; overflow-wrap: anywhere; }
.sum { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; max-width: 70ch; }
.said { border-left: 3px solid #94867b; padding-left: 1rem; margin: 1rem 0; }
.when, .hash { color: #6b5f57; font-size: .875rem; } .hash { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dt { margin-top: .5rem; } }
@media print { body { background: #fff; } main { max-width: none; } }
";

/// Whoever opens it is not followed, and nothing of a stranger's is run even if an escape were missing.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";

/// What every part of a page looks at.
pub(crate) struct Page<'a> {
    pub(crate) case: &'a Case,
    pub(crate) files: &'a [PackedFile],
}

/// The page of a pack, whole.
pub(crate) fn page(case: &Case, files: &[PackedFile], about: &About) -> String {
    let page = Page { case, files };
    let title = format!("Evidence pack: {}", page.title());
    let markup = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    h1 { "Evidence pack: " bdi { (page.title()) } }
                    (head(about))
                    (page.summary())
                    (page.terms())
                    (page.work())
                    (page.dispute())
                    (page.refunds())
                    (page.clocks())
                    (page.money())
                    (page.talk())
                    (page.list_of_files())
                }
            }
        }
    };
    markup.into_string()
}

fn head(about: &About) -> Markup {
    html! {
        p {
            "ProConnect made this pack " (moment(about.made_at)) ". It holds what ProConnect keeps about one milestone and its money, as it "
            "was at that moment. All times are UTC."
        }
        p {
            "The file SHA256SUMS holds the SHA-256 sum of every file in the pack, and SHA256SUMS.sig its Ed25519 signature by "
            "ProConnect’s key " code { (about.key) } ". To check both, get the keys from /v1/evidence-keys on ProConnect’s site; its "
            "documentation says how. Pack: " code { (about.id) } "."
        }
        p { "The files are as their senders made them. Open those that you expect." }
        nav aria-label="Contents" {
            ul {
                @for (id, name) in SECTIONS { li { a href={ "#" (id) } { (name) } } }
            }
        }
    }
}

const SECTIONS: [(&str, &str); 9] = [
    ("summary", "What it is about"),
    ("terms", "Terms in force"),
    ("work", "Work handed in"),
    ("dispute", "Dispute"),
    ("refunds", "Refunds"),
    ("clocks", "Clocks"),
    ("money", "Money"),
    ("messages", "Messages"),
    ("files", "Files"),
];

/// A section with its heading, by its id.
pub(crate) fn section(id: &str, content: &Markup) -> Markup {
    let name = SECTIONS.iter().find(|(known, _)| *known == id);
    html! {
        section id=(id) {
            h2 { (name.map_or(id, |(_, name)| name)) }
            (content)
        }
    }
}

/// A moment, as people and programs read it.
pub(crate) fn moment(at: Timestamp) -> Markup {
    html! { time datetime=(at) { (at.human()) } }
}

/// What somebody wrote.
pub(crate) fn text(text: &str) -> Markup {
    html! { div.text dir="auto" { (text) } }
}

/// A state's name: `in_review` is “in review”.
pub(crate) fn word(state: &impl Serialize) -> String {
    let value = serde_json::to_value(state).unwrap_or_default();
    value.as_str().unwrap_or_default().replace('_', " ")
}

impl Page<'_> {
    fn title(&self) -> &str {
        self.case
            .milestone()
            .map_or("", |milestone| milestone.title.as_str())
    }

    /// A side by its name, or the platform.
    pub(crate) fn name(&self, side: Actor) -> Markup {
        let party = match side {
            Actor::Client => &self.case.contract.client,
            Actor::Freelancer => &self.case.contract.freelancer,
            Actor::Platform => return html! { "ProConnect" },
        };
        html! { bdi { (self.case.people.of(party).name) } }
    }

    /// Links to files, where something has some.
    pub(crate) fn attached(&self, files: &[FileRef]) -> Markup {
        html! {
            @if !files.is_empty() {
                ul { @for file in files { li { (self.link(file.id)) } } }
            }
        }
    }

    pub(crate) fn link(&self, id: FileId) -> Markup {
        let found = self.files.iter().find(|file| file.id == id);
        html! {
            @match found {
                Some(file) => @match &file.path {
                    Some(path) => a href=(path) { bdi { (file.name) } },
                    None => { bdi { (file.name) } " (not in the pack)" },
                },
                None => (id),
            }
        }
    }

    fn list_of_files(&self) -> Markup {
        section(
            "files",
            &html! {
                @if self.files.is_empty() {
                    p { "There are none." }
                } @else {
                    table {
                        caption { "Every file, what it belongs to, and its SHA-256 sum" }
                        thead { tr {
                            th scope="col" { "File" } th scope="col" { "Sent by" } th scope="col" { "Belongs to" }
                            th.sum scope="col" { "Bytes" } th scope="col" { "In the pack" }
                        } }
                        tbody { @for file in self.files { (self.row(file)) } }
                    }
                }
            },
        )
    }

    fn row(&self, file: &PackedFile) -> Markup {
        html! {
            tr {
                th scope="row" {
                    (self.link(file.id))
                    @if let Some(sum) = &file.sha256 { div.hash { (sum) } }
                }
                td { (self.name(file.by)) }
                td { (file.hangs_on) }
                td.sum { (file.size) }
                td {
                    @match (&file.path, file.left_out) {
                        (Some(path), _) => code { (path) },
                        (None, Some(WhyLeftOut::TooLarge)) => "No: a pack holds 64 MB of files. Its sum is given.",
                        (None, Some(WhyLeftOut::NotRead)) => "No: there are more files than can be read at once, so there is no sum of it.",
                        (None, _) => "No: it is not kept any more.",
                    }
                }
            }
        }
    }
}
