//! Which days have been national holidays, from the law of 1948 to today's.

use chrono::{Datelike, NaiveDate, Weekday};

use super::equinox;

/// The national holiday that the law names for a date.
pub(super) fn named(date: NaiveDate) -> Option<&'static str> {
    let is = |day: &&Day| day.first <= date.year() && date.year() <= day.last && day.when.is(date);
    DAYS.iter().find(is).map(|day| day.name)
}

/// A holiday as it was in a run of years.
struct Day {
    name: &'static str,
    first: i32,
    last: i32,
    when: When,
}

/// How the law fixes a day.
enum When {
    /// Month and day.
    On(u32, u32),
    /// Month and which Monday of it (ハッピーマンデー).
    Monday(u32, u32),
    /// 春分日.
    MarchEquinox,
    /// 秋分日.
    SeptemberEquinox,
}

impl When {
    fn is(&self, date: NaiveDate) -> bool {
        let is_equinox =
            |month, day: Option<i64>| date.month() == month && day == Some(i64::from(date.day()));
        match *self {
            Self::On(month, day) => (date.month(), date.day()) == (month, day),
            Self::Monday(month, nth) => {
                let is_nth = date.day0() / 7 + 1 == nth;
                date.month() == month && is_nth && date.weekday() == Weekday::Mon
            }
            Self::MarchEquinox => is_equinox(3, equinox::march(date.year())),
            Self::SeptemberEquinox => is_equinox(9, equinox::september(date.year())),
        }
    }
}

const fn day(name: &'static str, first: i32, last: i32, when: When) -> Day {
    Day {
        name,
        first,
        last,
        when,
    }
}

/// As the law stands today.
const ON: i32 = i32::MAX;

use When::{MarchEquinox, Monday, On, SeptemberEquinox};

/// The holidays by the order of the law's second article, each with its
/// history. In force since 20 July 1948, so that year's are the autumn's.
const DAYS: &[Day] = &[
    day("元日", 1949, ON, On(1, 1)),
    // Mondays since 平成10年法律第141号.
    day("成人の日", 1949, 1999, On(1, 15)),
    day("成人の日", 2000, ON, Monday(1, 2)),
    // 昭和41年法律第86号, with 敬老の日 and 体育の日.
    day("建国記念の日", 1967, ON, On(2, 11)),
    // Moved by 平成元年法律第5号 and 平成29年法律第63号; none in 2019.
    day("天皇誕生日", 1949, 1988, On(4, 29)),
    day("天皇誕生日", 1989, 2018, On(12, 23)),
    day("天皇誕生日", 2020, ON, On(2, 23)),
    day("春分の日", 1949, ON, MarchEquinox),
    // 平成17年法律第43号: 29 April was みどりの日 before.
    day("みどりの日", 1989, 2006, On(4, 29)),
    day("昭和の日", 2007, ON, On(4, 29)),
    day("憲法記念日", 1949, ON, On(5, 3)),
    day("みどりの日", 2007, ON, On(5, 4)),
    day("こどもの日", 1949, ON, On(5, 5)),
    // 平成7年法律第22号; Mondays since 平成13年法律第59号; moved for the Games.
    day("海の日", 1996, 2002, On(7, 20)),
    day("海の日", 2003, 2019, Monday(7, 3)),
    day("海の日", 2020, 2020, On(7, 23)),
    day("海の日", 2021, 2021, On(7, 22)),
    day("海の日", 2022, ON, Monday(7, 3)),
    // 平成26年法律第43号; moved for the Games.
    day("山の日", 2016, 2019, On(8, 11)),
    day("山の日", 2020, 2020, On(8, 10)),
    day("山の日", 2021, 2021, On(8, 8)),
    day("山の日", 2022, ON, On(8, 11)),
    // Mondays since 平成13年法律第59号.
    day("敬老の日", 1966, 2002, On(9, 15)),
    day("敬老の日", 2003, ON, Monday(9, 3)),
    day("秋分の日", 1948, ON, SeptemberEquinox),
    // Mondays since 平成10年法律第141号; renamed by 平成30年法律第57号; moved
    // for the Games.
    day("体育の日", 1966, 1999, On(10, 10)),
    day("体育の日", 2000, 2019, Monday(10, 2)),
    day("スポーツの日", 2020, 2020, On(7, 24)),
    day("スポーツの日", 2021, 2021, On(7, 23)),
    day("スポーツの日", 2022, ON, Monday(10, 2)),
    day("文化の日", 1948, ON, On(11, 3)),
    day("勤労感謝の日", 1948, ON, On(11, 23)),
    // Once, each by a law of its own: 昭和34年法律第16号, 平成元年法律第4号,
    // 平成2年法律第24号, 平成5年法律第32号, and 平成30年法律第99号 for both days
    // of 2019, which made days between them and others holidays too.
    day("結婚の儀", 1959, 1959, On(4, 10)),
    day("大喪の礼", 1989, 1989, On(2, 24)),
    day("即位礼正殿の儀", 1990, 1990, On(11, 12)),
    day("結婚の儀", 1993, 1993, On(6, 9)),
    day("天皇の即位の日", 2019, 2019, On(5, 1)),
    day("即位礼正殿の儀", 2019, 2019, On(10, 22)),
];
