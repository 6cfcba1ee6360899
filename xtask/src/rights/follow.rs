//! Follows code without running it: every branch, every call into the source, with what is known of each value.

mod bind;
mod calls;
mod control;
mod values;

use super::Needs;
use super::source::{Function, Source};
use super::syntax::{names, parameters};
use super::value::{Closure, Request, Value, of_output, of_owner, of_type};
use bind::typed_as;
use std::collections::HashMap;
use std::rc::Rc;
use syn::{Block, Expr, Member, Stmt};

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

    /// Follows a function with these arguments, and gives back what it returns.
    pub fn call(
        &mut self,
        at: usize,
        this: Option<Value>,
        arguments: Vec<Value>,
        given: Vec<Value>,
    ) -> Value {
        let function = &self.source.functions[at];
        self.note_envelope(function, &arguments);
        let mut frame = Frame {
            function,
            scopes: vec![HashMap::new()],
            bound: HashMap::new(),
            returned: None,
        };
        if let Some(owner) = &function.owner {
            frame
                .bound
                .insert("Self".to_owned(), this.clone().unwrap_or_else(|| of_owner(owner)));
        }
        for (name, value) in parameters(&function.signature.generics).zip(given) {
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

    /// Which queue something is sent to follows from what its envelope is made around.
    fn note_envelope(&mut self, function: &Function, arguments: &[Value]) {
        if function.owner.as_deref() != Some("Envelope") {
            return;
        }
        match function.signature.ident.to_string().as_str() {
            "new" => {
                let command = arguments.get(1).and_then(|command| command.of.as_ref());
                self.needs.envelope(command.and_then(|of| self.source.queue(of)));
            }
            "of_event" => self.needs.envelope(None),
            _ => {}
        }
    }

    /// A parameter of a generic type is of its argument's type: `record: &T`, `stored: &Stored<T>`.
    fn bind_generic(&self, frame: &mut Frame<'_>, of: &syn::Type, argument: &Value) {
        let implied = frame.function.of_impl.iter().flat_map(parameters);
        let all: Vec<String> = parameters(&frame.function.signature.generics)
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
