//! Right fields for every form.

use tests::PASSWORD;

use super::House;
use crate::{acts::Form, money};

impl House {
    /// A desk this evening: there are enough for everyone.
    pub(in crate::routes) fn form(&self) -> Form {
        Form::new(self.desks, "19:00", "20:00")
            .with("date", "2026-12-08")
            .with("version", "1")
    }

    /// What many forms ask for.
    fn known(&self) -> Form {
        let names = [
            ("family_name", "実例"),
            ("given_name", "よしお"),
            ("family_kana", "ジツレイ"),
            ("given_kana", "ヨシオ"),
            ("name", "集計"),
            ("scope", "read"),
            ("current", PASSWORD),
        ];
        let mut form = self.form();
        for (name, value) in names {
            form = form.with(name, value);
        }
        form
    }

    /// Right fields for every form.
    pub(in crate::routes) fn fields(&self, route: &str) -> Form {
        let form = self.shared_fields(route, self.known());
        match route {
            "/counter/bills/{id}/reduction" => form
                .with("percent", "50")
                .with("reason", "区の後援する催しのため")
                .with("way", "approval")
                .with("seen", "1000"),
            "/counter/reductions/proposals/{id}/decision"
            | "/plans/{id}/decision"
            | "/plans/initiatives/{id}/decision" => form.with("decision", "approve"),
            "/plans/initiatives" => form
                .with("year", "2027")
                .with("name", &self.another_name())
                .with("summary", "月に一度。"),
            "/counter/payments/{id}/refund" | "/counter/payments/{id}/refund/confirmation" => form
                .with("amount", "100")
                .with("method", "cash")
                .with("reason", "取り消しのため")
                .with("left", "1000"),
            "/counter/fees/terms" => money::TERMS
                .iter()
                .fold(form, |form, (name, value)| form.with(name, value)),
            "/counter/tariffs/{id}/confirmation" | "/counter/tariffs/{id}/rates" => form
                .with("unit", "use")
                .with("amount", "400")
                .with("tax", "standard")
                .with("valid_from", "2026-12-08"),
            "/counter/reductions" => form
                .with("percent", "50")
                .with("criteria", "手帳を確かめる")
                .with("valid_from", "2026-12-08"),
            "/approvals/terms" => form
                .with("days", "10")
                .with("remind", "2")
                .with("source", "協定書第12条")
                .with("valid_from", &self.another_day()),
            "/policies" => form
                .with("year", "2027")
                .with("field", &self.another_name())
                .with("body", "窓口を一つにする。")
                .with("valid_from", "2027-04-01"),
            "/policies/{id}" | "/policies/{id}/submission" => form
                .with("edition", "1")
                .with("body", "窓口を一つにする。")
                .with("valid_from", "2027-04-01"),
            "/policies/{id}/withdrawal" => form.with("seen", "1"),
            "/policies/{id}/decision" => form.with("seen", "1").with("decision", "approve"),
            "/plans" => form
                .with("kind", "annual")
                .with("first", &self.another_year()),
            "/mypage/password" => form.with("password", PASSWORD),
            "/mypage/second-factor" => form.with("act", "set_up"),
            "/sign-in" => form
                .with("email", "nobody@demo.example")
                .with("password", "x"),
            "/bookings/{id}/papers" => form.with("kind", "permit"),
            "/counter/people/new" => form.with("seen", "yes"),
            "/counter/closures" | "/counter/closures/confirmation" => form
                .with("kind", "once")
                .with("first", "2026-12-25")
                .with("reason", "館内清掃"),
            "/counter/applications/{id}/review" => form
                .with("decision", "return")
                .with("answer", "書類を添えてください。"),
            "/counter/organisations/{id}/representatives" => {
                form.with("person", &self.stranger.to_string())
            }
            "/counter/closures/{id}/end" => form.with("from", "2026-12-22"),
            "/counter/own-uses" | "/counter/own-uses/confirmation" => self.own_day(),
            "/counter/own-use-reasons" => form.with("from", "2026-12-08"),
            "/counter/reductions/{id}/end" | "/counter/own-use-reasons/{id}/end" => {
                form.with("last", "2026-12-31")
            }
            "/counter/rules" | "/counter/rules/confirmation" => form
                .with("kind", "run")
                .with("amount", "31")
                .with("source", "施行規則第7条")
                .with("since", "2026-12-08"),
            "/counter/rules/{id}/end" => form.with("last", "2026-12-08"),
            "/counter/requests/{id}/approval" | "/counter/requests/{id}/refusal" => {
                form.with("seen", "1").with("ground", "purpose")
            }
            "/counter/absences/warnings" => {
                form.with("on", "2026-12-08").with("warning", "大雨警報")
            }
            "/series" => form.with("rhythm", "weekly").with("times", "1"),
            "/series/{id}/change" | "/series/{id}/change/confirmation" => form.with("seen", "1.1"),
            _ => form.with("email", "somebody@demo.example"),
        }
    }
}
