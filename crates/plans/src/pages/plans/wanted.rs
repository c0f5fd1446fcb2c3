//! Which programmes of a plan are to be shown.

use web::Typed;

use crate::rules::{programme::Programme, whole::Content};

/// The departments that answer for programmes, each once.
pub(super) fn departments(content: &Content) -> Vec<&str> {
    let mut all: Vec<&str> = content
        .programmes
        .iter()
        .flat_map(|(_, one)| {
            let related = one.related_departments.iter().map(String::as_str);
            std::iter::once(one.owner_department.as_str()).chain(related)
        })
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Which programmes are to be shown.
pub(super) struct Wanted<'t> {
    department: &'t str,
    only: &'t str,
}

impl<'t> Wanted<'t> {
    pub(super) fn of(typed: &'t Typed) -> Self {
        Self {
            department: typed.text("department"),
            only: typed.text("only"),
        }
    }

    pub(super) fn fits(&self, one: &Programme) -> bool {
        let mut departments = one
            .related_departments
            .iter()
            .chain([&one.owner_department]);
        let of_department =
            self.department.is_empty() || departments.any(|name| name == self.department);
        of_department
            && match self.only {
                "priority" => one.is_priority,
                "new" => one.is_new,
                _ => true,
            }
    }
}
