//! What the ward and the manager keep together.

use super::House;
use crate::{acts::Form, coordination, council};

impl House {
    /// The last piece of the address of something new of that sort.
    pub(super) async fn shared(&self, of: &str) -> String {
        let manager = self.browser(3).await;
        let path = match of {
            "agency" => coordination::agency(&manager, &self.another_name()).await,
            "agreement" => coordination::agreement(&manager, &self.agency).await,
            "entry" => coordination::entry(&manager, &self.agency).await,
            _ => {
                let entry = coordination::entry(&manager, &self.agency).await;
                coordination::action(&manager, &entry, "ward", "2026-12-20").await
            }
        };
        coordination::id(&path).to_owned()
    }

    /// The last piece of the address of a council, of a seat in it, or of an opinion.
    pub(super) async fn council_part(&self, of: &str) -> String {
        let manager = self.browser(3).await;
        let council = council::council(&manager, &self.another_name()).await;
        let path = match of {
            "council" => council,
            "seat" => council::seat(&manager, &council).await,
            _ => {
                let meeting = council::meeting(&manager, &council).await;
                council::opinion(&manager, &meeting).await
            }
        };
        coordination::id(&path).to_owned()
    }

    /// A meeting of a council, and a paper of it.
    pub(super) async fn council_meeting(&self) -> (String, String) {
        let manager = self.browser(3).await;
        let council = council::council(&manager, &self.another_name()).await;
        let meeting = council::meeting(&manager, &council).await;
        let paper = council::paper(&manager, &meeting).await;
        let last = |path: &str| coordination::id(path).to_owned();
        (last(&meeting), last(&paper))
    }

    /// Right fields for the forms of what they keep together; those of the others as they were.
    pub(super) fn shared_fields(&self, route: &str, form: Form) -> Form {
        let agency = coordination::id(&self.agency);
        let first = route.split('/').nth(1).unwrap_or_default();
        if matches!(first, "surveys" | "answers") {
            return form.with("act", "more").with("answer-1", "5");
        }
        let form = match first {
            "agencies" | "agreements" | "coordination" | "actions" | "councils"
            | "council-members" | "council-meetings" | "opinions" => form.with("edition", "1"),
            _ => return form,
        };
        match first {
            "councils" | "council-members" | "council-meetings" | "opinions" => form
                .with("name", &self.another_name())
                .with("purpose", "話し合う。")
                .with("seat", "member")
                .with("valid_from", "2026-04-01")
                .with("number", "2")
                .with("held_on", "2026-12-01")
                .with("starts_at", "14:00")
                .with("ends_at", "16:00")
                .with("place", "会議室A")
                .with("agenda", "開会")
                .with("minutes", "話し合った。")
                .with("correction", "日付が違う。")
                .with("said_by", "委員")
                .with("body", "意見")
                .with("outcome", "adopted")
                .with("reply", "反映した。")
                .with("replied_on", "2026-12-08"),
            "agencies" => form
                .with("name", &self.another_name())
                .with("sort", "other")
                .with("in_use", "on"),
            "agreements" => form
                .with("agency", agency)
                .with("about", "相談会を共に開く。")
                .with("signed_on", "2026-03-01")
                .with("valid_from", "2026-04-01")
                .with("valid_until", "2027-03-31")
                .with("notice_days", "60")
                .with("ended_on", "2026-12-31")
                .with("ended_why", "統合のため"),
            _ => form
                .with("held_on", "2026-12-08")
                .with("agencies", agency)
                .with("took_part", "館長")
                .with("subject", "相談会")
                .with("discussed", "日程")
                .with("what", "会場を押さえる")
                .with("side", "ward")
                .with("who", "係")
                .with("due_on", "2026-12-20")
                .with("done_on", "2026-12-08"),
        }
    }
}
