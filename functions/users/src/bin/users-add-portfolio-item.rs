//! Bootstrap of `users-add-portfolio-item`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(users::add_portfolio_item::FUNCTION)
}
