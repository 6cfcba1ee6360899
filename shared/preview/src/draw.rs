//! Drawing a page.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use proconnect_files::{LARGEST_PAGE, Pixels};

/// Pixels for each point (1/72 inch) at most: a page of a stamp's size is not blown up to a poster.
const SHARPEST: f32 = 4.0;

/// The first page on white; `None` of what is no PDF, cannot be read without a password, or has no page.
pub(crate) fn first_page(pdf: Vec<u8>) -> Option<Pixels> {
    let pdf = Pdf::new(pdf).ok()?;
    let page = pdf.pages().first()?;
    let size = page.render_dimensions();
    let (width, height) = fit(size)?;
    // The renderer rounds down: half a pixel more keeps the numbers that were chosen.
    let scale = |pixels: u16, points: f32| (f32::from(pixels) + 0.5) / points;
    let drawn = render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &PixmapSettings {
            x_scale: scale(width, size.0),
            y_scale: scale(height, size.1),
            bg_color: WHITE,
        },
    );
    let rgb = drawn.data().iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b]);
    Some(Pixels {
        width: drawn.width().into(),
        height: drawn.height().into(),
        rgb: rgb.collect::<Vec<_>>().into(),
    })
}

/// How many pixels a page of so many points gets: as many as are shown at most, in its own shape.
fn fit((width, height): (f32, f32)) -> Option<(u16, u16)> {
    let fits = |points: f32| points.is_finite() && points > 0.0;
    if !fits(width) || !fits(height) {
        return None;
    }
    let (most_wide, most_tall) = LARGEST_PAGE;
    let scale = (most_wide as f32 / width)
        .min(most_tall as f32 / height)
        .min(SHARPEST);
    let pixels = |points: f32, most: u32| (points * scale).round().clamp(1.0, most as f32) as u16;
    Some((pixels(width, most_wide), pixels(height, most_tall)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_keep_their_shape_and_no_size_is_out_of_bounds() {
        // A4, a slide, a stamp, a scroll, a line; then what only a hostile page claims.
        assert_eq!(fit((595.0, 842.0)), Some((1280, 1811)));
        assert_eq!(fit((960.0, 540.0)), Some((1280, 720)));
        assert_eq!(fit((72.0, 36.0)), Some((288, 144)));
        assert_eq!(fit((100.0, 10_000.0)), Some((51, 5120)));
        assert_eq!(fit((14_400.0, 1.0)), Some((1280, 1)));
        assert_eq!(fit((1e30, 1e30)), Some((1280, 1280)));
        assert_eq!(fit((1e-30, 1e-30)), Some((1, 1)));
        for bad in [f32::NAN, f32::INFINITY, 0.0, -5.0] {
            assert_eq!(fit((bad, 100.0)), None);
            assert_eq!(fit((100.0, bad)), None);
        }
    }
}
