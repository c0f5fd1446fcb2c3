//! The plans of the manager, one a year.

use std::sync::atomic::Ordering;

use super::House;
use crate::plans;

impl House {
    /// A plan of the manager and a programme of it: still an outline, handed in, or approved.
    pub(super) async fn plan(&self, of: &str) -> (String, String) {
        let year = self.years.fetch_add(1, Ordering::Relaxed);
        let (manager, ward) = (self.browser(3).await, self.browser(4).await);
        let path = plans::begun(&manager, &year.to_string()).await;
        plans::written_for(&ward, &manager, &path, year).await;
        if of != "outline" {
            assert_eq!(plans::submit(&manager, &path).await.status, 303);
        }
        if of == "approved" {
            assert_eq!(
                plans::decide(&ward, &path, ["approve", ""]).await.status,
                303
            );
        }
        let programme = plans::programme(&manager, &path).await;
        let last = |path: &str| path.rsplit('/').next().unwrap().to_owned();
        (last(&path), last(&programme))
    }

    /// A year that has no plan yet.
    pub(super) fn another_year(&self) -> String {
        self.years.fetch_add(1, Ordering::Relaxed).to_string()
    }
}
