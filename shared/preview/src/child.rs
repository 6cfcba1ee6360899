//! The child's side: a PDF comes in, a picture goes out, and nothing else happens.

use crate::{draw, limits};
use proconnect_domain::MAX_FILE_BYTES;
use proconnect_files::Pixels;
use std::io::{Read as _, Write as _};
use std::process::ExitCode;

/// The only argument of a process that is to draw.
pub(crate) const ARGUMENT: &str = "draw-first-page";
/// Drawing follows how deep things are nested; the main thread's stack would end sooner than the renderer's own limits.
const STACK: usize = 64 * 1024 * 1024;

/// Draws, if this process was started for that, and says how it ends. A program that draws asks this before anything else.
pub fn as_child() -> Option<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    let asked = arguments.next().is_some_and(|argument| argument == ARGUMENT);
    if !asked || arguments.next().is_some() {
        return None;
    }
    Some(match answer() {
        Some(()) => ExitCode::SUCCESS,
        // Why is nobody's question: the PDF says what it likes.
        None => ExitCode::FAILURE,
    })
}

fn answer() -> Option<()> {
    limits::set().ok()?;
    let mut pdf = Vec::new();
    std::io::stdin()
        .take(MAX_FILE_BYTES + 1)
        .read_to_end(&mut pdf)
        .ok()?;
    if pdf.len() as u64 > MAX_FILE_BYTES {
        return None;
    }
    let drawing = std::thread::Builder::new().stack_size(STACK);
    let page = drawing.spawn(move || draw::first_page(pdf)).ok()?;
    let Pixels { width, height, rgb } = page.join().ok()??;
    let mut out = std::io::stdout().lock();
    out.write_all(&width.to_le_bytes()).ok()?;
    out.write_all(&height.to_le_bytes()).ok()?;
    out.write_all(&rgb).ok()?;
    out.flush().ok()
}
