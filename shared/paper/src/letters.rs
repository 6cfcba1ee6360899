//! Letters: which the typeface has, how wide they are, and what stands for those that it has not.
//!
//! Letters are set one after the other, from left to right, as Latin, Greek, Cyrillic, Armenian and Georgian are. Scripts that
//! join their letters or run the other way are not in the typeface on purpose: set like that, they would be wrong.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider as _};

/// DejaVu Sans, cut to the scripts above (`fonts/README.md`).
const REGULAR: &[u8] = include_bytes!("../fonts/DejaVuSans-cut.ttf");
/// Its bold cut, for our own words alone: Latin letters, figures and signs.
const BOLD: &[u8] = include_bytes!("../fonts/DejaVuSans-Bold-cut.ttf");

/// A cut of the typeface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// A part of a line that is drawn at once.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    /// What stands on the paper.
    pub(crate) shown: String,
    /// What it says, where that is not what stands there.
    pub(crate) says: Option<String>,
    pub(crate) glyphs: Vec<KrillaGlyph>,
    /// In units of the size.
    pub(crate) width: f32,
    pub(crate) weight: Weight,
}

impl Piece {
    fn new(weight: Weight) -> Self {
        Self {
            shown: String::new(),
            says: None,
            glyphs: Vec::new(),
            width: 0.0,
            weight,
        }
    }

    fn push(&mut self, letter: char, (id, width): (u32, f32)) {
        let begin = self.shown.len();
        self.shown.push(letter);
        let range = begin..self.shown.len();
        let glyph = KrillaGlyph::new(GlyphId::new(id), width, 0.0, 0.0, 0.0, range, None);
        self.glyphs.push(glyph);
        self.width += width;
    }

    /// Appends another, if both can be drawn at once.
    pub(crate) fn join(&mut self, other: &Piece) -> bool {
        if self.says.is_some() || other.says.is_some() || self.weight != other.weight {
            return false;
        }
        let begin = self.shown.len();
        self.shown.push_str(&other.shown);
        for glyph in &other.glyphs {
            let mut glyph = glyph.clone();
            glyph.text_range = begin + glyph.text_range.start..begin + glyph.text_range.end;
            self.glyphs.push(glyph);
        }
        self.width += other.width;
        true
    }

    /// Each letter by itself, for a word that no line holds.
    pub(crate) fn apart(&self) -> Vec<Piece> {
        let alone = |glyph: &KrillaGlyph| {
            let mut piece = Piece::new(self.weight);
            piece.shown = self.shown[glyph.text_range.clone()].to_owned();
            piece.width = glyph.x_advance;
            let mut glyph = glyph.clone();
            glyph.text_range = 0..piece.shown.len();
            piece.glyphs.push(glyph);
            piece
        };
        self.glyphs.iter().map(alone).collect()
    }
}

/// One cut, ready to be measured and drawn.
pub(crate) struct Face {
    read: FontRef<'static>,
    pub(crate) font: Font,
}

impl Face {
    fn load(data: &'static [u8]) -> Option<Self> {
        Some(Self {
            read: FontRef::new(data).ok()?,
            font: Font::new(data.into(), 0)?,
        })
    }

    /// The glyph of a letter and its width, if the cut has it.
    fn glyph(&self, letter: char) -> Option<(u32, f32)> {
        let id = self.read.charmap().map(letter).filter(|id| id.to_u32() != 0)?;
        let metrics = self.read.glyph_metrics(Size::unscaled(), LocationRef::default());
        let width = metrics.advance_width(id)? / self.font.units_per_em();
        Some((id.to_u32(), width))
    }
}

/// Both cuts.
pub(crate) struct Typeface {
    regular: Face,
    bold: Face,
}

impl Typeface {
    pub(crate) fn load() -> Option<Self> {
        Some(Self {
            regular: Face::load(REGULAR)?,
            bold: Face::load(BOLD)?,
        })
    }

    pub(crate) fn face(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    /// A text as pieces, before each of which a line may break. A letter that the typeface lacks is shown as its number in
    /// Unicode, `[U+682A]`, and still says itself to whoever copies it or has it read aloud.
    pub(crate) fn pieces(&self, text: &str, weight: Weight) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for word in text.split_inclusive(' ') {
            let mut piece = Piece::new(weight);
            for letter in word.chars() {
                // Bold is for our own words; should one of somebody's come here, it is at least readable.
                let known = [weight, Weight::Regular]
                    .into_iter()
                    .find_map(|weight| Some((weight, self.face(weight).glyph(letter)?)));
                match known {
                    Some((found, glyph)) if found == piece.weight => piece.push(letter, glyph),
                    Some((found, glyph)) => {
                        push(&mut pieces, std::mem::replace(&mut piece, Piece::new(found)));
                        piece.push(letter, glyph);
                    }
                    None => {
                        push(&mut pieces, piece);
                        pieces.push(self.number_of(letter));
                        piece = Piece::new(weight);
                    }
                }
            }
            push(&mut pieces, piece);
        }
        pieces
    }

    fn number_of(&self, letter: char) -> Piece {
        let mut piece = Piece::new(Weight::Regular);
        for sign in format!("[U+{:04X}]", u32::from(letter)).chars() {
            if let Some(glyph) = self.regular.glyph(sign) {
                piece.push(sign, glyph);
            }
        }
        piece.says = Some(letter.to_string());
        piece
    }
}

fn push(pieces: &mut Vec<Piece>, piece: Piece) {
    if !piece.shown.is_empty() {
        pieces.push(piece);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let typeface = Typeface::load().unwrap();
        let pieces = typeface.pieces(text, Weight::Regular);
        pieces.into_iter().map(|piece| piece.shown).collect()
    }

    #[test]
    fn names_of_europe_are_set_as_they_are_written() {
        for name in [
            "Łukasz Ðorđević",
            "Ελένη Παπαδοπούλου",
            "Наталія Ґудзь",
            "Ștefan Țîrlea",
            "Nguyễn Thị Minh",
            "Գոհար",
            "თამარი",
        ] {
            assert_eq!(shown(name).concat(), name);
            assert!(!shown(name).concat().contains("[U+"), "{name}");
        }
        let signs = "€1,234.50 £0.01 −5 · “quoted” – ’s № § ©";
        assert_eq!(shown(signs).concat(), signs);
    }

    #[test]
    fn what_the_typeface_lacks_is_shown_as_its_number_and_says_itself() {
        assert_eq!(shown("株式 Ltd"), ["[U+682A]", "[U+5F0F]", " ", "Ltd"]);
        assert_eq!(shown("a🚀"), ["a", "[U+1F680]"]);
        let typeface = Typeface::load().unwrap();
        for name in ["株式会社 テスト", "שרה כהן", "محمد", "👩‍👩‍👧", "e\u{1ab0}"]
        {
            let says: String = typeface
                .pieces(name, Weight::Regular)
                .into_iter()
                .map(|piece| piece.says.unwrap_or(piece.shown))
                .collect();
            assert_eq!(says, name);
        }
    }

    #[test]
    fn bold_falls_back_to_regular() {
        let typeface = Typeface::load().unwrap();
        let pieces = typeface.pieces("Total Ω", Weight::Bold);
        let weights: Vec<Weight> = pieces.iter().map(|piece| piece.weight).collect();
        assert_eq!(weights, [Weight::Bold, Weight::Regular]);
    }
}
