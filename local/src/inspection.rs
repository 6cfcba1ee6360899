//! The table as it lies there, for tests.

use crate::table::TABLE;
use crate::{Error, World};
use aws_sdk_dynamodb::types::{AttributeValue, TableDescription};
use std::collections::HashMap;

impl World {
    /// The table as the engine has it.
    pub async fn describe_table(&self) -> Result<TableDescription, Error> {
        let answer = self.table.describe_table().table_name(TABLE).send().await?;
        answer.table.ok_or_else(|| "no table".into())
    }

    /// The table's name and a client to its engine: for tests of what the engine itself refuses.
    pub fn engine(&self) -> (&'static str, &aws_sdk_dynamodb::Client) {
        (TABLE, &self.table)
    }

    /// The table's name and the engine itself: for tests that write more than goes through any client.
    pub fn storage(&self) -> (&'static str, &dynoxide::Database) {
        (TABLE, &self.database)
    }

    /// Writes an item as it is, as another release may have left it: for tests.
    pub async fn put(&self, item: HashMap<String, AttributeValue>) -> Result<(), Error> {
        let put = self.table.put_item().table_name(TABLE).set_item(Some(item));
        put.send().await?;
        Ok(())
    }

    /// Takes an item out of the table, past everything that the product keeps to.
    pub async fn remove(&self, mut item: HashMap<String, AttributeValue>) -> Result<(), Error> {
        item.retain(|name, _| name == "pk" || name == "sk");
        let delete = self.table.delete_item().table_name(TABLE).set_key(Some(item));
        delete.send().await?;
        Ok(())
    }

    /// Everything that the table holds: for tests that look for what must not be there.
    #[expect(
        clippy::disallowed_methods,
        reason = "no pattern of the product: only the whole table shows that something is nowhere"
    )]
    pub async fn items(&self) -> Result<Vec<HashMap<String, AttributeValue>>, Error> {
        let pages = self.table.scan().table_name(TABLE).into_paginator();
        Ok(pages.items().send().collect::<Result<_, _>>().await?)
    }
}
