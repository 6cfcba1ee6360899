//! What the product asks of whoever draws the first page of a PDF.

use crate::picture::{PORTFOLIO, TALLEST, sizes};
use crate::{Content, PictureError, Pictures};
use bytes::Bytes;
use proconnect_domain::FilePurpose;

/// Width and height in pixels of the largest picture of a page: that of a portfolio's pictures.
pub const LARGEST_PAGE: (u32, u32) = (PORTFOLIO[1], PORTFOLIO[1] * TALLEST);

/// A page that was drawn.
#[derive(Debug, Clone)]
pub struct Pixels {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Red, green and blue, a byte each, row by row.
    pub rgb: Bytes,
}

impl Pixels {
    /// Whether there are as many as it says, and no more than [`LARGEST_PAGE`] allows.
    pub fn is_whole(&self) -> bool {
        let (most_wide, most_tall) = LARGEST_PAGE;
        let fits = (1..=most_wide).contains(&self.width) && (1..=most_tall).contains(&self.height);
        fits && self.rgb.len() as u64 == 3 * u64::from(self.width) * u64::from(self.height)
    }
}

/// The sizes of a page that was drawn, as a portfolio's picture has them.
pub fn of_page(page: Pixels) -> Result<Pictures, PictureError> {
    let Pixels { width, height, rgb } = page;
    let picture = image::RgbImage::from_raw(width, height, rgb.into());
    let picture = picture.ok_or_else(|| PictureError(format!("not {width} × {height} pixels")))?;
    sizes(&picture.into(), FilePurpose::Portfolio)
}

/// Nothing was drawn. That says nothing against the file: it has no picture, and that is all.
#[derive(Debug, thiserror::Error)]
#[error("no first page: {0}")]
pub struct NoPreview(pub String);

impl From<std::io::Error> for NoPreview {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}

/// Draws first pages. What it reads comes from strangers: whoever implements this bounds what one PDF may cost.
#[async_trait::async_trait]
pub trait Previewer: Send + Sync {
    /// The first page of a PDF, in the shape in which it is read.
    async fn first_page(&self, pdf: Content) -> Result<Pixels, NoPreview>;
}
