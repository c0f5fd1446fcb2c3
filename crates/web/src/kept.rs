//! What was read from tables that seldom change, kept while its version stands.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

type Value = Arc<dyn Any + Send + Sync>;

/// One value of each type, with the version it was read at. The version is a number in the
/// database that grows with every change, so that any number of nodes see a change at once.
#[derive(Clone, Debug, Default)]
pub struct Kept(Arc<RwLock<HashMap<TypeId, (i64, Value)>>>);

impl Kept {
    /// The value, if it is of this version.
    pub fn at<T: Any + Send + Sync>(&self, version: i64) -> Option<Arc<T>> {
        let values = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let (_, value) = values
            .get(&TypeId::of::<T>())
            .filter(|(kept, _)| *kept == version)?;
        Arc::clone(value).downcast().ok()
    }

    /// Keeps a value read after its version was; one that is newer already stays.
    pub fn keep<T: Any + Send + Sync>(&self, version: i64, value: T) -> Arc<T> {
        let value = Arc::new(value);
        let mut values = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let newer = values
            .get(&TypeId::of::<T>())
            .is_some_and(|(kept, _)| *kept > version);
        if !newer {
            let kept: Value = Arc::<T>::clone(&value);
            values.insert(TypeId::of::<T>(), (version, kept));
        }
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_there_at_its_version_only_and_the_newest_stays() {
        let kept = Kept::default();
        assert_eq!(kept.at::<&str>(1), None);
        assert_eq!(*kept.keep(2, "two"), "two");
        assert_eq!(kept.at(2), Some(Arc::new("two")));
        assert_eq!(kept.at::<&str>(3), None);
        assert_eq!(*kept.keep(1, "one"), "one");
        assert_eq!(kept.at(2), Some(Arc::new("two")));
    }
}
