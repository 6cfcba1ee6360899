//! Files: announced, sent to the bucket by the browser itself, looked at, downloaded.

// Written by `cargo xtask generate`, from here
// to here.

mod inspect;

