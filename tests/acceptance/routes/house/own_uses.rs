//! What the centre uses itself, and what the ward wants of it.

use std::sync::atomic::Ordering;

use chrono::{Days, NaiveDate};

use super::House;
use crate::{acts::Form, own_uses, policies};

impl House {
    /// A day of the meeting room that nobody has, as the form sends it.
    pub(in crate::routes) fn own_day(&self) -> Form {
        let number = self.days.fetch_add(1, Ordering::Relaxed);
        let date = NaiveDate::from_ymd_opt(2027, 6, 1).unwrap() + Days::new(number.into());
        Form::new(self.app.fixture.room, "10:00", "12:00")
            .with("date", &date.to_string())
            .with("reason", &self.why.reason)
            .with("programme", &self.why.programme)
            .with("title", "創業塾 第3回")
    }

    /// The centre has it, as reception entered it.
    pub(super) async fn own_use(&self) -> String {
        let form = self.own_day();
        let reception = self.browser(2).await;
        let entered = reception.post("/counter/own-uses", &form.fields()).await;
        assert_eq!(entered.status, 303, "{}", entered.text);
        entered.location.rsplit('/').next().unwrap().to_owned()
    }

    /// What the manager has proposed to carry out beside the plan.
    pub(super) async fn initiative(&self) -> String {
        let manager = self.browser(3).await;
        let path = own_uses::proposed(&manager, "2027", &self.another_name()).await;
        path.rsplit('/').next().unwrap().to_owned()
    }

    /// A policy of the ward, which the manager has or not.
    pub(super) async fn policy(&self, issued: bool) -> String {
        let (ward, field) = (self.browser(4).await, self.another_name());
        let path = if issued {
            policies::issued(&ward, &field).await
        } else {
            policies::drafted(&ward, &field).await
        };
        path.rsplit('/').next().unwrap().to_owned()
    }

    /// A day from which on nobody has set anything.
    pub(super) fn another_day(&self) -> String {
        let number = self.days.fetch_add(1, Ordering::Relaxed);
        let date = NaiveDate::from_ymd_opt(2027, 6, 1).unwrap() + Days::new(number.into());
        date.to_string()
    }

    /// The name of a reason that nobody has given yet.
    pub(super) fn another_name(&self) -> String {
        format!("事由{}", self.days.fetch_add(1, Ordering::Relaxed))
    }
}
