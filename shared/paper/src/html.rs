//! A sheet as a page of its own, for whoever cannot or will not read a PDF.

use crate::{Party, Sheet, Table};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// Works without a network, prints on white, and is readable in the dark.
const STYLE: &str = "\
:root{color-scheme:light dark}\
body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}\
h1{font-size:1.75rem}h2{font-size:1.1rem}\
.parties{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:1rem}\
table{width:100%;border-collapse:collapse;margin:1rem 0}\
th,td{text-align:start;padding:.5rem .5rem .5rem 0;border-bottom:1px solid;vertical-align:top}\
th:last-child,td:last-child{text-align:end;white-space:nowrap;padding-right:0;font-variant-numeric:tabular-nums}\
dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem}dd{margin:0}";

/// The page. What people wrote is text on it, and nothing else.
pub fn html(sheet: &Sheet) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (sheet.title) " · ProConnect" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    h1 { (sheet.title) }
                    dl {
                        @for (name, value) in &sheet.facts {
                            dt { (name) }
                            dd dir="auto" { (value) }
                        }
                    }
                    div.parties {
                        @for party in &sheet.parties { (side(party)) }
                    }
                    @for one in &sheet.tables { (table(one)) }
                    @for note in &sheet.notes { p { (note) } }
                }
            }
        }
    };
    page.into_string()
}

fn side(party: &Party) -> Markup {
    html! {
        section {
            h2 { (party.heading) }
            @for line in &party.lines { div dir="auto" { (line) } }
        }
    }
}

fn table(table: &Table) -> Markup {
    html! {
        h2 { (table.heading) }
        table {
            thead {
                tr { @for head in &table.heads { th scope="col" { (head) } } }
            }
            tbody {
                @for [what, amount] in &table.rows {
                    tr {
                        th scope="row" dir="auto" { (what) }
                        td { (amount) }
                    }
                }
            }
            tfoot {
                tr {
                    th scope="row" { (table.total[0]) }
                    td { strong { (table.total[1]) } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_is_text() {
        let sheet = Sheet {
            title: "Invoice A-1".to_owned(),
            parties: vec![Party {
                heading: "Seller".to_owned(),
                lines: vec!["<script>alert(1)</script>".to_owned(), "שלום".to_owned()],
            }],
            tables: vec![Table {
                rows: vec![["A & B".to_owned(), "$1.00".to_owned()]],
                ..Table::default()
            }],
            ..Sheet::default()
        };
        let page = html(&sheet);
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && !page.contains("<script"));
        assert!(page.contains("<th scope=\"row\" dir=\"auto\">A &amp; B</th>"));
        assert!(page.contains("<div dir=\"auto\">שלום</div>"));
    }
}
