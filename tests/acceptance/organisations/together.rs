//! After two organisations are one, what either did counts for both: hours, absences, what nobody
//! paid. Before, and for a person's own bookings, it does not.

use bookings::{
    entity::booking_rule::Period,
    rules::{
        Rule,
        terms::{Limit, Measure, Penalty, Term},
    },
    samples,
};
use chrono::TimeDelta;
use organisations::entity::OrganisationId;
use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};

use super::merging::registered;
use crate::{
    acts::{self, Form, made},
    money::bookings::priced,
};

/// Two registered companies that are one, with who acts for each; the second is the double.
struct Doubles {
    app: TestApp,
    members: [Browser; 2],
    companies: [OrganisationId; 2],
}

impl Doubles {
    async fn open(engine: Engine) -> Self {
        let app = TestApp::start(engine).await;
        let members = [app.member("花子").await, app.member("太郎").await];
        let companies = [
            registered(&app, &members[0], &[]).await,
            registered(&app, &members[1], &[("corporate_number", "")]).await,
        ];
        Self {
            app,
            members,
            companies,
        }
    }

    /// The clock goes on; everybody signs in again.
    async fn wait(&mut self, days: i64) {
        self.app.clock.advance(TimeDelta::days(days));
        self.app.run_tasks().await;
        for member in &mut self.members {
            *member = self.app.signed_in(member.person.unwrap()).await;
        }
    }

    async fn books(&self, who: usize, form: &Form) -> Answer {
        let company = self.companies[who].to_string();
        let form = form.clone().with("organisation", &company);
        form.send(&self.members[who]).await
    }

    /// Whether each could book this as its company; nothing is booked.
    async fn may_book(&self, form: &Form) -> [bool; 2] {
        let mut may = [false; 2];
        for (who, may) in may.iter_mut().enumerate() {
            let company = self.companies[who].to_string();
            let form = form.clone().with("organisation", &company);
            let path = "/bookings/confirmation";
            let shown = self.members[who].post(path, &form.fields()).await;
            assert!(matches!(shown.status, 200 | 422), "{}", shown.text);
            *may = shown.status == 200;
        }
        may
    }

    async fn merges(&self) {
        let [into, double] = self.companies.map(|id| id.to_string());
        let path = format!("/counter/organisations/{double}/merge");
        let reception = self.app.staff().await;
        let done = reception.post(&path, &[("into", &into)]).await;
        assert_eq!(done.status, 303, "{}", done.text);
    }

    async fn ends(self) {
        self.app.run_tasks().await;
        self.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_hours_of_both_count_in_one_quota() {
    for engine in Engine::BOTH {
        let doubles = Doubles::open(engine).await;
        let four_hours = Limit {
            most: 4,
            measure: Measure::Hours,
            period: Period::Standing,
        };
        acts::rule(&doubles.app, &samples::rule(Term::Quota(four_hours))).await;
        let on =
            |date, until| Form::new(doubles.app.fixture.desks, "13:00", until).with("date", date);
        made(&doubles.books(0, &on("2026-12-15", "15:00")).await);
        let cancelled = made(&doubles.books(1, &on("2026-12-16", "15:00")).await);
        let (hour, two) = (on("2026-12-17", "14:00"), on("2026-12-17", "15:00"));
        assert_eq!(doubles.may_book(&two).await, [true, true], "{engine:?}");
        doubles.merges().await;
        assert_eq!(doubles.may_book(&hour).await, [false, false], "{engine:?}");
        for (who, member) in doubles.members.iter().enumerate() {
            let refused = doubles.books(who, &hour).await;
            assert_eq!(refused.status, 422, "{engine:?} {}", refused.text);
            // What somebody books for themselves is not the company's.
            let own = member.post("/bookings/confirmation", &hour.fields()).await;
            assert_eq!(own.status, 200, "{}", own.text);
        }
        let path = format!("/bookings/{cancelled}/cancellation");
        assert_eq!(doubles.members[1].post(&path, &[]).await.status, 303);
        assert_eq!(doubles.may_book(&two).await, [true, true], "{engine:?}");
        made(&doubles.books(0, &two).await);
        assert_eq!(doubles.may_book(&hour).await, [false, false], "{engine:?}");
        doubles.ends().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_absence_of_each_is_two_of_the_company() {
    for engine in Engine::BOTH {
        let mut doubles = Doubles::open(engine).await;
        let twice: Rule = samples::rule(Term::NoShow(Penalty {
            times: 2,
            within_months: 12,
            for_months: 3,
            late_days: None,
        }));
        acts::rule(&doubles.app, &twice).await;
        let form = Form::new(doubles.app.fixture.desks, "13:00", "15:00");
        let soon = form.clone().with("date", "2026-12-09");
        let ids = [
            made(&doubles.books(0, &soon).await),
            made(&doubles.books(1, &soon).await),
        ];
        doubles.wait(1).await;
        let staff = doubles.app.staff().await;
        for id in &ids {
            let marked = staff.post(&format!("/bookings/{id}/absence"), &[]).await;
            assert_eq!(marked.status, 303, "{engine:?} {}", marked.text);
        }
        // From the next month on it would count.
        doubles.wait(23).await;
        let later = form.with("date", "2027-02-03");
        assert_eq!(doubles.may_book(&later).await, [true, true], "{engine:?}");
        doubles.merges().await;
        for (who, member) in doubles.members.iter().enumerate() {
            let refused = doubles.books(who, &later).await;
            assert_eq!(refused.status, 422, "{engine:?} {}", refused.text);
            refused.shows("2027年4月1日（木）から予約できます");
            let own = member.post("/bookings/confirmation", &later.fields()).await;
            assert_eq!(own.status, 200, "{}", own.text);
        }
        // The absence of the double is undone: one is left, and that is not enough.
        let staff = doubles.app.staff().await;
        let undo = format!("/bookings/{}/absence/withdrawal", ids[1]);
        assert_eq!(staff.post(&undo, &[]).await.status, 303);
        assert_eq!(doubles.may_book(&later).await, [true, true], "{engine:?}");
        doubles.ends().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_double_let_go_unpaid_is_not_booked_again_by_the_one_that_stays() {
    for engine in Engine::BOTH {
        let mut doubles = Doubles::open(engine).await;
        priced(&doubles.app).await;
        let on = |from, until| {
            let form = Form::new(doubles.app.fixture.room, from, until);
            form.with("date", "2026-12-25")
        };
        let (unpaid, within, beside) = (
            on("13:00", "15:00"),
            on("13:00", "14:00"),
            on("15:00", "16:00"),
        );
        made(&doubles.books(1, &unpaid).await);
        doubles.wait(15).await;
        assert_eq!(doubles.may_book(&within).await, [true, false], "{engine:?}");
        doubles.merges().await;
        assert_eq!(doubles.may_book(&beside).await, [true, true], "{engine:?}");
        for who in [0, 1] {
            let refused = doubles.books(who, &within).await;
            assert_eq!(refused.status, 422, "{engine:?} {}", refused.text);
            refused.shows("期限までにお支払いがなかったため、");
        }
        // Whoever never let it go may have it for themselves.
        made(&within.send(&doubles.members[0]).await);
        doubles.ends().await;
    }
}
