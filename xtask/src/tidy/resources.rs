//! How many resources CloudFormation will see. It takes at most 500 in a template, and a function that is moved to another
//! stack later is another function: so the stacks have to have room for all that is planned.

use crate::Result;
use crate::template::{ROOT, Template};
use crate::tree::Tree;

/// Below CloudFormation's 500.
pub const LIMIT: usize = 400;

/// How many functions the whole product will have. Each domain is taken to grow as all do together.
pub const PLANNED: usize = 130;

/// The hand-written template holds what a person decides; everything else has a place of its own.
const LONGEST_ROOT: usize = 400;

/// A stack, and how many resources it has.
pub struct Stack {
    /// Its template.
    pub file: String,
    /// Resources today.
    pub count: usize,
    /// Resources once all functions are there.
    pub planned: usize,
}

pub fn check(tree: &Tree) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for Stack { file, count, planned } in stacks(tree)? {
        if count > LIMIT {
            problems.push(format!("{file}: {count} resources, more than {LIMIT}"));
        } else if planned > LIMIT {
            problems.push(format!(
                "{file}: {count} resources become {planned} with {PLANNED} functions, more than {LIMIT}: divide the domain"
            ));
        }
    }
    let lines = tree.read(ROOT)?.lines().count();
    if lines > LONGEST_ROOT {
        problems.push(format!(
            "{ROOT}: {lines} lines, more than {LONGEST_ROOT}: move some to infra/"
        ));
    }
    Ok(problems)
}

/// Every stack with what it has and will have.
pub fn stacks(tree: &Tree) -> Result<Vec<Stack>> {
    let templates = Template::all(tree)?;
    let functions: usize = templates.iter().map(|(_, template)| functions(template)).sum();
    let stack = |(file, template): (String, Template)| {
        let count = count(&template);
        let grows = file.starts_with("infra/functions/") && functions > 0;
        let planned = if grows {
            (count * PLANNED).div_ceil(functions).max(count)
        } else {
            count
        };
        Stack { file, count, planned }
    };
    Ok(templates.into_iter().map(stack).collect())
}

fn functions(template: &Template) -> usize {
    template.of_type("AWS::Serverless::Function").count()
}

/// A resource is one; SAM's transform makes a role as well for a function that has none.
fn count(template: &Template) -> usize {
    let without_role = template
        .of_type("AWS::Serverless::Function")
        .filter(|(_, properties)| properties["Role"].is_null());
    template.resources().count() + without_role.count()
}
