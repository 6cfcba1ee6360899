//! Sets texts in lines, and lines on pages.

use crate::letters::{Piece, Typeface, Weight};

/// A4, in points.
pub(crate) const WIDTH: f32 = 595.28;
pub(crate) const HEIGHT: f32 = 841.89;
pub(crate) const MARGIN: f32 = 56.0;
/// Lines end here; below is the foot.
const BOTTOM: f32 = HEIGHT - 72.0;

/// How far down something stands.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub(crate) struct Place {
    pub(crate) page: usize,
    pub(crate) y: f32,
}

impl Place {
    pub(crate) const TOP: Self = Self { page: 0, y: MARGIN };

    pub(crate) fn down(self, by: f32) -> Self {
        Self {
            y: self.y + by,
            ..self
        }
    }

    /// Here, or on the next page if so much does not fit any more.
    pub(crate) fn with_room(self, height: f32) -> Self {
        match self.y + height > BOTTOM {
            true => Self {
                page: self.page + 1,
                y: MARGIN,
            },
            false => self,
        }
    }

    pub(crate) fn max(self, other: Self) -> Self {
        if other > self { other } else { self }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    Plain,
    Muted,
    Accent,
}

/// How a text is set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    pub(crate) x: f32,
    pub(crate) width: f32,
    pub(crate) size: f32,
    pub(crate) weight: Weight,
    pub(crate) ink: Ink,
    pub(crate) to_the_right: bool,
}

impl Style {
    pub(crate) fn leading(&self) -> f32 {
        self.size * 1.45
    }
}

/// A piece where it stands; `node` is what it belongs to in the document's structure.
#[derive(Debug, Clone)]
pub(crate) struct Set {
    pub(crate) page: usize,
    pub(crate) x: f32,
    pub(crate) baseline: f32,
    pub(crate) size: f32,
    pub(crate) ink: Ink,
    pub(crate) piece: Piece,
    pub(crate) node: usize,
}

/// Sets a text from a place on; where the next one may begin.
pub(crate) fn set(
    into: &mut Vec<Set>,
    typeface: &Typeface,
    text: &str,
    style: Style,
    node: usize,
    mut at: Place,
) -> Place {
    for line in lines(typeface.pieces(text, style.weight), style.width / style.size) {
        at = at.with_room(style.leading());
        let width: f32 = line.iter().map(|piece| piece.width).sum();
        let mut x = match style.to_the_right {
            true => style.x + style.width - width * style.size,
            false => style.x,
        };
        for piece in line {
            let width = piece.width * style.size;
            into.push(Set {
                page: at.page,
                x,
                baseline: at.y + style.size,
                size: style.size,
                ink: style.ink,
                piece,
                node,
            });
            x += width;
        }
        at = at.down(style.leading());
    }
    at
}

/// Breaks pieces into lines of a width at most, and joins what can be drawn at once.
fn lines(pieces: Vec<Piece>, width: f32) -> Vec<Vec<Piece>> {
    let mut lines: Vec<Vec<Piece>> = vec![Vec::new()];
    let mut used = 0.0;
    let fitting = pieces
        .into_iter()
        .flat_map(|piece| match piece.width > width && piece.says.is_none() {
            true => piece.apart(),
            false => vec![piece],
        });
    for piece in fitting {
        // A space at the end of a line may stand out.
        let visible = match piece.shown.ends_with(' ') {
            true => piece.width - piece.glyphs.last().map_or(0.0, |glyph| glyph.x_advance),
            false => piece.width,
        };
        if used > 0.0 && used + visible > width {
            lines.push(Vec::new());
            used = 0.0;
        }
        used += piece.width;
        let Some(line) = lines.last_mut() else { continue };
        let joined = line.last_mut().is_some_and(|last| last.join(&piece));
        if !joined {
            line.push(piece);
        }
    }
    lines
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const STYLE: Style = Style {
        x: 0.0,
        width: 100.0,
        size: 10.0,
        weight: Weight::Regular,
        ink: Ink::Plain,
        to_the_right: false,
    };

    fn broken(text: &str) -> Vec<String> {
        let typeface = Typeface::load().unwrap();
        let pieces = typeface.pieces(text, Weight::Regular);
        lines(pieces, STYLE.width / STYLE.size)
            .into_iter()
            .map(|line| line.into_iter().map(|piece| piece.shown).collect())
            .collect()
    }

    #[test]
    fn lines_hold_what_fits_and_nothing_is_lost() {
        let long = "W".repeat(150);
        for text in [
            "one two three four five six seven eight",
            long.as_str(),
            "a 株式会社テスト株式会社テスト b",
            "",
            "nothing",
        ] {
            let lines = broken(text);
            let whole = lines.concat();
            let typeface = Typeface::load().unwrap();
            for line in &lines {
                let pieces = typeface.pieces(line.trim_end(), Weight::Regular);
                let width: f32 = pieces.iter().map(|piece| piece.width).sum();
                assert!(width <= 10.3, "{line}: {width}");
            }
            let plain: String = whole.chars().filter(char::is_ascii).collect();
            assert!(!text.is_ascii() || plain == text, "{whole}");
        }
        assert!(broken(&long).len() > 10);
    }

    #[test]
    fn what_does_not_fit_goes_on_overleaf() {
        let typeface = Typeface::load().unwrap();
        let (mut sets, mut at) = (Vec::new(), Place::TOP);
        for _ in 0..100 {
            at = set(&mut sets, &typeface, "A line", STYLE, 0, at);
        }
        assert!(at.page >= 1);
        assert!(
            sets.iter()
                .all(|set| set.baseline < BOTTOM && set.baseline > MARGIN)
        );
        assert_eq!(sets.len(), 100);
    }
}
