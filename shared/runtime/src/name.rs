//! A function's name, made of the path of the module that declares it, when the function is compiled.

/// How long the name of a module's function is: each `::` becomes one `-`.
pub const fn length(module: &str) -> usize {
    let bytes = module.as_bytes();
    let (mut at, mut length) = (0, 0);
    while at < bytes.len() {
        length += 1;
        at += if bytes[at] == b':' { 2 } else { 1 };
    }
    length
}

/// `bids::list_mine` becomes `bids-list-mine`. `N` is its [`length`].
pub const fn bytes<const N: usize>(module: &str) -> [u8; N] {
    let bytes = module.as_bytes();
    let mut name = [0; N];
    let (mut at, mut end) = (0, 0);
    while end < N {
        (name[end], at) = match bytes[at] {
            b':' => (b'-', at + 2),
            b'_' => (b'-', at + 1),
            letter => (letter, at + 1),
        };
        end += 1;
    }
    name
}

/// The same as text.
pub const fn text(name: &[u8]) -> &str {
    match std::str::from_utf8(name) {
        Ok(name) => name,
        // A module's path is ASCII, or the function does not compile.
        Err(_) => panic!("a function is declared in a module with an ASCII name"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_names_its_function() {
        const MODULE: &str = "bids::list_for_task";
        const BYTES: [u8; length(MODULE)] = bytes(MODULE);
        assert_eq!(text(&BYTES), "bids-list-for-task");
    }
}
