//! Files: where their objects lie, what is asked of an object store and of a virus scanner, and how content is held to
//! the type that it claims.
//!
//! Content is never whole in memory: it comes as a [`Content`] stream. Pictures alone are decoded, within a limit.

#![warn(missing_docs)]

mod clamd;
mod content;
pub mod keys;
mod objects;
mod picture;
mod preview;
mod scan;

mod watch;

pub use clamd::Clamd;
pub use content::{Disguise, Judged, NEUTRAL, judge};
pub use objects::{Content, Object, ObjectError, ObjectStore, SignedUpload, Upload};
pub use picture::{PictureError, Pictures, pictures};
pub use preview::{LARGEST_PAGE, NoPreview, Pixels, Previewer, of_page};
pub use scan::{ScanError, Scanner, TestStringOnly, Verdict, test_string};
pub use watch::{Seen, watch};
