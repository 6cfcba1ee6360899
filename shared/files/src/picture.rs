//! Pictures made smaller: WebP, without what the camera wrote into them.

use bytes::Bytes;
use image::{DynamicImage, ImageDecoder as _, ImageReader, Limits, imageops::FilterType};
use proconnect_domain::FilePurpose;
use std::io::Cursor;

/// 40 megapixels. Above that, a picture of a few kilobytes could fill the memory.
const MAX_PIXELS: u64 = 40_000_000;
/// The decoder's own buffers: the pixels, four bytes each, and some more.
const MAX_ALLOCATION: u64 = 200 * 1024 * 1024;
const QUALITY: f32 = 82.0;

/// The sizes of an avatar (square), and of a portfolio's picture (width), in pixels.
const AVATAR: [u32; 2] = [96, 256];
pub(crate) const PORTFOLIO: [u32; 2] = [480, 1280];
/// How many times as tall as wide a picture is shown at most. WebP ends at 16,383 pixels a side (RFC 9649, section 2.5).
pub(crate) const TALLEST: u32 = 4;

/// A picture's sizes: name and WebP content.
pub type Pictures = Vec<(&'static str, Bytes)>;

/// The content cannot be read as a picture, or is too large a one.
#[derive(Debug, thiserror::Error)]
#[error("picture: {0}")]
pub struct PictureError(pub(crate) String);

impl From<image::ImageError> for PictureError {
    fn from(error: image::ImageError) -> Self {
        Self(error.to_string())
    }
}

/// The sizes of a picture for a purpose. Takes CPU time: about a second for a photo.
pub fn pictures(content: Bytes, purpose: FilePurpose) -> Result<Pictures, PictureError> {
    sizes(&decode(content)?, purpose)
}

/// The sizes of a decoded picture.
pub(crate) fn sizes(picture: &DynamicImage, purpose: FilePurpose) -> Result<Pictures, PictureError> {
    let widths = if purpose == FilePurpose::Avatar {
        AVATAR
    } else {
        PORTFOLIO
    };
    let names = crate::keys::SIZES.into_iter().zip(widths);
    names
        .map(|(name, width)| {
            let small = if purpose == FilePurpose::Avatar {
                square(picture).resize_exact(width, width, FilterType::Triangle)
            } else if picture.width() > width || picture.height() > width * TALLEST {
                picture.resize(width, width * TALLEST, FilterType::Triangle)
            } else {
                picture.clone()
            };
            Ok((name, encode(&small)?))
        })
        .collect()
}

/// The middle of a picture. Cut out first: a picture of 10 × 1,000,000 pixels that is enlarged before would fill the memory.
fn square(picture: &DynamicImage) -> DynamicImage {
    let (width, height) = (picture.width(), picture.height());
    let side = width.min(height);
    picture.crop_imm((width - side) / 2, (height - side) / 2, side, side)
}

/// Upright, whatever way the camera was held.
fn decode(content: Bytes) -> Result<DynamicImage, PictureError> {
    let mut reader = ImageReader::new(Cursor::new(content));
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_ALLOCATION);
    reader.limits(limits);
    let reader = reader
        .with_guessed_format()
        .map_err(|error| PictureError(error.to_string()))?;
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(PictureError(format!("{width} × {height} pixels")));
    }
    let orientation = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn encode(picture: &DynamicImage) -> Result<Bytes, PictureError> {
    let (width, height) = (picture.width(), picture.height());
    let encoded = if picture.color().has_alpha() {
        webp::Encoder::from_rgba(&picture.to_rgba8(), width, height).encode_simple(false, QUALITY)
    } else {
        webp::Encoder::from_rgb(&picture.to_rgb8(), width, height).encode_simple(false, QUALITY)
    };
    let encoded = encoded.map_err(|error| PictureError(format!("WebP: {error:?}")))?;
    Ok(Bytes::copy_from_slice(&encoded))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Bytes {
        let mut content = Vec::new();
        let picture = image::RgbImage::from_fn(width, height, |x, y| image::Rgb([x as u8, y as u8, 99]));
        DynamicImage::from(picture)
            .write_to(&mut Cursor::new(&mut content), image::ImageFormat::Png)
            .unwrap();
        content.into()
    }

    fn sizes(content: Bytes, purpose: FilePurpose) -> Vec<(u32, u32)> {
        let made = pictures(content, purpose).unwrap();
        made.into_iter()
            .map(|(_, content)| {
                let picture =
                    image::load_from_memory_with_format(&content, image::ImageFormat::WebP).unwrap();
                (picture.width(), picture.height())
            })
            .collect()
    }

    #[test]
    fn avatars_are_square_and_portfolios_keep_their_shape() {
        assert_eq!(sizes(png(600, 300), FilePurpose::Avatar), [(96, 96), (256, 256)]);
        assert_eq!(
            sizes(png(1600, 400), FilePurpose::Portfolio),
            [(480, 120), (1280, 320)]
        );
        // What is small already is not blown up.
        assert_eq!(
            sizes(png(300, 200), FilePurpose::Portfolio),
            [(300, 200), (300, 200)]
        );
    }

    #[test]
    fn long_and_tall_pictures_are_made_to_fit() {
        let shapes = |width, height| sizes(png(width, height), FilePurpose::Portfolio);
        assert_eq!(shapes(100, 17_000), [(11, 1_920), (30, 5_120)]);
        assert_eq!(shapes(17_000, 100), [(480, 3), (1_280, 8)]);
        for (width, height) in [(100, 17_000), (10, 100_000), (100_000, 10)] {
            let made = sizes(png(width, height), FilePurpose::Avatar);
            assert_eq!(made, [(96, 96), (256, 256)]);
        }
    }

    #[test]
    fn what_is_no_picture_or_too_large_a_one_is_refused() {
        assert!(pictures(Bytes::from_static(b"no picture"), FilePurpose::Avatar).is_err());
        let whole = png(64, 64);
        assert!(pictures(whole.slice(..whole.len() / 2), FilePurpose::Avatar).is_err());
        // 60,000 × 60,000 pixels, claimed by the first bytes alone.
        let mut bomb = png(1, 1).to_vec();
        bomb[16..24].copy_from_slice(&[0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60]);
        assert!(pictures(bomb.into(), FilePurpose::Avatar).is_err());
    }
}
