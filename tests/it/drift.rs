//! Places that must agree: the table in Rust and in `infra/data.yaml`, the queues in Rust and in the template.

use aws_sdk_dynamodb::types::{KeySchemaElement, KeyType};
use proconnect_messaging::QueueName;
use proconnect_tests::{TestApp, root};
use serde_yaml_ng::Value;

#[tokio::test]
async fn the_table_is_what_infra_declares() {
    let app = TestApp::new().await;
    let text = std::fs::read_to_string(root().join("infra/data.yaml")).unwrap();
    let yaml: Value = serde_yaml_ng::from_str(&text).unwrap();
    let declared = &yaml["Resources"]["Table"]["Properties"];
    let table = app.world.describe_table().await.unwrap();

    let keys = |schema: &[KeySchemaElement]| -> Vec<(String, bool)> {
        schema
            .iter()
            .map(|key| (key.attribute_name().to_owned(), key.key_type() == &KeyType::Hash))
            .collect()
    };
    let declared_keys = |schema: &Value| -> Vec<(String, bool)> {
        let list = schema.as_sequence().unwrap();
        list.iter()
            .map(|key| {
                (
                    key["AttributeName"].as_str().unwrap().to_owned(),
                    key["KeyType"] == "HASH",
                )
            })
            .collect()
    };
    assert_eq!(keys(table.key_schema()), declared_keys(&declared["KeySchema"]));
    let indexes = declared["GlobalSecondaryIndexes"].as_sequence().unwrap();
    assert_eq!(table.global_secondary_indexes().len(), indexes.len());
    for index in indexes {
        let name = index["IndexName"].as_str().unwrap();
        let found = table
            .global_secondary_indexes()
            .iter()
            .find(|found| found.index_name() == Some(name))
            .unwrap();
        assert_eq!(
            keys(found.key_schema()),
            declared_keys(&index["KeySchema"]),
            "{name}"
        );
        let projection = found.projection().unwrap();
        let kind = projection.projection_type().unwrap().as_str();
        assert_eq!(
            Some(kind),
            index["Projection"]["ProjectionType"].as_str(),
            "{name}"
        );
        let carried: Vec<&str> = index["Projection"]["NonKeyAttributes"]
            .as_sequence()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        assert_eq!(projection.non_key_attributes(), carried, "{name}");
    }
    let view = table
        .stream_specification()
        .unwrap()
        .stream_view_type()
        .unwrap()
        .as_str();
    assert_eq!(
        Some(view),
        declared["StreamSpecification"]["StreamViewType"].as_str()
    );
    // Global tables replicate from such a stream alone.
    assert_eq!(view, "NEW_AND_OLD_IMAGES");
    let ttl = &declared["TimeToLiveSpecification"];
    assert_eq!(ttl["AttributeName"].as_str(), Some("ttl"));
    let names = table.attribute_definitions().len();
    assert_eq!(
        names,
        declared["AttributeDefinitions"].as_sequence().unwrap().len()
    );
}

/// What a replica has of its own: its region. Everything else it shares with the first, or a fail-over would lose it.
#[test]
fn the_replica_is_as_well_protected_as_the_table() {
    let text = std::fs::read_to_string(root().join("infra/data.yaml")).unwrap();
    let yaml: Value = serde_yaml_ng::from_str(&text).unwrap();
    let table = &yaml["Resources"]["Table"];
    assert_eq!(table["Type"], "AWS::DynamoDB::GlobalTable");
    assert_eq!(table["DeletionPolicy"], "RetainExceptOnCreate");
    assert_eq!(table["Properties"]["SSESpecification"]["SSEEnabled"], true);
    let replicas = table["Properties"]["Replicas"].as_sequence().unwrap();
    let Value::Tagged(choice) = &replicas[1] else {
        panic!("the second replica depends on no condition");
    };
    assert_eq!(
        (choice.tag.to_string().as_str(), &choice.value[0]),
        ("!If", &Value::from("HasReplica"))
    );
    let settings = |replica: &Value| {
        let mut settings = replica.as_mapping().unwrap().clone();
        settings.remove("Region").unwrap();
        settings
    };
    let first = settings(&replicas[0]);
    assert_eq!(first, settings(&choice.value[1]));
    assert_eq!(first["DeletionProtectionEnabled"], true);
    assert_eq!(
        first["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"],
        true
    );
}

#[tokio::test]
async fn every_queue_has_its_place_in_the_template() {
    let app = TestApp::new().await;
    for queue in QueueName::ALL {
        let spec = app
            .world
            .template
            .queues
            .iter()
            .find(|spec| spec.id == queue.logical_id());
        let spec = spec.unwrap_or_else(|| panic!("{queue:?} is not in the template"));
        assert!(spec.redrive.is_some(), "{queue:?} has no dead-letter queue");
        assert!(
            app.world
                .template
                .consumers
                .iter()
                .any(|consumer| consumer.queue == spec.id),
            "{queue:?}"
        );
        assert_eq!(spec.fifo, queue == QueueName::Payments);
    }
}

#[test]
fn in_the_cloud_no_answer_tells_what_it_cost() {
    let mut files = 0;
    for file in std::fs::read_dir(root().join("infra/functions")).unwrap() {
        let template = std::fs::read_to_string(file.unwrap().path()).unwrap();
        files += 1;
        assert!(
            !template.contains("SERVER_TIMING"),
            "the cost of a call tells strangers what was found"
        );
    }
    assert!(files > 10, "the stacks of the functions");
}

#[tokio::test]
async fn a_call_of_the_table_that_the_role_does_not_allow_is_refused() {
    let app = TestApp::new().await;
    let event = std::fs::read_to_string(root().join("events/tasks-search.json")).unwrap();
    let event: serde_json::Value = serde_json::from_str(&event).unwrap();
    let own = proconnect_local::registry::function("tasks-search").unwrap();
    let answer = app.world.call(own, event.clone()).await.unwrap();
    assert_eq!(answer["statusCode"], 200, "{answer}");
    // As if it were deployed with the role of a function that never calls the table.
    let other = proconnect_runtime::Function {
        name: "chat-ping",
        ..*own
    };
    let answer = app.world.call(&other, event).await.unwrap();
    assert_eq!(answer["statusCode"], 500, "{answer}");
}
