//! The whole embedded cloud, put together.

use crate::cache::{self, Caching};
use crate::clock::MovableClock;
use crate::connections::Sockets;
use crate::mail::{KeptMail, LocalMailer};
use crate::objects::Objects;
use crate::queue::LocalQueue;
use crate::rights::Rights;
use crate::sqlite::Sqlite;
use crate::template::Template;
use crate::{Error, folder, keys, scanner, stripe, table};
use proconnect_domain::{PLATFORM_FEE_BASIS_POINTS, Timestamp};
use proconnect_runtime::{App, Clock, Config};
use proconnect_store::Store;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, Weak};
use stripe_local::StripeLocal;
use tokio::sync::Notify;

/// How it is started.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where state is kept; in memory without one.
    pub data_dir: Option<PathBuf>,
    /// The project's folder: `infra/queues.yaml` and `web/dist`.
    pub root: PathBuf,
    /// Where browsers reach it, without a slash at the end.
    pub public_url: String,
    /// bcrypt's cost.
    pub password_cost: u32,
    /// A real Stripe key (test mode); the stand-in without one.
    pub stripe_key: Option<String>,
    /// The secret of the real webhook endpoint.
    pub stripe_webhook_secret: Option<String>,
    /// clamd: `host:port` or the path of its socket.
    pub clamd: Option<String>,
    /// The program that draws first pages of PDFs, `proconnect-local` itself.
    pub program: PathBuf,
    /// Where rate limits and hot data are kept.
    pub cache: Caching,
}

/// The embedded cloud.
pub struct World {
    /// The application that handlers get.
    pub app: App,
    /// What the template says.
    pub template: Template,
    /// The clock.
    pub clock: Arc<MovableClock>,
    /// The stand-in.
    pub stripe: StripeLocal,
    /// Which virus scanner looks at files, in words.
    pub scanner: String,
    /// Where clamd answers, if one does.
    pub(crate) clamd: Option<String>,
    /// Where rate limits and hot data are kept, in words.
    pub cache: String,
    /// Where the table listens.
    pub table_endpoint: String,
    pub(crate) objects: Objects,
    /// Where the objects of a world without a data directory lie, until it ends.
    _objects_folder: Option<tempfile::TempDir>,
    pub(crate) queue: Arc<LocalQueue>,
    pub(crate) mailer: Arc<LocalMailer>,
    pub(crate) sockets: Arc<Sockets>,
    pub(crate) state: Sqlite,
    pub(crate) database: dynoxide::Database,
    pub(crate) table: aws_sdk_dynamodb::Client,
    pub(crate) wake: Notify,
    /// Held while background work is done, so that a drain sees all of it.
    pub(crate) turn: tokio::sync::Mutex<()>,
    /// Turns of requests.
    pub(crate) requests: tokio::sync::Semaphore,
    /// Written to while the demo marketplace is made: nobody moves the clock meanwhile, and the health check says so.
    pub demo: tokio::sync::RwLock<()>,
    pub(crate) this: Weak<World>,
    calls: Mutex<BTreeMap<String, u64>>,
    pub(crate) root: PathBuf,
}

/// How many requests are worked on at once; more wait for their turn. Each holds a connection to the table, and with hundreds at
/// once on a small machine all of them would get slower until they time out.
const AT_ONCE: usize = 64;

/// Signs the stand-in's webhooks.
const WEBHOOK_SECRET: &str = "whsec_local_stand_in";

/// Who the platform is on its invoices here: nobody who exists.
const PLATFORM_SELLER: &str = "ProConnect Demo Ltd|1 Example Street|Dublin D02 X285|Ireland|tax IE1234567X";

impl World {
    /// Opens everything. Nothing runs in the background yet.
    pub async fn open(options: Options) -> Result<Arc<Self>, Error> {
        let file = |name: &str| options.data_dir.as_ref().map(|directory| directory.join(name));
        if let Some(directory) = &options.data_dir {
            std::fs::create_dir_all(directory)?;
        }
        let template = Template::read(&options.root.join("infra/queues.yaml"))?;
        let rights = Rights::read(&options.root.join("infra/functions"))?;
        let state = Sqlite::open(file(folder::STATE).as_deref())?;
        let clock = Arc::new(MovableClock::open(state.clone())?);
        let table = table::open(file(folder::TABLE).as_deref(), rights).await?;
        let now = Arc::clone(&clock);
        let stripe = StripeLocal::open(stripe_local::Config {
            state: file(folder::STRIPE),
            public_url: format!("{}/_stripe", options.public_url),
            webhook_secrets: vec![WEBHOOK_SECRET.to_owned()],
            now: Arc::new(move || now.now().as_millis().div_euclid(1000)),
            // Set by `make test-cloud`, for whatever test opens a world.
            record: std::env::var_os("STRIPE_LOCAL_RECORD").map(Into::into),
        })?;
        let stripe_origin = stripe::serve_api(&stripe).await?;
        let temporary = options.data_dir.is_none().then(tempfile::tempdir).transpose()?;
        let root = temporary.as_ref().map(|folder| folder.path().to_owned());
        let root = root
            .or_else(|| file(folder::OBJECTS))
            .ok_or("no folder for objects")?;
        let objects = Objects::serve(&root).await?;
        let scanner::Chosen { scanner, text, clamd } = scanner::choose(options.clamd.as_deref()).await;

        let config = config(&options, &state, stripe_origin)?;
        let (cache, cache_text) = cache::choose(&options.cache)?;
        let queue = LocalQueue::new(state.clone(), template.queues.clone(), Arc::clone(&clock) as _);
        queue.release_all()?;
        let queue = Arc::new(queue);
        let mailer = Arc::new(LocalMailer {
            state: state.clone(),
            clock: Arc::clone(&clock) as _,
            queue: Arc::clone(&queue),
            rules: template.mail_rules.clone(),
        });
        let sockets = Arc::new(Sockets::default());
        let mut builder = App::builder(config.clone(), Store::new(table.client.clone(), table::TABLE))
            .clock(Arc::clone(&clock) as _)
            .payments(proconnect_stripe::gateway(&config)?)
            .queue(Arc::clone(&queue) as _)
            .mailer(Arc::clone(&mailer) as _)
            .objects(objects.port(&options.public_url)?)
            .scanner(scanner)
            .previewer(Arc::new(proconnect_preview::Child::new(&options.program)))
            .push(Arc::clone(&sockets) as _);
        if let Some(cache) = cache {
            builder = builder.cache(cache);
        }
        Ok(Arc::new_cyclic(|this| Self {
            app: builder.build(),
            template,
            clock,
            stripe,
            scanner: text,
            cache: cache_text,
            clamd,
            objects,
            _objects_folder: temporary,
            table_endpoint: table.endpoint,
            queue,
            mailer,
            sockets,
            state,
            database: table.database,
            table: table.client,
            wake: Notify::new(),
            turn: tokio::sync::Mutex::default(),
            requests: tokio::sync::Semaphore::new(AT_ONCE),
            demo: tokio::sync::RwLock::default(),
            this: this.clone(),
            calls: Mutex::default(),
            root: options.root,
        }))
    }

    /// Starts the background work.
    pub fn start(self: &Arc<Self>) -> tokio::task::JoinHandle<()> {
        tokio::spawn(Arc::clone(self).run())
    }

    /// The time now.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub(crate) fn count(&self, function: &str) {
        if let Ok(mut calls) = self.calls.lock() {
            *calls.entry(function.to_owned()).or_default() += 1;
        }
    }

    pub(crate) fn calls(&self) -> BTreeMap<String, u64> {
        self.calls.lock().map(|calls| calls.clone()).unwrap_or_default()
    }

    /// How many messages a queue holds.
    pub fn queue_depth(&self, queue: &str) -> Result<u32, Error> {
        let depths = self.queue.depths()?;
        let found = depths.into_iter().find(|(name, _, _)| name == queue);
        Ok(found.ok_or_else(|| format!("no queue {queue}"))?.2)
    }

    /// The mails to somebody, newest first.
    pub fn mails(&self, to: &str) -> Result<Vec<KeptMail>, Error> {
        self.mailer.list(Some(to))
    }
}

fn config(options: &Options, state: &Sqlite, stripe_origin: String) -> Result<Config, Error> {
    let real = options.stripe_key.is_some();
    let signing_key = keys::signing(state, "signing-key")?;
    let evidence_key = keys::signing(state, "evidence-key")?;
    let mut webhook_secrets = vec![WEBHOOK_SECRET.to_owned()];
    if real {
        webhook_secrets = options.stripe_webhook_secret.iter().cloned().collect();
    }
    Ok(Config {
        public_url: options.public_url.clone(),
        cache_url: match &options.cache {
            Caching::Redis(url, _) => Some(url.clone()),
            Caching::Off | Caching::Memory => None,
        },
        socket_url: Some(format!("{}/ws", options.public_url.replacen("http", "ws", 1))),
        fee_basis_points: PLATFORM_FEE_BASIS_POINTS,
        platform_seller: Some(PLATFORM_SELLER.to_owned()),
        password_cost: options.password_cost,
        public_keys: vec![signing_key.public().clone()],
        signing_keys: vec![signing_key],
        ticket_keys: vec![keys::signing(state, "ticket-key")?],
        evidence_public_keys: vec![evidence_key.public().clone()],
        evidence_signing_keys: vec![evidence_key],
        code_secret: keys::secret(state, "code-secret")?.into_bytes(),
        server_timing: true,
        origin_hashes: Vec::new(),
        webhook_secrets,
        stripe_key: Some(
            options
                .stripe_key
                .clone()
                .unwrap_or_else(|| format!("{}key", stripe_local::KEY_PREFIX)),
        ),
        stripe_url: (!real).then_some(stripe_origin),
    })
}
