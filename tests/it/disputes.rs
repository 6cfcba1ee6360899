// Written by `cargo xtask generate`, from here
// to here.
