//! Dates of series, and ends as people type them.

use super::*;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn given(first: &str, rhythm: Rhythm, end: End) -> Vec<String> {
    let dates = dates(date(first), rhythm, end).unwrap();
    dates.iter().map(ToString::to_string).collect()
}

#[test]
fn a_rhythm_gives_its_dates() {
    use Rhythm::{Fortnightly, Monthly, MonthlyLast, Weekly};
    for (first, rhythm, expected) in [
        (
            "2026-12-15",
            Weekly,
            "2026-12-15 2026-12-22 2026-12-29 2027-01-05",
        ),
        (
            "2026-12-15",
            Fortnightly,
            "2026-12-15 2026-12-29 2027-01-12 2027-01-26",
        ),
        // Across the end of the fiscal year.
        (
            "2027-03-16",
            Weekly,
            "2027-03-16 2027-03-23 2027-03-30 2027-04-06",
        ),
        // The third Tuesday, across the end of the year.
        (
            "2026-12-15",
            Monthly,
            "2026-12-15 2027-01-19 2027-02-16 2027-03-16",
        ),
        // The fifth Wednesday: months without one are passed over.
        (
            "2026-12-30",
            Monthly,
            "2026-12-30 2027-03-31 2027-06-30 2027-09-29",
        ),
        // The last Wednesday, the fifth of its month or the fourth.
        (
            "2026-12-30",
            MonthlyLast,
            "2026-12-30 2027-01-27 2027-02-24 2027-03-31",
        ),
        (
            "2026-11-25",
            MonthlyLast,
            "2026-11-25 2026-12-30 2027-01-27 2027-02-24",
        ),
        (
            "2026-11-25",
            Monthly,
            "2026-11-25 2026-12-23 2027-01-27 2027-02-24",
        ),
        // From the 31st: the weekday counts, not the day of the month.
        (
            "2027-01-31",
            MonthlyLast,
            "2027-01-31 2027-02-28 2027-03-28 2027-04-25",
        ),
        (
            "2028-02-29",
            Monthly,
            "2028-02-29 2028-05-30 2028-08-29 2028-10-31",
        ),
    ] {
        assert_eq!(
            given(first, rhythm, End::Times(4)).join(" "),
            expected,
            "{first}"
        );
    }
}

#[test]
fn a_last_day_ends_it_and_counts_itself() {
    let weekly = |last| given("2026-12-15", Rhythm::Weekly, End::LastDay(date(last)));
    assert_eq!(weekly("2026-12-15"), ["2026-12-15"]);
    assert_eq!(weekly("2026-12-28"), ["2026-12-15", "2026-12-22"]);
    assert_eq!(weekly("2026-12-29").len(), 3);
    assert_eq!(weekly("2027-12-07").len(), 52);
}

#[test]
fn what_is_too_much_or_too_little_is_refused() {
    use Rhythm::{MonthlyLast, Weekly};
    let last = |day| End::LastDay(date(day));
    for (rhythm, end, expected) in [
        (Weekly, End::Times(0), Wrong::RepeatTimes(52)),
        (Weekly, End::Times(53), Wrong::RepeatTimes(52)),
        (Weekly, last("2026-12-14"), Wrong::LastDayBeforeFirst),
        (Weekly, last("2027-12-14"), Wrong::RepeatTooLong(52)),
        (Weekly, last("9999-12-31"), Wrong::RepeatTooLong(52)),
        (MonthlyLast, End::Times(2), Wrong::NotLastOfMonth),
    ] {
        assert_eq!(dates(date("2026-12-15"), rhythm, end), Err(expected));
    }
    assert_eq!(given("2026-12-15", Weekly, End::Times(52)).len(), 52);
    assert_eq!(given("2026-12-15", Weekly, End::Times(1)).len(), 1);
}

#[test]
fn the_end_of_the_calendar_ends_it() {
    let dates = dates(NaiveDate::MAX, Rhythm::Weekly, End::Times(5)).unwrap();
    assert_eq!(dates, [NaiveDate::MAX]);
}

#[test]
fn the_end_is_read_as_people_type_it() {
    for (times, last_day, expected) in [
        ("13", "", Ok(End::Times(13))),
        ("１３", "", Ok(End::Times(13))),
        ("", "2027-03-09", Ok(End::LastDay(date("2027-03-09")))),
        ("", "", Err(Wrong::RepeatEndMissing)),
        ("13", "2027-03-09", Err(Wrong::RepeatEndTwice)),
        ("0", "", Err(Wrong::RepeatTimes(52))),
        ("53", "", Err(Wrong::RepeatTimes(52))),
        ("-1", "", Err(Wrong::RepeatTimes(52))),
        ("🎍", "", Err(Wrong::RepeatTimes(52))),
        ("99999999999999999999999", "", Err(Wrong::RepeatTimes(52))),
        ("", "🎍", Err(Wrong::LastDayUnreadable)),
        ("", "2027-02-30", Err(Wrong::LastDayUnreadable)),
    ] {
        assert_eq!(end(times, last_day), expected, "{times:?} {last_day:?}");
    }
}
