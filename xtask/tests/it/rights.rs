//! The analysis of rights on a source as small as can be: a store with one repository, and one handler at a time.

use std::collections::BTreeSet;
use std::fs;
use xtask::rights::{self, Needs};
use xtask::tree::Tree;

const KEYS: &str = r##"
pub(crate) struct Key { pub(crate) pk: String, pub(crate) sk: String }
pub(crate) fn task(id: TaskId) -> Key { Key { pk: format!("TASK#{id}"), sk: "#TASK".to_owned() } }
pub(crate) fn outbox(id: OutboxId) -> Key { Key { pk: format!("{OUTBOX}{id}"), sk: "OUTBOX".to_owned() } }
pub(crate) fn of(pk: String) -> Key { Key { pk, sk: "X".to_owned() } }
pub(crate) fn tasks_of(client: UserId) -> String { format!("CLIENT#{client}#TASKS") }
pub(crate) const OUTBOX: &str = "OUTBOX#";
pub(crate) const GSI3: &str = "gsi3";
"##;

const STORE: &str = r#"
use crate::keys::Key;
pub struct Store { pub(crate) client: Client, table: String }
pub struct Tasks<'a>(&'a Store);
pub struct TaskRecord { pub id: TaskId }
pub(crate) trait Record { fn key(&self) -> Key; }
impl Record for TaskRecord { fn key(&self) -> Key { keys::task(self.id) } }
pub(crate) struct Query { index: Option<&'static str>, partition: String }
impl Store {
    pub fn tasks(&self) -> Tasks<'_> { Tasks(self) }
    pub(crate) async fn get<T: Record>(&self, key: Key) -> Result<Option<Stored<T>>, StoreError> {
        let output = self.client.get_item().table_name(&*self.table)
            .key("pk", AttributeValue::S(key.pk)).key("sk", AttributeValue::S(key.sk)).send().await?;
        output.item.map(Stored::read).transpose()
    }
    pub(crate) async fn query(&self, query: Query) -> Result<Vec<Item>, StoreError> {
        self.client.query().set_index_name(query.index.map(str::to_owned))
            .expression_attribute_values(":pk", AttributeValue::S(query.partition)).send().await
    }
}
pub(crate) struct Tx { writes: Vec<TransactWriteItem> }
impl Tx {
    pub(crate) fn create<T: Record>(&mut self, record: &T) -> Result<(), StoreError> {
        self.put(item_of(record)?)
    }
    pub(crate) fn job(&mut self, id: OutboxId) -> Result<(), StoreError> { self.put(key_item(keys::outbox(id))) }
    fn put(&mut self, item: Item) -> Result<(), StoreError> {
        let put = Put::builder().set_item(Some(item)).build()?;
        self.writes.push(TransactWriteItem::builder().put(put).build());
        Ok(())
    }
    pub(crate) fn delete(&mut self, key: Key) -> Result<(), StoreError> {
        let delete = Delete::builder().set_key(Some(key_item(key))).build()?;
        self.writes.push(TransactWriteItem::builder().delete(delete).build());
        Ok(())
    }
    pub(crate) async fn commit(self, store: &Store) -> Result<(), StoreError> {
        store.client.transact_write_items().set_transact_items(Some(self.writes)).send().await
    }
}
fn item_of<T: Record>(record: &T) -> Result<Item, StoreError> {
    let mut item: Item = serde_dynamo::to_item(record)?;
    let key = record.key();
    item.insert("pk".to_owned(), AttributeValue::S(key.pk));
    item.insert("gsi3pk".to_owned(), AttributeValue::S(keys::tasks_of(record.client)));
    Ok(item)
}
fn key_item(key: Key) -> Item { HashMap::from([("pk".to_owned(), AttributeValue::S(key.pk))]) }
impl Tasks<'_> {
    pub async fn get(&self, id: TaskId) -> Result<Option<Stored<TaskRecord>>, StoreError> {
        self.0.get(keys::task(id)).await
    }
    pub async fn of_client(&self, client: UserId) -> Result<Vec<Item>, StoreError> {
        self.0.query(Query { index: Some(keys::GSI3), partition: keys::tasks_of(client) }).await
    }
    pub async fn create(&self, task: &TaskRecord, id: OutboxId) -> Result<(), StoreError> {
        let mut tx = Tx { writes: Vec::new() };
        tx.create(task)?;
        tx.job(id)?;
        tx.commit(self.0).await
    }
    pub async fn forget(&self, items: &[Item]) -> Result<(), StoreError> {
        let mut tx = Tx { writes: Vec::new() };
        for item in items { tx.delete(keys::of(text(item, "pk")))?; }
        tx.commit(self.0).await
    }
}
"#;

const RUNTIME: &str = r#"
pub struct App { pub config: Arc<Config>, pub store: Store, objects: Option<Arc<dyn ObjectStore>> }
pub struct Config { pub code_secret: Vec<u8> }
impl App {
    pub fn objects(&self) -> Result<&dyn ObjectStore, ApiError> { self.objects.as_deref().ok_or_else(missing) }
    pub fn code_secret(&self) -> &[u8] { self.config.code_secret.as_slice() }
}
"#;

const MESSAGING: &str = r#"
pub struct Envelope { body: Value }
impl Envelope {
    pub fn new<C: Command>(id: OutboxId, command: &C) -> Result<Self, Error> { Ok(Self { body: to_value(command)? }) }
}
pub struct Message { to: UserId }
impl Command for Message { const KIND: &'static str = "mail"; const QUEUE: QueueName = QueueName::Email; }
pub struct ErasePerson { to: UserId }
command!(ErasePerson = "erase-person", Users, |person| person.to.to_string());
"#;

/// What a handler with this body needs.
fn needs(body: &str) -> Needs {
    let folder = tempfile::tempdir().unwrap();
    let write = |file: &str, text: &str| {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("shared/store/src/keys.rs", KEYS);
    write("shared/store/src/lib.rs", STORE);
    write("shared/runtime/src/lib.rs", RUNTIME);
    write("shared/messaging/src/lib.rs", MESSAGING);
    write(
        "shared/files/src/keys.rs",
        "pub fn upload(id: FileId) -> String { format!(\"uploads/{id}\") }\n",
    );
    let handler = format!(
        "use proconnect_files::keys;\npub const FUNCTION: Function = proconnect_runtime::sqs!(\"tasks\", handle);\n\
         pub async fn handle(app: &App, message: Message) -> Result<(), HandlerError> {{ {body} }}\n\
         fn wrap<C: Command>(command: &C) -> Result<Envelope, HandlerError> {{ Envelope::new(id, command) }}\n\
         async fn help(app: &App, id: TaskId) -> Result<(), HandlerError> {{ app.store.tasks().get(id).await?; Ok(()) }}\n"
    );
    write("functions/tasks/src/worker.rs", &handler);
    let tree = Tree::new(folder.path());
    let declared = xtask::declaration::all(&tree).unwrap();
    rights::needs(&rights::source(&tree).unwrap(), &declared[0]).unwrap()
}

/// The actions with their indexes and partitions, as short as can be.
fn table(body: &str) -> Vec<String> {
    let needs = needs(body);
    assert_eq!(needs.unclear, BTreeSet::new());
    let right = |((action, index), partitions): (&(String, Option<String>), &rights::Partitions)| {
        let index = index.as_deref().unwrap_or("table");
        let begin: Vec<_> = partitions.begin.iter().map(String::as_str).collect();
        format!(
            "{action} {index} {}{}",
            begin.join(" "),
            if partitions.open { "any" } else { "" }
        )
    };
    needs.table.iter().map(right).collect()
}

#[test]
fn reads_a_partition_by_its_key() {
    assert_eq!(
        table("app.store.tasks().get(id).await?; Ok(())"),
        ["GetItem table TASK#"]
    );
    assert_eq!(table("help(app, id).await"), ["GetItem table TASK#"]);
    assert_eq!(
        table("let tasks = app.store.tasks(); for id in ids { tasks.get(id).await?; } Ok(())"),
        ["GetItem table TASK#"]
    );
    assert_eq!(
        table("if late { return Ok(()); } ids.map(|id| app.store.tasks().get(id)); Ok(())"),
        ["GetItem table TASK#"]
    );
}

#[test]
fn asks_an_index_by_its_own_partition() {
    assert_eq!(
        table("app.store.tasks().of_client(id).await?; Ok(())"),
        ["Query gsi3 CLIENT#"]
    );
}

#[test]
fn a_transaction_needs_the_rights_of_its_parts() {
    assert_eq!(
        table("app.store.tasks().create(&task, id).await"),
        ["PutItem table OUTBOX# TASK#"]
    );
}

#[test]
fn what_is_deleted_by_a_key_that_was_read_may_be_anywhere() {
    assert_eq!(
        table("app.store.tasks().forget(&items).await"),
        ["DeleteItem table any"]
    );
}

#[test]
fn tells_settings_and_ports() {
    let needs = needs("app.objects()?.erase(&keys::upload(id)).await?; hash(app.code_secret()); Ok(())");
    assert_eq!(needs.unclear, BTreeSet::new());
    let settings: Vec<_> = needs.settings.iter().map(String::as_str).collect();
    assert_eq!(settings, ["App.config", "App.objects", "Config.code_secret"]);
    let (call, partitions) = needs.ports.iter().next().unwrap();
    assert_eq!((call.0.as_str(), call.1.as_str()), ("ObjectStore", "erase"));
    assert_eq!(partitions.begin, BTreeSet::from(["uploads/".to_owned()]));
}

#[test]
fn tells_which_queues_are_sent_to() {
    let sends = |body: &str| {
        let needs = needs(body);
        let queues = ["Email", "Users"].map(|queue| needs.sends_to(queue));
        (queues, needs.any_queue)
    };
    // By the trait, and by the macro that stands for it; through a function of one's own.
    assert_eq!(
        sends("Envelope::new(id, &Message { to })?; Ok(())"),
        ([true, false], false)
    );
    assert_eq!(
        sends("Envelope::new(id, &ErasePerson { to })?; Ok(())"),
        ([false, true], false)
    );
    assert_eq!(sends("wrap(&Message { to })?; Ok(())"), ([true, false], false));
    // Around what was stored it can be any.
    assert_eq!(
        sends("Envelope::new(id, &stored, cause)?; Ok(())"),
        ([true, true], true)
    );
}

#[test]
fn names_what_it_cannot_follow() {
    for (body, expected) in [
        ("elsewhere::run(app).await", "handle hands to run what acts"),
        (
            "app.vanish().await",
            "handle calls App::vanish, which is not in the source",
        ),
        (
            "app.store.client.shred().send().await",
            "handle calls shred, which is no known call of DynamoDB",
        ),
    ] {
        let unclear = needs(body).unclear;
        assert!(unclear.iter().any(|what| what.ends_with(expected)), "{unclear:?}");
    }
}
