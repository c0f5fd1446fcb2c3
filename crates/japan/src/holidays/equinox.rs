//! The days of the equinoxes in Japan.

/// What a year's equinoxes are worked out from: the first year and the last,
/// then the day of March and of September in 1980 in millionths.
type Stretch = (i32, i32, i64, i64);

/// 海上保安庁水路部 暦計算研究会編『新こよみ便利帳』 (恒星社厚生閣).
///
/// Held against an astronomical calculation of the moments in Japan Standard
/// Time, all days of 1900 to 2150 agree but September 2107, whose moment lies
/// 23 minutes before midnight.
const STRETCHES: [Stretch; 3] = [
    (1900, 1979, 20_835_700, 23_258_800),
    (1980, 2099, 20_843_100, 23_248_800),
    (2100, 2150, 21_851_000, 24_248_800),
];

/// By how much an equinox comes later from year to year, in millionths of a
/// day; the leap day takes it back.
const YEARLY: i64 = 242_194;

/// The day of March on which 春分の日 falls.
pub(super) fn march(year: i32) -> Option<i64> {
    let (_, _, march, _) = stretch(year)?;
    Some(day(*march, year))
}

/// The day of September on which 秋分の日 falls.
pub(super) fn september(year: i32) -> Option<i64> {
    let (_, _, _, september) = stretch(year)?;
    Some(day(*september, year))
}

fn stretch(year: i32) -> Option<&'static Stretch> {
    STRETCHES
        .iter()
        .find(|(first, last, _, _)| (*first..=*last).contains(&year))
}

fn day(in_1980: i64, year: i32) -> i64 {
    let years = i64::from(year) - 1980;
    (in_1980 + YEARLY * years) / 1_000_000 - years.div_euclid(4)
}
