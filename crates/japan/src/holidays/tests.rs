use super::*;

/// The years before the list, and the provisional ones to 2050, as two public
/// tables of holidays agree on them.
const PROVISIONAL: &str = include_str!("../../data/holidays_provisional.csv");

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn days(first: i32, last: i32) -> impl Iterator<Item = NaiveDate> {
    day(first, 1, 1)
        .iter_days()
        .take_while(move |date| date.year() <= last)
}

/// The law's name of a day that the list calls something else.
fn name_in_law(date: NaiveDate, listed: &str) -> &str {
    match (date.month(), listed) {
        (5, "休日（祝日扱い）") => "天皇の即位の日",
        (10, "休日（祝日扱い）") => "即位礼正殿の儀",
        (_, "体育の日（スポーツの日）") => "体育の日",
        (_, name) => name,
    }
}

#[test]
fn the_formula_agrees_with_the_official_list_and_with_what_is_foreseen() {
    let formula = Holidays::default();
    for text in [PUBLISHED, PROVISIONAL] {
        let list = Holidays::official(rows(text));
        for year in (1949..=2050).filter(|year| list.is_official(*year)) {
            let listed = list.of_year(year);
            let by_law = formula.of_year(year);
            let dates = |days: &[(NaiveDate, Holiday)]| -> Vec<(NaiveDate, Kind)> {
                days.iter()
                    .map(|(date, holiday)| (*date, holiday.kind))
                    .collect()
            };
            assert_eq!(dates(&listed), dates(&by_law), "{year}");
            for ((date, listed), (_, by_law)) in listed.iter().zip(&by_law) {
                assert_eq!(name_in_law(*date, &listed.name), by_law.name, "{date}");
            }
        }
    }
}

#[test]
fn the_lists_cover_every_year() {
    let of = |text| Holidays::official(rows(text)).years;
    assert_eq!(of(PUBLISHED), (1955..=2027).collect());
    assert_eq!(of(PROVISIONAL), (1949..=1954).chain(2028..=2050).collect());
}

#[test]
fn the_first_holidays_were_those_of_autumn_1948() {
    let holidays = Holidays::default();
    assert!(holidays.of_year(1947).is_empty());
    let first: Vec<String> = holidays
        .of_year(1948)
        .iter()
        .map(|(date, day)| format!("{date} {}", day.name))
        .collect();
    assert_eq!(
        first,
        [
            "1948-09-23 秋分の日",
            "1948-11-03 文化の日",
            "1948-11-23 勤労感謝の日"
        ]
    );
}

/// The worked examples G06 and G07, and the turning points of the law.
#[test]
fn each_change_of_the_law_begins_on_its_day() {
    let holidays = Holidays::default();
    for (date, name) in [
        (day(2026, 5, 3), Some("憲法記念日")),
        (day(2026, 5, 4), Some("みどりの日")),
        (day(2026, 5, 5), Some("こどもの日")),
        (day(2026, 5, 6), Some("振替休日")),
        (day(2026, 5, 7), None),
        (day(2026, 9, 21), Some("敬老の日")),
        (day(2026, 9, 22), Some("国民の休日")),
        (day(2026, 9, 23), Some("秋分の日")),
        (day(2026, 9, 24), None),
        // The first substitute; February's Sunday came too early.
        (day(1973, 2, 12), None),
        (day(1973, 4, 30), Some("振替休日")),
        // A Sunday on 4 May moved nothing until it became みどりの日.
        (day(2003, 5, 4), None),
        (day(2003, 5, 6), None),
        (day(2008, 5, 6), Some("振替休日")),
        // Days between since the end of 1985, never on a Sunday.
        (day(1985, 5, 4), None),
        (day(1986, 5, 4), None),
        (day(1987, 5, 4), Some("振替休日")),
        (day(1988, 5, 4), Some("国民の休日")),
        (day(1999, 1, 15), Some("成人の日")),
        (day(2000, 1, 15), None),
        (day(2000, 1, 10), Some("成人の日")),
        (day(2019, 2, 23), None),
        (day(2019, 12, 23), None),
        (day(2019, 4, 30), Some("国民の休日")),
        (day(2019, 5, 1), Some("天皇の即位の日")),
        (day(2019, 5, 2), Some("国民の休日")),
        (day(2020, 7, 24), Some("スポーツの日")),
        (day(2020, 10, 12), None),
        (day(2021, 8, 8), Some("山の日")),
        (day(2021, 8, 9), Some("振替休日")),
        (day(2021, 8, 11), None),
    ] {
        let found = holidays.holiday(date).map(|holiday| holiday.name);
        assert_eq!(found.as_deref(), name, "{date}");
    }
    assert_eq!(holidays.of_year(2026).len(), 18);
}

#[test]
fn a_day_between_is_never_a_sunday_and_never_national() {
    let holidays = Holidays::default();
    for date in days(1948, 2150) {
        match holidays.holiday(date).map(|holiday| holiday.kind) {
            Some(Kind::Between) => assert_ne!(date.weekday(), Weekday::Sun, "{date}"),
            Some(Kind::Substitute) => {
                assert_ne!(date.weekday(), Weekday::Sun, "{date}");
                assert!(law::named(date).is_none(), "{date}");
            }
            Some(Kind::National) | None => {}
        }
    }
}

#[test]
fn no_sunday_holiday_is_lost_since_there_are_substitutes() {
    let holidays = Holidays::default();
    for sunday in days(1974, 2150).filter(|date| date.weekday() == Weekday::Sun) {
        if !holidays.is_holiday(sunday) {
            continue;
        }
        let after = sunday
            .iter_days()
            .skip(1)
            .map_while(|date| holidays.holiday(date));
        let substitutes = after
            .filter(|holiday| holiday.kind == Kind::Substitute)
            .count();
        assert_eq!(substitutes, 1, "{sunday}");
    }
}

#[test]
fn the_equinoxes_stay_within_their_days() {
    for year in 1900..=2150 {
        let (march, september) = (equinox::march(year), equinox::september(year));
        assert!(matches!(march, Some(19..=22)), "{year} {march:?}");
        assert!(matches!(september, Some(22..=24)), "{year} {september:?}");
    }
    assert_eq!(
        (equinox::march(1899), equinox::september(2151)),
        (None, None)
    );
}

#[test]
fn the_official_list_overrides_whole_years_and_only_those() {
    let rows = [
        (2028, 1, 1, "元日"),
        (2028, 3, 21, "春分の日"),
        (2028, 3, 22, "休日"),
    ];
    let rows = rows.map(|(y, m, d, name)| (day(y, m, d), name.to_owned()));
    let holidays = Holidays::official(rows);
    assert!(holidays.is_official(2028) && !holidays.is_official(2027));
    assert!(!holidays.is_holiday(day(2028, 3, 20)));
    assert!(holidays.is_holiday(day(2028, 3, 21)));
    assert!(!holidays.is_holiday(day(2028, 5, 3)));
    assert!(holidays.is_holiday(day(2027, 5, 3)));
    let between = holidays.holiday(day(2028, 3, 22)).unwrap();
    assert_eq!(
        (between.name.as_ref(), between.kind),
        ("国民の休日", Kind::Between)
    );
}
