//! The special wards of Tokyo with their numbers (全国地方公共団体コード): five digits of JIS X 0402 and a
//! check digit.
//!
//! Source: 総務省, 全国地方公共団体コード; `domain.md` part 7.

/// A special ward.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ward {
    /// What it is called, without 東京都.
    pub name: &'static str,
    /// Its number of six digits.
    pub code: &'static str,
}

/// All of them, in the order of their numbers.
pub const WARDS: [Ward; 23] = [
    ward("千代田区", "131016"),
    ward("中央区", "131024"),
    ward("港区", "131032"),
    ward("新宿区", "131041"),
    ward("文京区", "131059"),
    ward("台東区", "131067"),
    ward("墨田区", "131075"),
    ward("江東区", "131083"),
    ward("品川区", "131091"),
    ward("目黒区", "131105"),
    ward("大田区", "131113"),
    ward("世田谷区", "131121"),
    ward("渋谷区", "131130"),
    ward("中野区", "131148"),
    ward("杉並区", "131156"),
    ward("豊島区", "131164"),
    ward("北区", "131172"),
    ward("荒川区", "131181"),
    ward("板橋区", "131199"),
    ward("練馬区", "131202"),
    ward("足立区", "131211"),
    ward("葛飾区", "131229"),
    ward("江戸川区", "131237"),
];

const fn ward(name: &'static str, code: &'static str) -> Ward {
    Ward { name, code }
}

/// In which special ward an address lies that begins with it, with or without 東京都.
pub fn ward_of(address: &str) -> Option<Ward> {
    let address = address.trim();
    let local = address.strip_prefix("東京都").unwrap_or(address);
    WARDS.into_iter().find(|ward| local.starts_with(ward.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_its_check_digit() {
        for ward in WARDS {
            let digits: Vec<u32> = ward
                .code
                .chars()
                .filter_map(|one| one.to_digit(10))
                .collect();
            let (check, own) = digits.split_last().unwrap();
            let sum: u32 = own
                .iter()
                .zip([6, 5, 4, 3, 2])
                .map(|(one, by)| one * by)
                .sum();
            assert_eq!((11 - sum % 11) % 10, *check, "{}", ward.name);
        }
    }

    #[test]
    fn an_address_says_in_which_ward_it_lies() {
        for (address, expected) in [
            ("東京都目黒区見本町一丁目2番3号", Some("131105")),
            ("目黒区見本町1-2-3", Some("131105")),
            ("東京都北区見本1-1", Some("131172")),
            ("東京都見本市1-1", None),
            ("神奈川県見本市中央区1-1", None),
        ] {
            assert_eq!(
                ward_of(address).map(|ward| ward.code),
                expected,
                "{address}"
            );
        }
    }
}
