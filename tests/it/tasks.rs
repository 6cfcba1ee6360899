mod create;
mod get;
mod list_categories;
mod list_mine;
mod search;
mod worker;
