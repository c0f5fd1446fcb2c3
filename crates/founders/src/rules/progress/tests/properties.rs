//! What holds for every plan and every list of sessions.

use chrono::Days;
use proptest::{collection::vec, prelude::*, sample::select, sample::subsequence};

use crate::rules::{tests::*, *};

fn date(after: u64) -> chrono::NaiveDate {
    day("2026-01-01") + Days::new(after)
}

prop_compose! {
    fn attendance()(
        after in 0_u64..150,
        programme in select(vec!["juku", "consultations", "elsewhere"]),
        course in select(vec!["spring", "autumn"]),
        session in 0_u8..12,
        taught in subsequence(Area::ALL.to_vec(), 0..=4),
        kind in select(vec![Kind::Attended, Kind::Attended, Kind::Late, Kind::Video, Kind::Absent, Kind::Booked]),
    ) -> Attendance {
        let ends = date(if course == "spring" { 80 } else { 150 });
        Attendance {
            day: date(after),
            programme: programme.to_owned(),
            course: (programme == "juku").then(|| Course { code: course.to_owned(), ends }),
            session: session.to_string(),
            areas: taught.into_iter().collect(),
            kind,
            provider: "centre".to_owned(),
        }
    }
}

prop_compose! {
    fn asked()(
        least_sessions in 0_u32..5,
        distinct_by in select(vec![DistinctBy::Day, DistinctBy::Session]),
        month_rule in select(vec![
            None,
            Some(MonthRule::CalendarMonths(1)),
            Some(MonthRule::Days(30)),
            Some(MonthRule::CalendarMonthsLessADay(1)),
        ]),
        window in select(vec![Window::Open, Window::Course, Window::Months(1), Window::Months(3)]),
        (late, left_early, online, video) in any::<(bool, bool, bool, bool)>(),
        wanted in subsequence(Area::ALL.to_vec(), 0..=4),
        shared in proptest::option::of(select(Area::ALL.to_vec())),
        of_course in proptest::option::of(1_u32..4),
    ) -> Requirement {
        Requirement {
            least_sessions,
            distinct_by,
            month_rule,
            window,
            countable: Countable { late, left_early, online, video },
            areas: wanted.into_iter().collect(),
            area_shares: shared.into_iter().map(|area| AreaShare { area, percent: 50, of: 3 }).collect(),
            of_course: of_course.map(|least| OfCourse { least, of: 5 }),
        }
    }
}

prop_compose! {
    /// Two versions, the second with the consultations; the first may end.
    fn plans()(
        first in asked(),
        second in vec(asked(), 0..3),
        amended in 0_u64..150,
        ended in proptest::option::of(0_u64..150),
    ) -> Scheme {
        let offers = |programmes: &[&str]| -> Vec<Offer> {
            programmes.iter().map(|one| offer(one, "2026-01-01")).collect()
        };
        let mut before = version("2026-01-01", vec![support("0", offers(&["juku"]), first)]);
        before.in_force.until = ended.map(date);
        let supports = second.into_iter().enumerate();
        let supports = supports.map(|(place, asked)| {
            support(&place.to_string(), offers(&["juku", "consultations"]), asked)
        });
        let mut after = version("2026-01-01", supports.collect());
        after.in_force.from = date(amended);
        after.in_force.until = Some(date(amended + 60));
        Scheme { versions: vec![after, before] }
    }
}

prop_compose! {
    fn who()(standing in select(Standing::ALL.to_vec()), after in 0_u64..400) -> Founder {
        let since = if standing.plans() { day("2026-01-01") } else { day("2020-12-01") };
        Founder { standing, day: since + Days::new(after) }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_further_session_never_takes_anything_away(
        scheme in plans(),
        came in vec(attendance(), 0..14),
        further in attendance(),
        who in who(),
        after in 0_u64..200,
    ) {
        let rows = eligibility();
        let before = progress(&scheme, &came, who, &rows, date(after));
        let more: Vec<Attendance> = came.into_iter().chain([further]).collect();
        let with = progress(&scheme, &more, who, &rows, date(after));
        prop_assert!(with.met || !before.met);
        let earlier = |with: Option<_>, before: Option<_>| before.is_none() || with.is_some_and(|with| Some(with) <= before);
        prop_assert!(earlier(with.met_on, before.met_on));
        prop_assert!(earlier(with.completed_on, before.completed_on));
    }

    #[test]
    fn the_order_of_sessions_does_not_matter(
        scheme in plans(),
        (came, mixed) in vec(attendance(), 0..14).prop_flat_map(|came| (Just(came.clone()), Just(came).prop_shuffle())),
        after in 0_u64..200,
    ) {
        let who = founder(Standing::InBusiness, "2025-01-01");
        let rows = eligibility();
        let found = progress(&scheme, &came, who, &rows, date(after));
        prop_assert_eq!(found, progress(&scheme, &mixed, who, &rows, date(after)));
    }

    #[test]
    fn met_on_is_the_first_day_on_which_all_is_met(
        scheme in plans(),
        came in vec(attendance(), 0..14),
        who in who(),
        mut rows in Just(eligibility()),
        changed in 0_u64..200,
    ) {
        // The rows of today end, and others that are as long begin a while later.
        for row in &mut rows {
            row.in_force.until = Some(date(changed));
        }
        let later = eligibility().into_iter().map(|row| EligibilityRow {
            in_force: InForce::since(date(changed + 20)),
            ..row
        });
        rows.extend(later);
        let met = |after: &u64| progress(&scheme, &came, who, &rows, date(*after)).met;
        let first = (0..=200).find(met).map(date);
        let found = progress(&scheme, &came, who, &rows, date(200));
        prop_assert_eq!(found.met_on, first);
    }

    #[test]
    fn what_is_told_agrees_with_itself(
        scheme in plans(),
        came in vec(attendance(), 0..14),
        who in who(),
        after in 0_u64..200,
    ) {
        let found = progress(&scheme, &came, who, &eligibility(), date(after));
        prop_assert_eq!(found.met, found.conditions.iter().all(|one| one.met));
        prop_assert_eq!(found.counted.len(), came.len());
        for one in &found.counted {
            if one.not_counted.is_none() {
                prop_assert_eq!(one.attendance.kind.never(), None);
                prop_assert!(one.attendance.day <= date(after));
            }
        }
    }
}
