//! What each call may cost, as `tests/it/budget` holds it to: `budget.check("tasks-get", "task and bid", (1, 0, 2), …)`.

use crate::Result;
use crate::name::Name;
use crate::tree::Tree;
use syn::visit::{self, Visit};
use syn::{Expr, ExprMethodCall, Lit};

/// Where the budgets stand, one file for each domain.
pub const FOLDER: &str = "tests/it/budget";

/// A row: what a call costs at most.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cost {
    /// The function.
    pub name: Name,
    /// What is read and written, in words.
    pub pattern: String,
    /// Round trips that read.
    pub reads: u32,
    /// Round trips that write.
    pub writes: u32,
    /// Units at most.
    pub units: u32,
}

/// Every row, by name.
pub fn all(tree: &Tree) -> Result<Vec<Cost>> {
    let mut found = Found::default();
    for file in tree.files(FOLDER, &[".rs"])? {
        let source = syn::parse_file(&tree.read(&file)?).map_err(|error| format!("{file}: {error}"))?;
        found.visit_file(&source);
        if let Some(name) = &found.unclear {
            return Err(
                format!("{file}: the budget of {name} is no pattern and (reads, writes, units)").into(),
            );
        }
    }
    found.costs.sort();
    if let Some(twice) = found.costs.windows(2).find(|pair| pair[0].name == pair[1].name) {
        return Err(format!(
            "{FOLDER}: {} has two budgets; `again` holds another call to the first",
            twice[0].name
        )
        .into());
    }
    Ok(found.costs)
}

#[derive(Default)]
struct Found {
    costs: Vec<Cost>,
    unclear: Option<Name>,
}

impl<'a> Visit<'a> for Found {
    fn visit_expr_method_call(&mut self, call: &'a ExprMethodCall) {
        let mut arguments = call.args.iter();
        let name = arguments.next().and_then(text).as_deref().and_then(Name::parse);
        match (call.method.to_string().as_str(), name) {
            ("check", Some(name)) => match cost(&name, arguments) {
                Some(cost) => self.costs.push(cost),
                None => self.unclear = Some(name),
            },
            ("closed", Some(name)) => self.costs.push(Cost {
                name,
                pattern: "closed until it has rules of its own".to_owned(),
                reads: 0,
                writes: 0,
                units: 0,
            }),
            _ => {}
        }
        visit::visit_expr_method_call(self, call);
    }
}

fn cost<'a>(name: &Name, mut arguments: impl Iterator<Item = &'a Expr>) -> Option<Cost> {
    let pattern = text(arguments.next()?)?;
    let Expr::Tuple(numbers) = arguments.next()? else {
        return None;
    };
    let numbers: Option<Vec<u32>> = numbers.elems.iter().map(number).collect();
    match numbers?.as_slice() {
        &[reads, writes, units] => Some(Cost {
            name: name.clone(),
            pattern,
            reads,
            writes,
            units,
        }),
        _ => None,
    }
}

fn text(expression: &Expr) -> Option<String> {
    crate::rights::literal(expression)
}

fn number(expression: &Expr) -> Option<u32> {
    match expression {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Int(number) => number.base10_parse().ok(),
            _ => None,
        },
        _ => None,
    }
}
