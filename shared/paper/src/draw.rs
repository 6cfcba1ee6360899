//! A sheet as a tagged PDF, held to PDF/UA-1 by the library that writes it: whatever that finds wanting is an error.

use crate::Sheet;
use crate::flow::{HEIGHT, Ink, MARGIN, WIDTH};
use crate::layout::{Laid, Role, Rule, layout};
use crate::letters::{Piece, Typeface, Weight};
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, SpanTag, TableHeaderScope, Tag, TagGroup, TagKind,
    TagTree,
};
use krilla::{Document, SerializeSettings};
use std::num::NonZeroU16;

/// A PDF that could not be written; the sheet can still be had as a page.
#[derive(Debug, thiserror::Error)]
#[error("no PDF: {0}")]
pub struct PaperError(String);

fn wanting(what: &str) -> PaperError {
    PaperError(what.to_owned())
}

/// The PDF. The same sheet gives the same bytes.
pub fn pdf(sheet: &Sheet) -> Result<Vec<u8>, PaperError> {
    let typeface = Typeface::load().ok_or_else(|| wanting("the typeface cannot be read"))?;
    let laid = layout(sheet, &typeface);
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| PaperError(format!("{error:?}")))?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    let mut leaves: Vec<Vec<Identifier>> = laid.nodes.iter().map(|_| Vec::new()).collect();
    for number in 0..laid.pages {
        let settings = PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(|| wanting("the page has no size"))?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        for rule in laid.rules.iter().filter(|rule| rule.at.page == number) {
            draw_rule(&mut surface, *rule);
        }
        for set in laid.sets.iter().filter(|set| set.page == number) {
            let at = Point::from_xy(set.x, set.baseline);
            let span = SpanTag::empty().with_actual_text(set.piece.says.as_deref());
            let leaf = surface.start_tagged(ContentTag::Span(span));
            draw_piece(&mut surface, &typeface, &set.piece, at, (set.size, set.ink));
            surface.end_tagged();
            leaves[set.node].push(leaf);
        }
        draw_foot(
            &mut surface,
            &typeface,
            &format!("{} · {} / {}", sheet.title, number + 1, laid.pages),
        );
        surface.finish();
        page.finish();
    }
    document.set_tag_tree(tree(&laid, &mut leaves));
    let mut outline = Outline::new();
    let top = XyzDestination::new(0, Point::from_xy(MARGIN, MARGIN));
    outline.push_child(OutlineNode::new(sheet.title.clone(), top));
    document.set_outline(outline);
    document.set_metadata(
        Metadata::new()
            .title(sheet.title.clone())
            .language("en".to_owned())
            .creator("ProConnect".to_owned()),
    );
    document
        .finish()
        .map_err(|error| PaperError(format!("{error:?}")))
}

fn ink(ink: Ink) -> Option<Fill> {
    let (red, green, blue) = match ink {
        Ink::Plain => (0x1c, 0x17, 0x14),
        Ink::Muted => (0x6b, 0x5f, 0x57),
        Ink::Accent => (0xf9, 0x73, 0x16),
    };
    Some(Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::default(),
    })
}

fn draw_rule(surface: &mut Surface<'_>, rule: Rule) {
    let Some(rect) = Rect::from_xywh(MARGIN, rule.at.y, rule.width, rule.height) else {
        return;
    };
    let mut path = PathBuilder::new();
    path.push_rect(rect);
    if let Some(path) = path.finish() {
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
        surface.set_fill(ink(rule.ink));
        surface.draw_path(&path);
        surface.end_tagged();
    }
}

fn draw_piece(
    surface: &mut Surface<'_>,
    typeface: &Typeface,
    piece: &Piece,
    at: Point,
    (size, colour): (f32, Ink),
) {
    surface.set_fill(ink(colour));
    let font = typeface.face(piece.weight).font.clone();
    surface.draw_glyphs(at, &piece.glyphs, font, &piece.shown, size, false);
}

/// At the foot of each page, and read aloud on none.
fn draw_foot(surface: &mut Surface<'_>, typeface: &Typeface, text: &str) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
    let mut x = MARGIN;
    for piece in typeface.pieces(text, Weight::Regular) {
        draw_piece(
            surface,
            typeface,
            &piece,
            Point::from_xy(x, HEIGHT - 40.0),
            (8.0, Ink::Muted),
        );
        x += piece.width * 8.0;
    }
    surface.end_tagged();
}

/// The document's structure: each part with what lies in it, and what of it stands where.
fn tree(laid: &Laid, leaves: &mut [Vec<Identifier>]) -> TagTree {
    let mut groups: Vec<Option<TagGroup>> = Vec::new();
    for (place, node) in laid.nodes.iter().enumerate() {
        let mut group = TagGroup::new(tag(&node.role));
        for leaf in leaves[place].drain(..) {
            group.push(leaf);
        }
        groups.push(Some(group));
    }
    // A part stands behind the one that it lies in: from the last on, each is whole when it is handed up, and they arrive there
    // in reverse.
    let mut tree: Vec<TagGroup> = Vec::new();
    for place in (0..groups.len()).rev() {
        let Some(mut group) = groups[place].take() else {
            continue;
        };
        if laid.nodes.iter().any(|node| node.parent == Some(place)) {
            group.children.reverse();
        }
        let parent = match laid.nodes[place].parent {
            Some(parent) => groups[parent].as_mut(),
            None => None,
        };
        match parent {
            Some(parent) => parent.push(group),
            None => tree.push(group),
        }
    }
    let mut whole = TagTree::new().with_lang(Some("en".to_owned()));
    for group in tree.into_iter().rev() {
        whole.push(group);
    }
    whole
}

fn tag(role: &Role) -> TagKind {
    let heading = |level: u16, text: &String| {
        let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
        Tag::Hn(level, Some(text.clone())).into()
    };
    match role {
        Role::Title(text) => heading(1, text),
        Role::Heading(text) => heading(2, text),
        Role::Paragraph => Tag::P.into(),
        Role::Section => Tag::Section.into(),
        Role::Table(about) => Tag::Table.with_summary(Some(about.clone())).into(),
        Role::Head => Tag::THead.into(),
        Role::Body => Tag::TBody.into(),
        Role::Foot => Tag::TFoot.into(),
        Role::Row => Tag::TR.into(),
        Role::ColumnHead => Tag::TH(TableHeaderScope::Column).into(),
        Role::RowHead => Tag::TH(TableHeaderScope::Row).into(),
        Role::Cell => Tag::TD.into(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::{Party, Table};

    fn sheet(names: usize) -> Sheet {
        let row = |what: &str| [what.to_owned(), "$1,250.00".to_owned()];
        Sheet {
            title: "Invoice Z3G1JGPG-0001".to_owned(),
            facts: vec![("Issued on".to_owned(), "27 November 2026 (UTC)".to_owned())],
            parties: ["Seller", "Buyer"]
                .map(|heading| Party {
                    heading: heading.to_owned(),
                    lines: vec!["株式会社テスト Ελένη Łukasz ".repeat(5); names],
                })
                .to_vec(),
            tables: vec![Table {
                heading: "What is charged".to_owned(),
                heads: ["What".to_owned(), "Amount".to_owned()],
                rows: vec![row(&"Draw icons ".repeat(20)); names],
                total: row("Total"),
            }],
            notes: vec!["No tax was added.".to_owned()],
        }
    }

    fn has(pdf: &[u8], text: &str) -> bool {
        pdf.windows(text.len()).any(|window| window == text.as_bytes())
    }

    #[test]
    fn it_is_tagged_and_the_same_each_time() {
        let bytes = pdf(&sheet(1)).unwrap();
        for part in [
            "/StructTreeRoot",
            "/Scope/Column",
            "/Scope/Row",
            "/THead",
            "/TFoot",
            "/H1",
            "/H2",
            "/Lang",
        ] {
            let spaced = part.replacen("/Scope/", "/Scope /", 1);
            assert!(has(&bytes, part) || has(&bytes, &spaced), "{part}");
        }
        assert_eq!(bytes, pdf(&sheet(1)).unwrap());
        assert!(bytes.len() < 60_000, "{}", bytes.len());
    }

    #[test]
    fn what_is_too_long_for_a_page_goes_on_overleaf() {
        let bytes = pdf(&sheet(30)).unwrap();
        assert!(has(&bytes, "%%EOF"));
        let typeface = Typeface::load().unwrap();
        let laid = layout(&sheet(30), &typeface);
        assert!(laid.pages > 2, "{}", laid.pages);
        assert!(laid.sets.iter().all(|set| set.page < laid.pages));
    }

    #[test]
    fn nothing_at_all_is_a_page_as_well() {
        let title = "Statement 2026".to_owned();
        assert!(
            pdf(&Sheet {
                title,
                ..Sheet::default()
            })
            .is_ok()
        );
    }
}
