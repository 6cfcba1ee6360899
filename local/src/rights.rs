//! A function may call the table here as its role lets it in the cloud: actions, indexes and partition keys of the generated
//! stacks. Without this, a right that is missing would be found by the first person who needs it, on AWS.

use crate::Error;
use aws_sdk_dynamodb::config::interceptors::BeforeSerializationInterceptorContextRef;
use aws_sdk_dynamodb::config::{ConfigBag, Intercept, RuntimeComponents};
use aws_sdk_dynamodb::error::BoxError;
use aws_sdk_dynamodb::operation::{
    batch_get_item::BatchGetItemInput, batch_write_item::BatchWriteItemInput, delete_item::DeleteItemInput,
    get_item::GetItemInput, put_item::PutItemInput, query::QueryInput, scan::ScanInput,
    transact_write_items::TransactWriteItemsInput, update_item::UpdateItemInput,
};
use aws_sdk_dynamodb::types::AttributeValue;
use serde_yaml_ng::Value;
use std::collections::HashMap;
use std::future::Future;
use std::path::Path;
use std::sync::Arc;

tokio::task_local! {
    /// The function on whose behalf the table is called.
    static ACTING: &'static str;
}

/// Runs what a function does; each of its calls of the table is looked at.
pub(crate) async fn acting<T>(function: &'static str, work: impl Future<Output = T>) -> T {
    ACTING.scope(function, work).await
}

/// What roles allow at the table, by the function's name.
#[derive(Debug, Clone, Default)]
pub struct Rights(Arc<HashMap<String, Vec<Right>>>);

/// An action on the table or one of its indexes.
#[derive(Debug, PartialEq, Eq)]
struct Right {
    action: String,
    index: Option<String>,
    /// What partition keys begin with; none for any.
    keys: Option<Vec<String>>,
}

/// One call, as IAM sees it.
struct Asked<'a> {
    action: &'static str,
    index: Option<&'a str>,
    /// None for whatever the table holds.
    key: Option<&'a str>,
}

impl Rights {
    /// The roles of all stacks in a folder.
    pub fn read(folder: &Path) -> Result<Self, Error> {
        let mut rights = HashMap::new();
        for file in std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
            let yaml: Value = serde_yaml_ng::from_str(&std::fs::read_to_string(file?.path())?)?;
            let resources = &yaml["Resources"];
            for (id, resource) in resources.as_mapping().into_iter().flatten() {
                let binary = resource["Metadata"]["BuildProperties"]["Binary"].as_str();
                if let (Some(binary), Some(id)) = (binary, id.as_str()) {
                    let role = format!("{}Role", id.trim_end_matches("Function"));
                    rights.insert(binary.to_owned(), of_role(&resources[role.as_str()]));
                }
            }
        }
        Ok(Self(Arc::new(rights)))
    }

    /// A function that stands in no stack, such as one that a test declares, may do everything.
    fn allow(&self, function: &str, asked: &Asked<'_>) -> bool {
        self.0
            .get(function)
            .is_none_or(|rights| rights.iter().any(|right| right.allows(asked)))
    }
}

impl Right {
    fn allows(&self, asked: &Asked<'_>) -> bool {
        let key = match (&self.keys, asked.key) {
            (None, _) => true,
            (Some(prefixes), Some(key)) => prefixes.iter().any(|prefix| key.starts_with(prefix.as_str())),
            (Some(_), None) => false,
        };
        key && self.action == asked.action && self.index.as_deref() == asked.index
    }
}

/// The statements of a role that are about the table.
fn of_role(role: &Value) -> Vec<Right> {
    let statements = role["Properties"]["Policies"][0]["PolicyDocument"]["Statement"].as_sequence();
    let mut rights = Vec::new();
    for statement in statements.into_iter().flatten() {
        let keys = &statement["Condition"]["ForAllValues:StringLike"]["dynamodb:LeadingKeys"];
        let prefix = |key: &Value| key.as_str().unwrap_or_default().trim_end_matches('*').to_owned();
        let keys: Option<Vec<String>> = keys.as_sequence().map(|keys| keys.iter().map(prefix).collect());
        let actions = texts(&statement["Action"]);
        let table = actions
            .iter()
            .filter_map(|action| action.strip_prefix("dynamodb:"));
        for action in table {
            for resource in texts(&statement["Resource"]) {
                rights.push(Right {
                    action: action.to_owned(),
                    index: resource.split_once("/index/").map(|(_, index)| index.to_owned()),
                    keys: keys.clone(),
                });
            }
        }
    }
    rights
}

/// The texts of one value or of a list, whatever their tags.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Sequence(items) => items.iter().flat_map(texts).collect(),
        Value::Tagged(tagged) => texts(&tagged.value),
        other => other.as_str().map(str::to_owned).into_iter().collect(),
    }
}

impl Intercept for Rights {
    fn name(&self) -> &'static str {
        "Rights"
    }

    fn read_before_serialization(
        &self,
        context: &BeforeSerializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let Ok(function) = ACTING.try_with(|function| *function) else {
            return Ok(());
        };
        let asked = asked(context);
        let asked = asked.ok_or_else(|| {
            format!("{function} makes a call of the table that local/src/rights.rs does not know")
        })?;
        match asked.iter().find(|asked| !self.allow(function, asked)) {
            None => Ok(()),
            Some(Asked { action, index, key }) => {
                let refused = format!(
                    "AccessDenied: the role of {function} does not allow {action} on {} of {}",
                    key.unwrap_or("everything"),
                    index.unwrap_or("the table")
                );
                tracing::error!(function, "{refused}");
                Err(refused.into())
            }
        }
    }
}

/// What a call asks for; nothing for a call that functions are not known to make.
fn asked<'a>(context: &'a BeforeSerializationInterceptorContextRef<'_>) -> Option<Vec<Asked<'a>>> {
    let input = context.input();
    let get = || {
        input
            .downcast_ref::<GetItemInput>()
            .map(|call| ("GetItem", call.key()))
    };
    let put = || {
        input
            .downcast_ref::<PutItemInput>()
            .map(|call| ("PutItem", call.item()))
    };
    let update = || {
        input
            .downcast_ref::<UpdateItemInput>()
            .map(|call| ("UpdateItem", call.key()))
    };
    let delete = || {
        input
            .downcast_ref::<DeleteItemInput>()
            .map(|call| ("DeleteItem", call.key()))
    };
    if let Some((action, item)) = get().or_else(put).or_else(update).or_else(delete) {
        return Some(vec![on_item(action, item)]);
    }
    let several = || {
        input
            .downcast_ref()
            .map(batch_written)
            .or_else(|| input.downcast_ref().map(transacted))
    };
    let read = || {
        input
            .downcast_ref()
            .map(queried)
            .or_else(|| input.downcast_ref().map(batch_read))
    };
    read()
        .or_else(several)
        .or_else(|| input.downcast_ref().map(scanned))
}

fn scanned(call: &ScanInput) -> Vec<Asked<'_>> {
    vec![Asked {
        action: "Scan",
        index: call.index_name(),
        key: None,
    }]
}

fn on_item<'a>(action: &'static str, item: Option<&'a HashMap<String, AttributeValue>>) -> Asked<'a> {
    let key = item.and_then(|item| item.get("pk"));
    Asked {
        action,
        index: None,
        key: key.and_then(|key| key.as_s().ok()).map(String::as_str),
    }
}

/// A query names its partition `:pk`, as the store writes it.
fn queried(call: &QueryInput) -> Vec<Asked<'_>> {
    let key = call
        .expression_attribute_values()
        .and_then(|values| values.get(":pk"));
    vec![Asked {
        action: "Query",
        index: call.index_name(),
        key: key.and_then(|key| key.as_s().ok()).map(String::as_str),
    }]
}

fn batch_read(call: &BatchGetItemInput) -> Vec<Asked<'_>> {
    let tables = call.request_items().into_iter().flat_map(HashMap::values);
    let keys = tables.flat_map(|table| table.keys());
    keys.map(|key| on_item("BatchGetItem", Some(key))).collect()
}

fn batch_written(call: &BatchWriteItemInput) -> Vec<Asked<'_>> {
    let requests = call
        .request_items()
        .into_iter()
        .flat_map(HashMap::values)
        .flatten();
    let keys = requests.map(|request| {
        let put = request.put_request().map(|put| put.item());
        put.or_else(|| request.delete_request().map(|delete| delete.key()))
    });
    keys.map(|key| on_item("BatchWriteItem", key)).collect()
}

fn transacted(call: &TransactWriteItemsInput) -> Vec<Asked<'_>> {
    let mut asked = Vec::new();
    for item in call.transact_items() {
        let put = item.put().map(|put| ("PutItem", put.item()));
        let update = item.update().map(|update| ("UpdateItem", update.key()));
        let delete = item.delete().map(|delete| ("DeleteItem", delete.key()));
        let check = item
            .condition_check()
            .map(|check| ("ConditionCheckItem", check.key()));
        let step = put.or(update).or(delete).or(check);
        asked.extend(step.map(|(action, key)| on_item(action, Some(key))));
    }
    asked
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn rights() -> Rights {
        Rights::read(Path::new(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../infra/functions"
        )))
        .unwrap()
    }

    #[track_caller]
    fn is(expected: bool, function: &str, action: &'static str, index: Option<&str>, key: Option<&str>) {
        let asked = Asked { action, index, key };
        assert_eq!(
            rights().allow(function, &asked),
            expected,
            "{function} {action} {index:?} {key:?}"
        );
    }

    #[test]
    fn every_function_has_a_role() {
        let rights = rights();
        for function in crate::registry::functions() {
            assert!(rights.0.contains_key(function.name), "{}", function.name);
        }
    }

    #[test]
    fn a_role_is_read_with_its_keys_and_indexes() {
        is(true, "files-on-uploaded", "PutItem", None, Some("FILE#fil_1"));
        is(false, "files-on-uploaded", "PutItem", None, Some("BID#bid_1"));
        is(false, "files-on-uploaded", "DeleteItem", None, Some("FILE#fil_1"));
        is(false, "files-on-uploaded", "PutItem", None, None);
        is(true, "system-timers", "Query", Some("due"), Some("DUE#outbox#0"));
        is(false, "system-timers", "Query", None, Some("DUE#outbox#0"));
        is(
            false,
            "tasks-list-categories",
            "GetItem",
            None,
            Some("USER#usr_1"),
        );
    }
}
