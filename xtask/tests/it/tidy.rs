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
    // 2 functions with their roles, a permission, a mapping; an API and its stage; a log group; two queues
    let summary = xtask::tidy::summary(fixture.root()).unwrap();
    assert_eq!(summary, "2 functions; template.yaml: 11 of at most 450 resources");
}

#[test]
fn names_a_missing_event() {
    finds("tasks-create: no events/tasks-create.json", |tree| {
        tree.remove("events/tasks-create.json");
    });
}

#[test]
fn names_a_missing_template_entry() {
    finds("tasks-create: no TasksCreateFunction in template.yaml", |tree| {
        let template = tree.read("template.yaml");
        let (before, rest) = template.split_once("  TasksCreateFunction:").unwrap();
        let (_, after) = rest.split_once("  TasksWorkerFunction:").unwrap();
        tree.write("template.yaml", &format!("{before}  TasksWorkerFunction:{after}"));
    });
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
fn names_a_missing_budget() {
    finds("tasks-create: no row in tests/it/budget/", |tree| {
        tree.replace(
            "tests/it/budget/tasks.rs",
            "    budget.check",
            "    // budget.check",
        );
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
            tree.remove("functions/tasks/src/create.rs");
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
        "tasks-create: another route in openapi.json than in template.yaml",
        |tree| {
            tree.replace("openapi.json", "\"post\"", "\"put\"");
        },
    );
}

#[test]
fn names_what_is_not_documented() {
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
        problems.contains(&"tasks-forgotten: no TasksForgottenFunction in template.yaml".to_owned()),
        "{problems:?}"
    );
    finds(
        "tasks-worker: has no route in template.yaml, but a row in tests/it/authorization/",
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
        "tasks-create: TasksCreateFunction in template.yaml builds tasks-worker",
        |tree| {
            tree.replace("template.yaml", "Binary: tasks-create", "Binary: tasks-worker");
        },
    );
    finds(
        "tasks-create: routeKey \"GET /v1/tasks\" of events/tasks-create.json is no route of it in template.yaml",
        |tree| {
            tree.replace("events/tasks-create.json", "POST", "GET");
        },
    );
}

#[test]
fn holds_the_template_to_its_limits() {
    finds("template.yaml: TasksQueue has no dead-letter queue", |tree| {
        tree.replace(
            "template.yaml",
            "deadLetterTargetArn: !GetAtt TasksDeadLetters.Arn",
            "other: 1",
        );
        tree.replace(
            "template.yaml",
            "  TasksDeadLetters:\n    Type: AWS::SQS::Queue\n",
            "",
        );
    });
    finds(
        "template.yaml: logs without RetentionInDays: TasksCreateFunction, TasksWorkerFunction",
        |tree| {
            tree.replace(
                "template.yaml",
                "      RetentionInDays: 30\n",
                "      LogGroupClass: STANDARD\n",
            );
        },
    );
    finds(
        "template.yaml: 451 resources, more than 450: move some to infra/",
        |tree| {
            let topics: String = (0..440)
                .map(|at| format!("  Topic{at}:\n    Type: AWS::SNS::Topic\n"))
                .collect();
            tree.write("template.yaml", &(tree.read("template.yaml") + &topics));
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
            tree.write("functions/tasks/src/view.rs", "fn now() { Timestamp::now() }\n");
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
fn holds_functions_to_their_declarations() {
    finds(
        "tasks-create: MemorySize is 512 in template.yaml, and 256 where it is declared",
        |tree| {
            let create = "Binary: tasks-create\n    Properties:\n";
            tree.replace(
                "template.yaml",
                create,
                &format!("{create}      MemorySize: 512\n"),
            );
        },
    );
    finds(
        "tasks-worker: 10 messages of 2 s each do not end within 15 s",
        |tree| {
            tree.replace("functions/tasks/src/worker.rs", "worst = 1", "worst = 2");
        },
    );
    finds(
        "tasks-worker: TasksQueue hides a message for 60 s, less than six times its timeout (90 s)",
        |tree| {
            tree.replace("template.yaml", "VisibilityTimeout: 90", "VisibilityTimeout: 60");
        },
    );
}

#[test]
fn holds_modules_to_one_direction() {
    finds(
        "functions/tasks: modules that need each other: create, view",
        |tree| {
            tree.write("functions/tasks/src/view.rs", "use crate::Create;\n");
            let library = tree.read("functions/tasks/src/lib.rs");
            tree.write(
                "functions/tasks/src/lib.rs",
                &format!("{library}pub use create::Create;\n"),
            );
            let create = tree.read("functions/tasks/src/create.rs");
            tree.write(
                "functions/tasks/src/create.rs",
                &format!("{create}use super::view;\n"),
            );
        },
    );
    let fixture = Fixture::new();
    fixture.write(
        "functions/tasks/src/view.rs",
        "#[cfg(test)]\nuse crate::create;\n",
    );
    fixture.write(
        "functions/tasks/src/worker.rs",
        &(fixture.read("functions/tasks/src/worker.rs") + "mod part;\nuse part::X;\n"),
    );
    fixture.write(
        "functions/tasks/src/worker/part.rs",
        "use super::handle;\npub struct X;\n",
    );
    assert_eq!(fixture.problems(), Vec::<String>::new());
}

#[test]
fn keeps_queues_and_mails_out_of_handlers_and_store() {
    let queue =
        "a handler states a fact or gives a command; which queue that goes to is decided in shared/messaging";
    let mail = "who is told what, and where that leads, is planned in shared/notices from facts";
    for (file, line, word, reason) in [
        (
            "functions/tasks/src/view.rs",
            "const QUEUE: QueueName = QueueName::Email;",
            "QueueName::",
            queue,
        ),
        (
            "functions/tasks/src/view.rs",
            "const URL: &str = \"EmailQueue\";",
            "Queue\"",
            queue,
        ),
        (
            "shared/store/src/view.rs",
            "const QUEUE: QueueName = QueueName::Email;",
            "QueueName::",
            queue,
        ),
        (
            "functions/tasks/src/view.rs",
            "const LETTER: Letter = Letter::AccountClosed;",
            "Letter::",
            mail,
        ),
        (
            "shared/store/src/view.rs",
            "const WORDS: Template = Template::BidAccepted(X);",
            "Template::",
            mail,
        ),
    ] {
        let problem = format!("{file}:1: {word} does not belong here: {reason}");
        finds(&problem, |tree| tree.write(file, line));
    }
}
