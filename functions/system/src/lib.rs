//! What keeps the rest going.

// Written by `cargo xtask generate`, from here
// to here.

