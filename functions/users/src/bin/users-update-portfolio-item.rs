//! Bootstrap of `users-update-portfolio-item`. Written by `cargo xtask generate`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(users::update_portfolio_item::FUNCTION)
}
