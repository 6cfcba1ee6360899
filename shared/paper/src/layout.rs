//! Where everything on a sheet stands, and what it is to those who cannot see where.

use crate::flow::{Ink, MARGIN, Place, Set, Style, WIDTH, set};
use crate::letters::{Typeface, Weight};
use crate::{Party, Sheet, Table};

/// What a part of the document is. Order and nesting are those in which it is read aloud.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Role {
    Title(String),
    Heading(String),
    Paragraph,
    Section,
    Table(String),
    Head,
    Body,
    Foot,
    Row,
    ColumnHead,
    RowHead,
    Cell,
}

/// A part, and the one that it lies in.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) role: Role,
    pub(crate) parent: Option<usize>,
}

/// A line across the columns, which says nothing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rule {
    pub(crate) at: Place,
    pub(crate) height: f32,
    pub(crate) width: f32,
    pub(crate) ink: Ink,
}

/// A sheet, laid out.
pub(crate) struct Laid {
    pub(crate) sets: Vec<Set>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) nodes: Vec<Node>,
    pub(crate) pages: usize,
}

const INNER: f32 = WIDTH - 2.0 * MARGIN;
/// What amounts need at most.
const AMOUNT: f32 = 110.0;
const GAP: f32 = 24.0;

const BODY: Style = Style {
    x: MARGIN,
    width: INNER,
    size: 10.0,
    weight: Weight::Regular,
    ink: Ink::Plain,
    to_the_right: false,
};
const MUTED: Style = Style {
    ink: Ink::Muted,
    size: 9.0,
    ..BODY
};
const STRONG: Style = Style {
    weight: Weight::Bold,
    ..BODY
};

/// Said wherever something stood for a letter.
pub(crate) const LACKING: &str = "Letters that this typeface lacks stand as their numbers in Unicode, such as [U+682A]. Copied or \
read aloud they are the letters themselves, and the page of this document in ProConnect shows them.";

struct Layout<'a> {
    typeface: &'a Typeface,
    laid: Laid,
    at: Place,
}

/// Lays a sheet out.
pub(crate) fn layout(sheet: &Sheet, typeface: &Typeface) -> Laid {
    let mut layout = Layout {
        typeface,
        laid: Laid {
            sets: Vec::new(),
            rules: Vec::new(),
            nodes: Vec::new(),
            pages: 1,
        },
        at: Place::TOP,
    };
    layout.top(sheet);
    layout.parties(&sheet.parties);
    for table in &sheet.tables {
        layout.table(table);
    }
    layout.notes(&sheet.notes);
    layout.laid.pages = layout.at.page + 1;
    layout.laid
}

impl Layout<'_> {
    fn node(&mut self, role: Role, parent: Option<usize>) -> usize {
        self.laid.nodes.push(Node { role, parent });
        self.laid.nodes.len() - 1
    }

    fn set(&mut self, text: &str, style: Style, node: usize, at: Place) -> Place {
        set(&mut self.laid.sets, self.typeface, text, style, node, at)
    }

    /// A text of its own, below what is there.
    fn text(&mut self, text: &str, style: Style, role: Role) {
        let node = self.node(role, None);
        self.at = self.set(text, style, node, self.at);
    }

    fn rule(&mut self, ink: Ink, height: f32, width: f32) {
        let at = self.at;
        self.laid.rules.push(Rule {
            at,
            height,
            width,
            ink,
        });
    }

    fn heading(&mut self, text: &str, style: Style) {
        // Not at the foot of a page, with what it stands over on the next one.
        self.at = self.at.with_room(60.0);
        self.text(text, style, Role::Heading(text.to_owned()));
    }

    fn top(&mut self, sheet: &Sheet) {
        self.rule(Ink::Accent, 4.0, 48.0);
        self.at = self.at.down(14.0);
        self.text("ProConnect", STRONG, Role::Paragraph);
        self.at = self.at.down(18.0);
        let title = Style { size: 20.0, ..STRONG };
        self.text(&sheet.title, title, Role::Title(sheet.title.clone()));
        self.at = self.at.down(4.0);
        for (name, value) in &sheet.facts {
            self.text(&format!("{name}: {value}"), BODY, Role::Paragraph);
        }
        self.at = self.at.down(18.0);
    }

    /// Beside each other, and read one after the other.
    fn parties(&mut self, parties: &[Party]) {
        let count = parties.len().max(1) as f32;
        let width = (INNER - GAP * (count - 1.0)) / count;
        let (begin, mut end) = (self.at.with_room(60.0), self.at);
        for (place, party) in parties.iter().enumerate() {
            let x = MARGIN + place as f32 * (width + GAP);
            let section = self.node(Role::Section, None);
            let heading = self.node(Role::Heading(party.heading.clone()), Some(section));
            let head = Style {
                x,
                width,
                ink: Ink::Muted,
                ..STRONG
            };
            let mut at = self.set(&party.heading, head, heading, begin);
            for line in &party.lines {
                let node = self.node(Role::Paragraph, Some(section));
                at = self.set(line, Style { x, width, ..BODY }, node, at);
            }
            end = end.max(at);
        }
        self.at = end.down(24.0);
    }

    fn table(&mut self, table: &Table) {
        self.heading(&table.heading, Style { size: 12.0, ..STRONG });
        self.at = self.at.down(4.0);
        let whole = self.node(Role::Table(table.heading.clone()), None);
        let head = self.node(Role::Head, Some(whole));
        self.row(&table.heads, head, [Role::ColumnHead, Role::ColumnHead], STRONG);
        let body = self.node(Role::Body, Some(whole));
        for row in &table.rows {
            self.row(row, body, [Role::RowHead, Role::Cell], BODY);
        }
        let foot = self.node(Role::Foot, Some(whole));
        let last = Style { size: 11.0, ..STRONG };
        self.row(&table.total, foot, [Role::RowHead, Role::Cell], last);
        self.at = self.at.down(22.0);
    }

    fn row(&mut self, cells: &[String; 2], parent: usize, roles: [Role; 2], style: Style) {
        self.at = self.at.with_room(style.leading() + 10.0).down(5.0);
        let row = self.node(Role::Row, Some(parent));
        let begin = self.at;
        let [what, amount] = roles.map(|role| self.node(role, Some(row)));
        let left = Style {
            width: INNER - AMOUNT - GAP,
            ..style
        };
        let right = Style {
            x: WIDTH - MARGIN - AMOUNT,
            width: AMOUNT,
            to_the_right: true,
            ..style
        };
        let below = self.set(&cells[0], left, what, begin);
        let beside = self.set(&cells[1], right, amount, begin);
        self.at = below.max(beside).down(5.0);
        self.rule(Ink::Muted, 0.5, INNER);
    }

    fn notes(&mut self, notes: &[String]) {
        let lacking = self.laid.sets.iter().any(|set| set.piece.says.is_some());
        let said = lacking.then_some(LACKING);
        for note in notes.iter().map(String::as_str).chain(said) {
            self.text(note, MUTED, Role::Paragraph);
            self.at = self.at.down(4.0);
        }
    }
}
