//! Who suits a request, and why.

use japan::kana::search_key;

use crate::entity::{ExpertId, case_field::Field};

/// What is known of an expert when somebody is looked for.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Who.
    pub expert: ExpertId,
    /// About what they advise.
    pub fields: Vec<Field>,
    /// The languages they advise in.
    pub languages: Vec<String>,
    /// Companies they must not advise, a line each.
    pub conflicts: String,
    /// Whether it is they who asked.
    pub is_client: bool,
    /// Whether they have signed to keep what they hear to themselves, and still advise.
    pub advises: bool,
    /// How many open cases they have.
    pub open: i32,
    /// How many they take.
    pub caseload: i32,
    /// Whether the same person was theirs before.
    pub known: bool,
    /// How many free times they have in the weeks ahead.
    pub free: usize,
}

/// Somebody who suits or does not, with the reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Who.
    pub expert: ExpertId,
    /// The fields of the request that are theirs.
    pub fields: Vec<Field>,
    /// Whether they speak the language.
    pub speaks: bool,
    /// How many free times they have.
    pub free: usize,
    /// How many open cases they have, and take.
    pub load: (i32, i32),
    /// Whether the same person was theirs before.
    pub known: bool,
    /// Why they cannot have it: `unsigned`, `conflict`, `full`; none when they can.
    pub barred: Option<&'static str>,
}

/// Everybody, who suits best first: whoever is barred comes last, then field and language, then an
/// earlier case, then free times and few open cases.
pub fn suggest(
    fields: &[Field],
    lang: &str,
    company: &str,
    candidates: Vec<Candidate>,
) -> Vec<Suggestion> {
    let mut all: Vec<Suggestion> = candidates
        .into_iter()
        .map(|one| Suggestion {
            expert: one.expert,
            barred: barred(&one, company),
            speaks: one.languages.iter().any(|own| own == lang),
            free: one.free,
            load: (one.open, one.caseload),
            known: one.known,
            fields: fields
                .iter()
                .copied()
                .filter(|field| one.fields.contains(field))
                .collect(),
        })
        .collect();
    all.sort_by_key(|one| {
        let (open, most) = one.load;
        let load = open * 100 / most.max(1);
        let none_free = one.free == 0;
        let missing = fields.len() - one.fields.len();
        (
            one.barred.is_some(),
            !one.speaks,
            missing,
            none_free,
            !one.known,
            load,
            one.expert,
        )
    });
    all
}

/// Why an expert cannot have a case, if something is in the way.
pub fn barred(one: &Candidate, company: &str) -> Option<&'static str> {
    let company = search_key(company);
    let same = |line: &str| {
        let line = search_key(line);
        !line.is_empty() && (company.contains(&line) || line.contains(&company))
    };
    if !one.advises {
        Some("unsigned")
    } else if one.is_client || (!company.is_empty() && one.conflicts.lines().any(same)) {
        Some("conflict")
    } else if one.open >= one.caseload {
        Some("full")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn candidate(id: u128) -> Candidate {
        Candidate {
            expert: ExpertId(Uuid::from_u128(id)),
            fields: vec![Field::Founding],
            languages: vec!["ja".to_owned()],
            conflicts: String::new(),
            is_client: false,
            advises: true,
            open: 0,
            caseload: 10,
            known: false,
            free: 3,
        }
    }

    #[test]
    fn nobody_advises_themselves() {
        let own = Candidate {
            is_client: true,
            ..candidate(1)
        };
        assert_eq!(barred(&own, ""), Some("conflict"));
        assert_eq!(barred(&candidate(1), ""), None);
    }

    #[test]
    fn whoever_suits_best_comes_first_and_who_may_not_comes_last() {
        let all = vec![
            Candidate {
                conflicts: "見本商事\nほか".to_owned(),
                ..candidate(1)
            },
            Candidate {
                fields: vec![Field::Tax],
                ..candidate(2)
            },
            Candidate {
                open: 5,
                ..candidate(3)
            },
            Candidate {
                known: true,
                open: 9,
                ..candidate(4)
            },
            Candidate {
                free: 0,
                known: true,
                ..candidate(5)
            },
            Candidate {
                open: 10,
                ..candidate(6)
            },
            Candidate {
                advises: false,
                ..candidate(7)
            },
            candidate(8),
        ];
        let found = suggest(&[Field::Founding], "ja", "株式会社見本商事", all);
        let order: Vec<u128> = found.iter().map(|one| one.expert.0.as_u128()).collect();
        assert_eq!(order, [4, 8, 3, 5, 2, 1, 7, 6]);
        let barred: Vec<Option<&str>> = found.iter().map(|one| one.barred).collect();
        assert_eq!(barred[..5], [None; 5]);
        for (id, why) in [(1, "conflict"), (6, "full"), (7, "unsigned")] {
            let one = found
                .iter()
                .find(|one| one.expert.0.as_u128() == id)
                .unwrap();
            assert_eq!(one.barred, Some(why));
        }
    }
}
