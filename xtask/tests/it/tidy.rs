//! `tidy` passes on a tidy tree, and names what is missing from any other.

use crate::fixture::Fixture;

/// Breaks a tidy tree and expects this one problem.
#[track_caller]
fn finds(problem: &str, spoil: impl Fn(&Fixture)) {
    let fixture = Fixture::new();
    spoil(&fixture);
    assert_eq!(fixture.problems(), [problem]);
}

#[test]
fn accepts_a_tidy_tree() {
    let fixture = Fixture::new();
    assert_eq!(fixture.problems(), Vec::<String>::new());
    // 2 functions with their roles, one of which SAM makes
    let summary = xtask::tidy::summary(fixture.root()).unwrap();
    let expected = "2 functions; template.yaml: 1 resources; infra/functions/tasks.yaml: 4 resources, 260 with 130 functions; \
                    infra/queues.yaml: 2 resources (at most 400)";
    assert_eq!(summary, expected);
}

#[test]
fn names_a_missing_event() {
    finds("tasks-create: no events/tasks-create.json", |tree| {
        tree.remove("events/tasks-create.json");
    });
}

#[test]
fn names_a_missing_declaration() {
    finds(
        "tasks-create: no FUNCTION in functions/tasks/src/create.rs",
        |tree| {
            tree.replace(
                "functions/tasks/src/create.rs",
                "pub const FUNCTION: ",
                "const OTHER: ",
            );
        },
    );
}

#[test]
fn names_a_missing_test() {
    finds("tasks-worker: no test in tests/it/tasks/worker.rs", |tree| {
        tree.remove("tests/it/tasks/worker.rs");
        tree.write("tests/it/tasks.rs", "mod create;\n");
    });
    finds("tasks-create: no test in tests/it/tasks/create.rs", |tree| {
        tree.write("tests/it/tasks/create.rs", "// Nothing is tested here.\n");
    });
    finds(
        "tests/it/tasks/create.rs: no `mod create;` names it, so it never runs",
        |tree| {
            tree.write("tests/it/tasks.rs", "mod worker;\n");
        },
    );
}

#[test]
fn names_a_missing_authorization_row() {
    finds("tasks-create: no row in tests/it/authorization/", |tree| {
        tree.replace("tests/it/authorization/tasks.rs", "    row(", "    // row(");
    });
}

#[test]
fn names_a_missing_bin() {
    finds("tasks-create: no [[bin]] in functions/tasks/Cargo.toml", |tree| {
        let bin = "[[bin]]\nname = \"tasks-create\"\npath = \"src/bin/tasks-create.rs\"\ntest = false\n";
        tree.replace("functions/tasks/Cargo.toml", bin, "");
    });
    finds(
        "tasks-create: no functions/tasks/src/bin/tasks-create.rs",
        |tree| {
            tree.remove("functions/tasks/src/bin/tasks-create.rs");
        },
    );
}

#[test]
fn names_a_missing_handler_or_listing() {
    finds(
        "tasks-create: no handler in functions/tasks/src/create.rs",
        |tree| {
            tree.replace("functions/tasks/src/create.rs", "pub async fn handle() {}", "");
        },
    );
    finds(
        "tasks-create: no line in FUNCTIONS of functions/tasks/src/lib.rs",
        |tree| {
            tree.replace("functions/tasks/src/lib.rs", "    create::FUNCTION,\n", "");
        },
    );
}

#[test]
fn names_a_missing_operation() {
    finds("tasks-create: no operation tasksCreate in openapi.json", |tree| {
        tree.write("openapi.json", r#"{"paths": {}}"#);
    });
    finds(
        "tasks-create: another route in openapi.json than where it is declared",
        |tree| {
            tree.replace("openapi.json", "\"post\"", "\"put\"");
        },
    );
}

#[test]
fn names_what_is_not_documented() {
    finds("tasks-create: no row in docs/api.md", |tree| {
        tree.replace("docs/api.md", "| POST |", "| PUT |");
    });
    finds("docs/api.md: lacks the error code not_found", |tree| {
        tree.replace("docs/api.md", "`not_found`", "");
    });
}

#[test]
fn names_what_has_no_function() {
    let fixture = Fixture::new();
    fixture.write("events/tasks-forgotten.json", "{}");
    let problems = fixture.problems();
    assert!(
        problems.contains(&"tasks-forgotten: no FUNCTION in functions/tasks/src/forgotten.rs".to_owned()),
        "{problems:?}"
    );
    finds(
        "tasks-worker: declares no route, but has a row in tests/it/authorization/",
        |tree| {
            tree.replace(
                "tests/it/authorization/tasks.rs",
                "    ]\n",
                "        row(\"tasks-worker\", \"GET\", \"/v1/x\", [404; 10]),\n    ]\n",
            );
        },
    );
}

#[test]
fn holds_bins_and_events_to_their_form() {
    finds(
        "tasks-worker: its [[bin]] in functions/tasks/Cargo.toml lacks `test = false`",
        |tree| {
            tree.replace(
                "functions/tasks/Cargo.toml",
                "worker.rs\"\ntest = false",
                "worker.rs\"",
            );
        },
    );
    finds(
        "tasks-create: routeKey \"GET /v1/tasks\" of events/tasks-create.json is not the route that it declares",
        |tree| {
            tree.replace("events/tasks-create.json", "POST", "GET");
        },
    );
}

#[test]
fn holds_the_templates_to_their_limits() {
    let topics = |count: usize| -> String {
        (0..count)
            .map(|at| format!("  Topic{at}:\n    Type: AWS::SNS::Topic\n"))
            .collect()
    };
    finds("infra/queues.yaml: TasksQueue has no dead-letter queue", |tree| {
        tree.replace(
            "infra/queues.yaml",
            "deadLetterTargetArn: !GetAtt TasksDeadLetterQueue.Arn",
            "other: 1",
        );
    });
    finds("infra/other.yaml: OtherQueue has no dead-letter queue", |tree| {
        tree.write(
            "infra/other.yaml",
            "Resources:\n  OtherQueue:\n    Type: AWS::SQS::Queue\n",
        );
    });
    finds("infra/queues.yaml: 401 resources, more than 400", |tree| {
        tree.write(
            "infra/queues.yaml",
            &(tree.read("infra/queues.yaml") + &topics(399)),
        );
    });
    finds(
        "infra/functions/tasks.yaml: 7 resources become 455 with 130 functions, more than 400: divide the domain",
        |tree| {
            tree.write(
                "infra/functions/tasks.yaml",
                &(tree.read("infra/functions/tasks.yaml") + &topics(3)),
            );
        },
    );
    finds(
        "template.yaml: 401 lines, more than 400: move some to infra/",
        |tree| {
            tree.write("template.yaml", &(tree.read("template.yaml") + &"\n".repeat(398)));
        },
    );
}

#[test]
fn holds_sources_to_their_borders() {
    finds(
        "functions/tasks/src/view.rs:2: std::env does not belong here: settings are read once, by shared/runtime",
        |tree| {
            tree.write(
                "functions/tasks/src/view.rs",
                "// std::env may be spoken of\nuse std::env;\n",
            );
        },
    );
    finds(
        "functions/tasks/src/view.rs:1: Timestamp::now does not belong here: the time is App's clock, which tests and demos move",
        |tree| {
            tree.write("functions/tasks/src/view.rs", "let at = Timestamp::now();\n");
        },
    );
    finds("functions/tasks/src/view.rs: 401 lines, more than 400", |tree| {
        tree.write("functions/tasks/src/view.rs", &"//\n".repeat(401));
    });
    finds(
        "tests/it/tasks/create.rs:2: a test that is ignored is a test that is not there",
        |tree| {
            tree.write("tests/it/tasks/create.rs", "#[test]\n#[ignore]\nfn works() {}\n");
        },
    );
    finds(
        "shared/domain: must not depend on tokio: shared/domain knows nothing of it",
        |tree| {
            tree.write(
                "shared/domain/Cargo.toml",
                "[package]\nname = \"proconnect-domain\"\n[dependencies]\ntokio = \"1\"\n",
            );
        },
    );
}

#[test]
fn holds_batches_to_their_time() {
    finds(
        "tasks-worker: 10 messages of 2 s each do not end within 15 s",
        |tree| {
            tree.replace("functions/tasks/src/worker.rs", "worst = 1", "worst = 2");
        },
    );
}
