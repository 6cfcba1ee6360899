//! Every function, linked in.

use proconnect_runtime::Function;

/// The functions of all domains.
pub fn functions() -> impl Iterator<Item = &'static Function> {
    [
        auth::FUNCTIONS,
        users::FUNCTIONS,
        tasks::FUNCTIONS,
        bids::FUNCTIONS,
        contracts::FUNCTIONS,
        files::FUNCTIONS,
        milestones::FUNCTIONS,
        payments::FUNCTIONS,
        disputes::FUNCTIONS,
        chat::FUNCTIONS,
        notifications::FUNCTIONS,
        admin::FUNCTIONS,
        system::FUNCTIONS,
    ]
    .into_iter()
    .flatten()
}

/// A function by its name.
pub fn function(name: &str) -> Option<&'static Function> {
    functions().find(|function| function.name == name)
}
