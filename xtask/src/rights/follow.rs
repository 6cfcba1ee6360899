//! Follows code without running it: every branch, every call into the source, with what is known of each value.

use super::source::{Function, Source};
use super::value::{self, Closure, Request, Value, literal, names, of_output, of_type};
use super::{Needs, calls};
use std::collections::HashMap;
use std::rc::Rc;
use syn::punctuated::Punctuated;
use syn::{Block, Expr, Member, Pat, Stmt, Token};

/// Code that calls itself is followed this deep.
const DEEPEST: usize = 40;

/// One walk from a handler down.
pub struct Follow<'a> {
    pub source: &'a Source,
    pub needs: Needs,
    stack: Vec<usize>,
}

/// The function that is being followed.
pub struct Frame<'a> {
    pub function: &'a Function,
    /// Variables, the innermost block last.
    pub scopes: Vec<HashMap<String, Value>>,
    /// What type parameters stand for.
    pub bound: HashMap<String, Value>,
    returned: Option<Value>,
}

impl Frame<'_> {
    /// Where the code stands: crate, module, file.
    pub fn place(&self) -> (&str, &[String], usize) {
        (&self.function.krate, &self.function.module, self.function.file)
    }

    /// A path in which `Self` has its name.
    pub fn full(&self, path: &[String]) -> Vec<String> {
        let named = |part: &String| match (part.as_str(), &self.function.owner) {
            ("Self", Some(owner)) => owner.clone(),
            _ => part.clone(),
        };
        path.iter().map(named).collect()
    }

    /// Key strings stand in modules of this name alone.
    fn makes_keys(&self) -> bool {
        self.function.module.iter().any(|part| part == "keys")
    }

    /// A variable, to be changed.
    pub fn variable(&mut self, name: &str) -> Option<&mut Value> {
        self.scopes.iter_mut().rev().find_map(|scope| scope.get_mut(name))
    }

    fn set(&mut self, name: String, value: Value) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.insert(name, value);
        }
    }
}

impl<'a> Follow<'a> {
    pub fn new(source: &'a Source) -> Self {
        Self {
            source,
            needs: Needs::default(),
            stack: Vec::new(),
        }
    }

    /// Notes that something cannot be followed.
    pub fn unclear(&mut self, frame: &Frame<'_>, what: &str) {
        let Function {
            krate,
            module,
            signature,
            ..
        } = frame.function;
        self.needs.unclear.insert(format!(
            "{krate}/{}: {} {what}",
            module.join("/"),
            signature.ident
        ));
    }

    /// Follows a function with these arguments, and answers what it returns.
    pub fn call(
        &mut self,
        at: usize,
        this: Option<Value>,
        arguments: Vec<Value>,
        given: Vec<Value>,
    ) -> Value {
        let function = &self.source.functions[at];
        let mut frame = Frame {
            function,
            scopes: vec![HashMap::new()],
            bound: HashMap::new(),
            returned: None,
        };
        if let Some(owner) = &function.owner {
            frame.bound.insert(
                "Self".to_owned(),
                this.clone().unwrap_or_else(|| value::of_owner(owner)),
            );
        }
        for (name, value) in value::parameters(&function.signature.generics).zip(given) {
            frame.bound.insert(name, value);
        }
        let mut arguments = arguments.into_iter();
        for input in &function.signature.inputs {
            match input {
                syn::FnArg::Receiver(_) => {
                    let this = this.clone().or_else(|| arguments.next()).unwrap_or_default();
                    frame.set("self".to_owned(), this);
                }
                syn::FnArg::Typed(typed) => {
                    let argument = arguments.next().unwrap_or_default();
                    self.bind_generic(&mut frame, &typed.ty, &argument);
                    let value = typed_as(of_type(self.source, &typed.ty, &frame.bound), argument);
                    self.bind(&mut frame, &typed.pat, value);
                }
            }
        }
        let declared = of_output(self.source, &function.signature.output, &frame.bound);
        // Called by itself, it does what it does already.
        if self.stack.contains(&at) || self.stack.len() > DEEPEST {
            return declared;
        }
        if super::COSTLY.contains(&function.signature.ident.to_string().as_str()) {
            self.needs.costly = true;
        }
        self.stack.push(at);
        let value = self.block(&mut frame, &function.body);
        self.stack.pop();
        let value = match frame.returned.take() {
            Some(returned) => value.or(returned),
            None => value,
        };
        typed_as(declared, value)
    }

    /// A parameter of a generic type is of its argument's type: `record: &T`, `stored: &Stored<T>`.
    fn bind_generic(&self, frame: &mut Frame<'_>, of: &syn::Type, argument: &Value) {
        let implied = frame.function.of_impl.iter().flat_map(value::parameters);
        let all: Vec<String> = value::parameters(&frame.function.signature.generics)
            .chain(implied)
            .collect();
        let mut probe = HashMap::new();
        for name in &all {
            probe.insert(name.clone(), Value::of(&format!("<{name}>")));
        }
        let found = of_type(self.source, of, &probe).of;
        for name in all {
            if found.as_deref() == Some(&format!("<{name}>"))
                && !frame.bound.contains_key(&name)
                && argument.of.is_some()
            {
                let bare = Value {
                    of: argument.of.clone(),
                    arguments: argument.arguments.clone(),
                    ..Value::default()
                };
                frame.bound.insert(name, bare);
            }
        }
    }

    pub fn block(&mut self, frame: &mut Frame<'_>, block: &Block) -> Value {
        frame.scopes.push(HashMap::new());
        let mut value = Value::default();
        for statement in &block.stmts {
            value = self.statement(frame, statement);
        }
        frame.scopes.pop();
        value
    }

    fn statement(&mut self, frame: &mut Frame<'_>, statement: &Stmt) -> Value {
        match statement {
            Stmt::Local(local) => {
                if let Some(init) = &local.init {
                    let value = self.follow(frame, &init.expr);
                    if let Some((_, diverge)) = &init.diverge {
                        self.follow(frame, diverge);
                    }
                    self.bind(frame, &local.pat, value);
                } else {
                    self.bind(frame, &local.pat, Value::default());
                }
                Value::default()
            }
            Stmt::Expr(expression, None) => self.follow(frame, expression),
            Stmt::Expr(expression, Some(_)) => {
                self.follow(frame, expression);
                Value::default()
            }
            Stmt::Macro(statement) => self.expand(frame, &statement.mac),
            Stmt::Item(_) => Value::default(),
        }
    }

    /// Follows an expression.
    pub fn follow(&mut self, frame: &mut Frame<'_>, expression: &Expr) -> Value {
        match expression {
            Expr::Lit(_) => self.text(frame, expression),
            Expr::Path(path) => {
                let path = frame.full(&names(&path.path));
                self.path(frame, &path)
            }
            Expr::Call(call) => calls::call(self, frame, call),
            Expr::MethodCall(call) => calls::method(self, frame, call),
            Expr::Field(field) => {
                let base = self.follow(frame, &field.base);
                let name = match &field.member {
                    Member::Named(name) => name.to_string(),
                    Member::Unnamed(at) => at.index.to_string(),
                };
                self.field(frame, &base, &name)
            }
            Expr::Struct(made) => self.structure(frame, made),
            Expr::Tuple(tuple) => {
                let parts: Vec<Value> = tuple.elems.iter().map(|part| self.settled(frame, part)).collect();
                let fields = parts
                    .into_iter()
                    .enumerate()
                    .map(|(at, value)| (at.to_string(), value));
                Value {
                    fields: fields.collect(),
                    ..Value::default()
                }
            }
            Expr::Array(array) => self.any_of(frame, array.elems.iter()),
            Expr::Repeat(repeat) => self.follow(frame, &repeat.expr),
            Expr::Reference(inner) => self.follow(frame, &inner.expr),
            Expr::Paren(inner) => self.follow(frame, &inner.expr),
            Expr::Group(inner) => self.follow(frame, &inner.expr),
            Expr::Try(inner) => self.follow(frame, &inner.expr),
            Expr::Await(inner) => self.follow(frame, &inner.base),
            Expr::Unary(inner) => self.follow(frame, &inner.expr),
            Expr::Cast(inner) => self.follow(frame, &inner.expr),
            Expr::Index(inner) => {
                self.follow(frame, &inner.index);
                self.follow(frame, &inner.expr)
            }
            Expr::Async(inner) => self.block(frame, &inner.block),
            Expr::Block(inner) => self.block(frame, &inner.block),
            Expr::Unsafe(inner) => self.block(frame, &inner.block),
            Expr::Closure(code) => {
                let closure = Closure {
                    code: code.clone(),
                    scopes: frame.scopes.clone(),
                };
                Value {
                    closure: Some(Rc::new(closure)),
                    ..Value::default()
                }
            }
            Expr::Macro(inner) => self.expand(frame, &inner.mac),
            _ => self.control(frame, expression),
        }
    }

    /// Branches and loops: all of them are taken.
    fn control(&mut self, frame: &mut Frame<'_>, expression: &Expr) -> Value {
        match expression {
            Expr::If(choice) => {
                frame.scopes.push(HashMap::new());
                self.follow(frame, &choice.cond);
                let mut value = self.block(frame, &choice.then_branch);
                frame.scopes.pop();
                if let Some((_, other)) = &choice.else_branch {
                    value = value.or(self.follow(frame, other));
                }
                value
            }
            Expr::Match(choice) => {
                let matched = self.follow(frame, &choice.expr);
                let mut value = Value::default();
                for arm in &choice.arms {
                    frame.scopes.push(HashMap::new());
                    self.bind(frame, &arm.pat, matched.clone());
                    value = value.or(self.follow(frame, &arm.body));
                    frame.scopes.pop();
                }
                value
            }
            Expr::Let(condition) => {
                let value = self.follow(frame, &condition.expr);
                self.bind(frame, &condition.pat, value);
                Value::default()
            }
            Expr::ForLoop(each) => {
                let value = self.follow(frame, &each.expr);
                frame.scopes.push(HashMap::new());
                self.bind(frame, &each.pat, value);
                // Twice, since what one round leaves in a variable the next one finds.
                self.block(frame, &each.body);
                self.block(frame, &each.body);
                frame.scopes.pop();
                Value::default()
            }
            Expr::While(each) => {
                frame.scopes.push(HashMap::new());
                self.follow(frame, &each.cond);
                self.block(frame, &each.body);
                self.block(frame, &each.body);
                frame.scopes.pop();
                Value::default()
            }
            Expr::Loop(each) => {
                self.block(frame, &each.body);
                self.block(frame, &each.body)
            }
            Expr::Return(inner) => {
                let value = inner
                    .expr
                    .as_ref()
                    .map(|expression| self.follow(frame, expression));
                let value = value.unwrap_or_default();
                frame.returned = Some(frame.returned.take().unwrap_or_default().or(value));
                Value::default()
            }
            Expr::Break(inner) => inner
                .expr
                .as_ref()
                .map(|expression| self.follow(frame, expression))
                .unwrap_or_default(),
            Expr::Assign(assign) => {
                let value = self.settled(frame, &assign.right);
                if let Expr::Path(path) = &*assign.left
                    && let Some(variable) = value::last(&path.path).and_then(|name| frame.variable(&name))
                {
                    *variable = std::mem::take(variable).or(value);
                } else {
                    self.follow(frame, &assign.left);
                }
                Value::default()
            }
            Expr::Binary(two) => {
                let left = self.settled(frame, &two.left);
                let right = self.settled(frame, &two.right);
                Value::default().with_keys(&left).with_keys(&right)
            }
            Expr::Range(range) => {
                for end in range.start.iter().chain(&range.end) {
                    self.follow(frame, end);
                }
                Value::default()
            }
            Expr::Continue(_) | Expr::Infer(_) => Value::default(),
            _ => {
                self.unclear(frame, "has an expression that is not followed");
                Value::default()
            }
        }
    }

    fn text(&self, frame: &Frame<'_>, expression: &Expr) -> Value {
        let Some(text) = literal(expression) else {
            return Value::default();
        };
        let keys = frame.makes_keys().then(|| text.clone());
        Value {
            keys: keys.into_iter().collect(),
            words: [text].into(),
            ..Value::of("str")
        }
    }

    fn path(&mut self, frame: &mut Frame<'_>, path: &[String]) -> Value {
        if let [name] = path
            && let Some(value) = frame.variable(name)
        {
            return value.clone();
        }
        if let Some(constant) = self.source.constant(path, frame.place()) {
            let keys = constant.module.iter().any(|part| part == "keys");
            return match literal(&constant.value) {
                Some(text) => Value {
                    keys: keys.then(|| text.clone()).into_iter().collect(),
                    words: [text].into(),
                    ..Value::of("str")
                },
                None => Value::default(),
            };
        }
        let function = self.source.function(path, frame.place());
        match path {
            [.., owner, _]
                if function.is_none() && owner.starts_with(|first: char| first.is_ascii_uppercase()) =>
            {
                Value::of(owner)
            }
            _ => Value {
                function,
                ..Value::default()
            },
        }
    }

    /// A part of a value: of a struct by its declaration.
    pub fn field(&mut self, frame: &Frame<'_>, base: &Value, name: &str) -> Value {
        if let Some(of) = &base.of {
            self.needs.field(of, name);
        }
        if let Some(part) = base.field(name) {
            return part;
        }
        let declared = base
            .of
            .as_ref()
            .and_then(|of| self.source.structure(of, &frame.function.krate));
        let Some(declared) = declared else {
            return Value::default();
        };
        let bound = declared
            .parameters
            .iter()
            .cloned()
            .zip(base.arguments.iter().cloned())
            .collect();
        match declared.fields.get(name) {
            Some(of) => of_type(self.source, of, &bound),
            None => Value::default(),
        }
    }

    fn structure(&mut self, frame: &mut Frame<'_>, made: &syn::ExprStruct) -> Value {
        let mut value = Value {
            of: value::last(&made.path),
            ..Value::default()
        };
        if value.of.as_deref() == Some("Self") {
            value.of.clone_from(&frame.function.owner);
        }
        if let Some(rest) = &made.rest {
            value.fields = self.follow(frame, rest).fields;
        }
        for field in &made.fields {
            if let Member::Named(name) = &field.member {
                let part = self.settled(frame, &field.expr);
                value.fields.insert(name.to_string(), part);
            }
        }
        // A key is its partition; one that is made of something unknown may be anywhere.
        if value.of.as_deref() == Some("Key") {
            let partition = value.fields.get("pk").cloned().unwrap_or_default();
            value.open = partition.all_keys().is_empty();
            value.fields.retain(|name, _| name == "pk");
        }
        value
    }

    fn any_of<'e>(&mut self, frame: &mut Frame<'_>, parts: impl Iterator<Item = &'e Expr>) -> Value {
        let mut value = Value::default();
        for part in parts {
            value = value.or(self.settled(frame, part));
        }
        value
    }

    /// Follows an expression; a closure that nobody is seen to call is called here.
    pub fn settled(&mut self, frame: &mut Frame<'_>, expression: &Expr) -> Value {
        let value = self.follow(frame, expression);
        self.settle(frame, value, &[])
    }

    /// Calls a closure or a function that was handed on; any other value stays as it is.
    pub fn settle(&mut self, frame: &mut Frame<'_>, value: Value, given: &[Value]) -> Value {
        if let Some(closure) = value.closure {
            let mut inner = Frame {
                function: frame.function,
                scopes: closure.scopes.clone(),
                bound: frame.bound.clone(),
                returned: None,
            };
            inner.scopes.push(HashMap::new());
            for (at, pattern) in closure.code.inputs.iter().enumerate() {
                self.bind(&mut inner, pattern, given.get(at).cloned().unwrap_or_default());
            }
            return self.follow(&mut inner, &closure.code.body);
        }
        match value.function {
            Some(at) => self.call(at, None, given.to_vec(), Vec::new()),
            None => value,
        }
    }

    /// What is known of a macro: its arguments, if they are expressions.
    fn expand(&mut self, frame: &mut Frame<'_>, call: &syn::Macro) -> Value {
        let name = value::last(&call.path).unwrap_or_default();
        let parsed = call.parse_body_with(Punctuated::<Expr, Token![,]>::parse_terminated);
        let Ok(arguments) = parsed else {
            let hides = call.tokens.clone().into_iter().any(|token| {
                let name = token.to_string();
                frame.variable(&name).is_some_and(|value| calls::is_means(value))
            });
            if hides {
                self.unclear(frame, &format!("hands on to {name}! what acts"));
            }
            return Value::default();
        };
        match (name.as_str(), arguments.first().and_then(literal)) {
            ("format", Some(text)) if frame.makes_keys() => self.formatted(frame, &text),
            _ => self.any_of(frame, arguments.iter()),
        }
    }

    /// The beginning of a formatted key: what stands before the first value, after the constants that it begins with.
    fn formatted(&mut self, frame: &mut Frame<'_>, text: &str) -> Value {
        let mut key = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            key.push_str(before);
            let (name, behind) = after.split_once('}').unwrap_or((after, ""));
            let constant = self.source.constant(&[name.to_owned()], frame.place());
            let Some(text) = constant.and_then(|constant| literal(&constant.value)) else {
                return Value {
                    open: key.is_empty(),
                    keys: prefix(key),
                    ..Value::of("str")
                };
            };
            key.push_str(&text);
            rest = behind;
        }
        Value {
            keys: prefix(key + rest),
            ..Value::of("str")
        }
    }

    /// Gives the names of a pattern their parts of a value.
    pub fn bind(&mut self, frame: &mut Frame<'_>, pattern: &Pat, value: Value) {
        match pattern {
            Pat::Ident(name) => frame.set(name.ident.to_string(), value),
            Pat::Type(typed) => {
                let declared = of_type(self.source, &typed.ty, &frame.bound);
                self.bind(frame, &typed.pat, typed_as(declared, value));
            }
            Pat::Tuple(tuple) => {
                for (at, pattern) in tuple.elems.iter().enumerate() {
                    let part = self.field(frame, &value, &at.to_string());
                    self.bind(frame, pattern, part);
                }
            }
            Pat::TupleStruct(tuple) => {
                let name = value::last(&tuple.path).unwrap_or_default();
                for (at, pattern) in tuple.elems.iter().enumerate() {
                    let part = match name.as_str() {
                        "Some" | "Ok" => value.clone(),
                        name if value.of.as_deref() == Some(name) => {
                            self.field(frame, &value, &at.to_string())
                        }
                        _ => Value::default(),
                    };
                    self.bind(frame, pattern, part);
                }
            }
            Pat::Struct(fields) => {
                for field in &fields.fields {
                    if let Member::Named(name) = &field.member {
                        let part = self.field(frame, &value, &name.to_string());
                        self.bind(frame, &field.pat, part);
                    }
                }
            }
            Pat::Reference(inner) => self.bind(frame, &inner.pat, value),
            Pat::Paren(inner) => self.bind(frame, &inner.pat, value),
            Pat::Guard(inner) => {
                self.bind(frame, &inner.pat, value);
                self.follow(frame, &inner.guard);
            }
            Pat::Or(either) => either
                .cases
                .iter()
                .for_each(|case| self.bind(frame, case, value.clone())),
            Pat::Slice(slice) => slice
                .elems
                .iter()
                .for_each(|each| self.bind(frame, each, value.clone())),
            _ => {}
        }
    }
}

fn prefix(key: String) -> std::collections::BTreeSet<String> {
    (!key.is_empty()).then_some(key).into_iter().collect()
}

/// A value of a declared type: the declaration says what it is, the value what it holds.
fn typed_as(declared: Value, value: Value) -> Value {
    let concrete = declared.of.is_some() && !is_bound(declared.of.as_deref());
    if concrete {
        return Value {
            of: declared.of,
            arguments: declared.arguments,
            ..value
        };
    }
    if declared.fields.is_empty() {
        return value;
    }
    let mut value = value;
    for (name, field) in declared.fields {
        let mine = value.fields.remove(&name).unwrap_or_default();
        value.fields.insert(name, typed_as(field, mine));
    }
    value
}

/// Traits that say nothing of what a value holds.
fn is_bound(of: Option<&str>) -> bool {
    matches!(
        of,
        Some(
            "Into"
                | "AsRef"
                | "Fn"
                | "FnMut"
                | "FnOnce"
                | "Iterator"
                | "IntoIterator"
                | "Future"
                | "ToString"
                | "Sized"
                | "Copy"
                | "Clone"
                | "Record"
        )
    )
}

/// A call of DynamoDB that has begun.
pub fn request(action: &'static str) -> Value {
    Value {
        request: Some(Request {
            action,
            indexes: Default::default(),
        }),
        ..Value::default()
    }
}
