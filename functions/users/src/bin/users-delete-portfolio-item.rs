//! Bootstrap of `users-delete-portfolio-item`.

use proconnect_runtime::{Exit, serve};

fn main() -> Exit {
    serve(users::delete_portfolio_item::FUNCTION)
}
