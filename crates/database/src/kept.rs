//! What was read from tables that seldom change, kept while its version stands.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

type Values = HashMap<TypeId, (i64, Arc<dyn Any + Send + Sync>)>;

/// One value of each type, with the version it was read at. The version is a number in the
/// database that grows with every change, so that any number of nodes see a change at once.
#[derive(Clone, Debug, Default)]
pub struct Kept(Arc<RwLock<Values>>, Option<Box<Self>>);

impl Kept {
    /// The same with room of its own: what is read in a work that may yet be undone goes no further.
    #[must_use]
    pub fn within(&self) -> Self {
        Self(Arc::default(), Some(Box::new(self.clone())))
    }

    /// The value, if it is of this version.
    pub fn at<T: Any + Send + Sync>(&self, version: i64) -> Option<Arc<T>> {
        let values = self.0.read().unwrap_or_else(PoisonError::into_inner);
        match values.get(&TypeId::of::<T>()) {
            Some((kept, value)) if *kept == version => Arc::clone(value).downcast().ok(),
            _ => self.1.as_ref()?.at(version),
        }
    }

    /// Keeps a value read after its version was.
    pub fn keep<T: Any + Send + Sync>(&self, version: i64, value: T) -> Arc<T> {
        let value = Arc::new(value);
        let mut values = self.0.write().unwrap_or_else(PoisonError::into_inner);
        values.insert(TypeId::of::<T>(), (version, Arc::<T>::clone(&value)));
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_there_at_its_version_only_and_a_work_keeps_its_own() {
        let kept = Kept::default();
        assert_eq!(kept.at::<&str>(1), None);
        assert_eq!(*kept.keep(2, "two"), "two");
        assert_eq!(kept.at(2), Some(Arc::new("two")));
        assert_eq!(kept.at::<&str>(3), None);
        let work = kept.within();
        assert_eq!(work.at(2), Some(Arc::new("two")));
        work.keep(3, "undone");
        assert_eq!(work.at(3), Some(Arc::new("undone")));
        assert_eq!(kept.at::<&str>(3), None);
    }
}
