//! What the plans of wards and cities ask for, as `domain.md` part 2 tells them.

use crate::rules::{tests::*, *};

/// Four lessons over the areas, from 5/10 to the last.
fn four(last: &str) -> Vec<Attendance> {
    vec![
        lesson("2026-05-10", "m"),
        lesson("2026-05-17", "f"),
        lesson("2026-05-24", "p"),
        lesson(last, "s"),
    ]
}

#[test]
fn a_month_is_counted_as_the_plan_says() {
    let (calendar, thirty, less) = (
        MonthRule::CalendarMonths(1),
        MonthRule::Days(30),
        MonthRule::CalendarMonthsLessADay(1),
    );
    for (rule, last, left) in [
        (calendar, "2026-06-09", Some("span-left 1")),
        (calendar, "2026-06-10", None),
        (thirty, "2026-06-08", Some("span-left 1")),
        (thirty, "2026-06-09", None),
        (less, "2026-06-08", Some("span-left 1")),
        (less, "2026-06-09", None),
    ] {
        let scheme = scheme(Requirement {
            month_rule: Some(rule),
            ..requirement()
        });
        let found = progress_on(&scheme, &four(last), "2026-06-30");
        let expected: Vec<&str> = left.into_iter().collect();
        assert_eq!(missing(&found), expected, "{rule:?} {last}");
    }
}

/// 瑞穂市要綱第3条第2項: in the plan, the four areas, a month or longer and four times or more.
#[test]
fn mizuho_a_month_and_four_times_and_the_areas() {
    let scheme = scheme(Requirement {
        distinct_by: DistinctBy::Session,
        ..requirement()
    });
    assert!(progress_on(&scheme, &four("2026-06-10"), "2026-06-30").met);
    let found = progress_on(&scheme, &four("2026-06-10")[..3], "2026-06-30");
    let expected = ["area-missing sales", "sessions-left 1", "span-left 17"];
    assert_eq!(missing(&found), expected);
}

/// 秩父: 個別支援 for a month or longer and four times or more, or 創業塾 four lessons of five.
fn chichibu() -> Scheme {
    let whole = |programme| Offer {
        areas: AreasBy::Offer(areas("mfps")),
        ..offer(programme, "2024-04-01")
    };
    let course = Requirement {
        least_sessions: 4,
        month_rule: None,
        distinct_by: DistinctBy::Session,
        window: Window::Course,
        of_course: Some(OfCourse { least: 4, of: 5 }),
        ..requirement()
    };
    let supports = vec![
        support("individual", vec![whole("consultations")], requirement()),
        support("juku", vec![whole("juku")], course),
    ];
    Scheme {
        versions: vec![version("2024-04-01", supports)],
    }
}

#[test]
fn chichibu_four_of_five_or_a_month_of_consultations() {
    let lessons: Vec<Attendance> = ["2026-09-05", "2026-09-12", "2026-09-19", "2026-09-26"]
        .iter()
        .map(|date| lesson(date, ""))
        .collect();
    let mut consultations: Vec<Attendance> = ["2026-05-10", "2026-05-17", "2026-05-24"]
        .iter()
        .map(|date| consultation(date, ""))
        .collect();
    let found = progress_on(&chichibu(), &lessons, "2026-10-01");
    assert!(found.met, "three weeks are enough: {found:?}");
    assert_eq!(found.met_on, Some(day("2026-09-26")));
    let best = found.best.unwrap();
    assert_eq!(best.support, "juku");
    let course = Some("spring".to_owned());
    let programme = "juku".to_owned();
    assert_eq!(best.within, Within::Course { programme, course });

    // Three lessons and three consultations are nothing together.
    let mut both = lessons[..3].to_vec();
    both.extend(consultations.clone());
    let found = progress_on(&chichibu(), &both, "2026-10-01");
    assert!(!found.met);
    consultations.push(consultation("2026-06-10", ""));
    both.extend(consultations[3..].to_vec());
    let found = progress_on(&chichibu(), &both, "2026-10-01");
    assert!(found.met);
    assert_eq!(found.best.unwrap().support, "individual");
}

#[test]
fn chichibu_lessons_of_two_courses_do_not_make_one() {
    let of = |code: &str, ends: &str, date: &str| Attendance {
        course: Some(Course {
            code: code.to_owned(),
            ends: day(ends),
        }),
        ..lesson(date, "")
    };
    let mut came = vec![
        of("2025", "2025-10-31", "2025-09-06"),
        of("2025", "2025-10-31", "2025-09-13"),
        of("2025", "2025-10-31", "2025-09-20"),
        of("2026", "2026-10-31", "2026-09-05"),
    ];
    // The course of last year lacks one lesson, and is over: this year's is told.
    let found = progress_on(&chichibu(), &came, "2026-09-10");
    assert_eq!(missing(&found), ["sessions-left 3", "course-left 3"]);
    let outside = Some(NotCounted::OutsideWindow);
    assert_eq!(why_not(&found), [outside, outside, outside, None]);
    // While it ran, it was.
    let found = progress_on(&chichibu(), &came[..3], "2025-10-31");
    assert_eq!(missing(&found), ["sessions-left 1", "course-left 1"]);
    // When it is over, one begins anew, with whichever stands first in the plan.
    let found = progress_on(&chichibu(), &came[..3], "2025-11-01");
    assert_eq!(found.best.as_ref().unwrap().support, "individual");
    assert_eq!(why_not(&found), [Some(NotCounted::OtherSupport); 3]);
    let mut course_only = chichibu();
    course_only.versions[0].supports.remove(0);
    let found = progress_on(&course_only, &came[..3], "2025-11-01");
    assert_eq!(found.best.as_ref().unwrap().within, Within::Nothing);
    assert_eq!(why_not(&found), [outside; 3]);
    came.extend(
        ["2026-09-12", "2026-09-19", "2026-09-26"].map(|date| of("2026", "2026-10-31", date)),
    );
    assert!(progress_on(&chichibu(), &came, "2026-09-26").met);
}

/// 富士: at each of the places a month or longer and four times or more, from the 創業支援カルテ.
#[test]
fn fuji_each_place_by_itself() {
    let places = ["consultations", "school"];
    let one = |code: &&str| support(code, vec![offer(code, "2024-04-01")], requirement());
    let scheme = Scheme {
        versions: vec![version("2024-04-01", places.iter().map(one).collect())],
    };
    let mut came: Vec<Attendance> = four("2026-06-10")
        .into_iter()
        .map(|lesson| Attendance {
            programme: "school".to_owned(),
            ..lesson
        })
        .collect();
    let found = progress_on(&scheme, &came, "2026-06-30");
    assert!(found.met);
    assert_eq!(found.best.unwrap().support, "school");
    "consultations".clone_into(&mut came[0].programme);
    assert!(!progress_on(&scheme, &came, "2026-06-30").met);
}

/// 徳島: each area at least once, and 40 to 50 % of it.
#[test]
fn tokushima_a_share_of_each_area() {
    let share = |percent, of| {
        let each = |area| AreaShare { area, percent, of };
        scheme(Requirement {
            least_sessions: 0,
            month_rule: None,
            area_shares: Area::ALL.into_iter().map(each).collect(),
            ..requirement()
        })
    };
    let came = four("2026-05-31");
    for (percent, of, left) in [
        (50, 2, vec![]),
        (40, 2, vec![]),
        (40, 3, vec!["1"; 4]),
        (50, 3, vec!["1"; 4]),
        (50, 5, vec!["2"; 4]),
    ] {
        let found = progress_on(&share(percent, of), &came, "2026-06-30");
        let expected: Vec<String> = left
            .iter()
            .map(|left| format!("share-left {left}"))
            .collect();
        assert_eq!(missing(&found), expected, "{percent} % of {of}");
    }
    let found = progress_on(&share(50, 2), &came[..3], "2026-06-30");
    assert_eq!(missing(&found), ["area-missing sales", "share-left 1"]);
}

/// 目黒: the 創業塾 and the one beside a job, in spring and in autumn; consultations are told, and do not
/// count.
#[test]
fn meguro_counts_its_courses_only() {
    let offers = ["juku", "juku-beside"].map(|one| offer(one, "2021-12-23"));
    let own = support("juku", offers.into(), requirement());
    let scheme = Scheme {
        versions: vec![version("2021-12-23", vec![own])],
    };
    let mut came = four("2026-06-14");
    "juku-beside".clone_into(&mut came[1].programme);
    assert!(progress_on(&scheme, &came, "2026-06-30").met);
    came[1] = consultation("2026-05-17", "f");
    let found = progress_on(&scheme, &came, "2026-06-30");
    assert_eq!(missing(&found), ["area-missing finance", "sessions-left 1"]);
    assert_eq!(why_not(&found)[1], Some(NotCounted::OutsidePlan));
}

#[test]
fn what_lies_within_so_many_months_counts_together() {
    let scheme = scheme(Requirement {
        window: Window::Months(3),
        ..requirement()
    });
    let mut came = vec![
        lesson("2026-01-10", "s"),
        lesson("2026-03-20", "m"),
        lesson("2026-03-27", "f"),
        lesson("2026-04-11", "p"),
    ];
    // From 1/10 it ends on 4/10, so the first and the last are never together.
    let found = progress_on(&scheme, &came, "2026-04-11");
    let expected = ["area-missing sales", "sessions-left 1", "span-left 9"];
    assert_eq!(missing(&found), expected);
    let (first, last) = (day("2026-03-20"), day("2026-06-20"));
    assert_eq!(
        found.best.as_ref().unwrap().within,
        Within::Days { first, last }
    );
    assert_eq!(why_not(&found)[0], Some(NotCounted::OutsideWindow));
    // The last day of a window belongs to it; a day later the next window is told.
    came.push(lesson("2026-06-20", "s"));
    assert!(progress_on(&scheme, &came, "2026-06-20").met);
    came[4] = lesson("2026-06-21", "s");
    let found = progress_on(&scheme, &came, "2026-06-21");
    assert_eq!(
        missing(&found),
        ["area-missing management", "sessions-left 1"]
    );
    // Long afterwards, one begins anew.
    let found = progress_on(&scheme, &came, "2027-06-21");
    assert_eq!(found.best.as_ref().unwrap().within, Within::Nothing);
}
