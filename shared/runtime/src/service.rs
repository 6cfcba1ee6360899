//! The bootstrap of one function: settings, clients, `App`, and Lambda's runtime loop.

use crate::{App, Config, Function, init_tracing};
use lambda_runtime::{LambdaEvent, service_fn};
use proconnect_cache::Cache;
use proconnect_files::{ObjectStore, Previewer, Scanner};
use proconnect_messaging::{Mailer, Push, Queue};
use proconnect_payments::PaymentGateway;
use proconnect_store::Store;
use serde_json::Value;
use std::process::ExitCode;
use std::sync::Arc;

/// How a bootstrap ends.
pub type Exit = ExitCode;

type Make<T> = fn(&Config) -> Result<Arc<T>, crate::HandlerError>;

/// A function and the ports that it needs beyond the table.
pub struct Service {
    function: Function,
    cache: Option<Make<dyn Cache>>,
    payments: Option<Make<dyn PaymentGateway>>,
    queue: Option<Make<dyn Queue>>,
    mailer: Option<Make<dyn Mailer>>,
    objects: Option<Make<dyn ObjectStore>>,
    scanner: Option<Make<dyn Scanner>>,
    previewer: Option<Make<dyn Previewer>>,
    push: Option<Make<dyn Push>>,
    /// Whether it ever calls the table.
    table: bool,
}

/// Runs a function that needs only the table.
pub fn serve(function: Function) -> Exit {
    Service::new(function).run()
}

/// Runs a function that needs nothing at all.
pub fn serve_alone(function: Function) -> Exit {
    Service {
        table: false,
        ..Service::new(function)
    }
    .run()
}

impl Service {
    /// A function without ports.
    pub fn new(function: Function) -> Self {
        Self {
            function,
            cache: None,
            payments: None,
            queue: None,
            mailer: None,
            objects: None,
            scanner: None,
            previewer: None,
            push: None,
            table: true,
        }
    }
    /// Limits callers, or keeps hot data.
    pub fn cache(mut self, make: Make<dyn Cache>) -> Self {
        self.cache = Some(make);
        self
    }
    /// Needs the payment processor.
    pub fn payments(mut self, make: Make<dyn PaymentGateway>) -> Self {
        self.payments = Some(make);
        self
    }
    /// Needs the queues.
    pub fn queue(mut self, make: Make<dyn Queue>) -> Self {
        self.queue = Some(make);
        self
    }
    /// Needs the mail service.
    pub fn mailer(mut self, make: Make<dyn Mailer>) -> Self {
        self.mailer = Some(make);
        self
    }
    /// Needs the object store.
    pub fn objects(mut self, make: Make<dyn ObjectStore>) -> Self {
        self.objects = Some(make);
        self
    }
    /// Needs the virus scanner.
    pub fn scanner(mut self, make: Make<dyn Scanner>) -> Self {
        self.scanner = Some(make);
        self
    }
    /// Needs pictures of first pages.
    pub fn previewer(mut self, make: Make<dyn Previewer>) -> Self {
        self.previewer = Some(make);
        self
    }
    /// Needs the open WebSocket connections.
    pub fn push(mut self, make: Make<dyn Push>) -> Self {
        self.push = Some(make);
        self
    }

    /// Runs until Lambda ends the process. What cannot start says why and exits with 1.
    pub fn run(self) -> Exit {
        init_tracing();
        match self.start() {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                tracing::error!(error = %error, "could not start");
                ExitCode::FAILURE
            }
        }
    }

    fn start(self) -> Result<(), crate::HandlerError> {
        // One invocation at a time: a single thread is all that a function can use.
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        runtime.block_on(async {
            let app = self.app().await?;
            if let Some(cache) = app.cache() {
                cache.warm().await;
            }
            let invoke = self.function.invoke;
            lambda_runtime::run(service_fn(move |event: LambdaEvent<Value>| {
                invoke(app.clone(), event)
            }))
            .await
        })
    }

    /// Before the first event, while Lambda gives a start more CPU than the function's memory is worth.
    async fn app(&self) -> Result<App, crate::HandlerError> {
        let store = Store::new(
            crate::dynamodb_client()?,
            crate::environment::required("TABLE_NAME")?,
        );
        let warming = async {
            if self.table {
                store.warm().await;
            }
        };
        let (config, ()) = tokio::join!(Config::load(), warming);
        let config = config?;
        let mut builder = App::builder(config.clone(), store);
        if let Some(make) = self.cache {
            builder = builder.cache(make(&config)?);
        }
        if let Some(make) = self.payments {
            builder = builder.payments(make(&config)?);
        }
        if let Some(make) = self.queue {
            builder = builder.queue(make(&config)?);
        }
        if let Some(make) = self.mailer {
            builder = builder.mailer(make(&config)?);
        }
        if let Some(make) = self.objects {
            builder = builder.objects(make(&config)?);
        }
        if let Some(make) = self.scanner {
            builder = builder.scanner(make(&config)?);
        }
        if let Some(make) = self.previewer {
            builder = builder.previewer(make(&config)?);
        }
        if let Some(make) = self.push {
            builder = builder.push(make(&config)?);
        }
        Ok(builder.build())
    }
}
