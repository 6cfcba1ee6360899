//! Branches and loops.

use super::{Follow, Frame};
use crate::rights::syntax::last;
use crate::rights::value::Value;
use std::collections::HashMap;
use syn::Expr;

impl Follow<'_> {
    /// Branches and loops: all of them are taken.
    pub(super) fn control(&mut self, frame: &mut Frame<'_>, expression: &Expr) -> Value {
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
                    && let Some(variable) = last(&path.path).and_then(|name| frame.variable(&name))
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
}
