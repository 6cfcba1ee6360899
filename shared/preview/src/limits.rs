//! What the child may spend. The kernel holds it to that, whatever the PDF makes of the program that reads it.

use rustix::io::Errno;
use rustix::process::{Resource, Rlimit, setrlimit};

/// Seconds of CPU. A page of text takes some hundredths, one with large photos less than two.
const CPU_SECONDS: u64 = 6;
/// Bytes of address space, the program itself among them: 50 MB of PDF, its largest picture unpacked, and the page.
const MEMORY: u64 = 1024 * 1024 * 1024;
/// Standard input, output and errors. There is no number left for a file or a connection.
const OPEN_FILES: u64 = 3;

/// Takes it away for good: a limit that was lowered cannot be raised again.
pub(crate) fn set() -> Result<(), Errno> {
    for (resource, most) in [
        (Resource::Cpu, CPU_SECONDS),
        (Resource::As, MEMORY),
        (Resource::Nofile, OPEN_FILES),
        // Nothing is written to any disk, a core dump neither.
        (Resource::Fsize, 0),
        (Resource::Core, 0),
    ] {
        let limit = Rlimit {
            current: Some(most),
            maximum: Some(most),
        };
        setrlimit(resource, limit)?;
    }
    Ok(())
}
