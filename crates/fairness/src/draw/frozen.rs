//! Rules and entries that can no longer change.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Algorithm, Digest, Entry, Fault, Leftover, MOST_ENTRIES, Rules, Tier,
    lines::{Lines, Malformed, Why},
};

/// Who takes part and by which rules, fixed in one text when the time to enter is over. Its digest
/// is published at once: from then on everybody can tell whether anything was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frozen {
    rules: Rules,
    entries: Vec<Entry>,
    text: String,
    digest: Digest,
}

impl Frozen {
    /// Freezes rules and entries, in whatever order they were entered, or says everything that is
    /// wrong with them. A draw that nobody entered is a draw.
    pub fn try_new(rules: Rules, mut entries: Vec<Entry>) -> Result<Self, Vec<Fault>> {
        entries.sort();
        let mut faults = rules.faults();
        if entries.len() > MOST_ENTRIES {
            faults.push(Fault::TooManyEntries(entries.len()));
        }
        let tiers: BTreeSet<&str> = rules.tiers.iter().map(|tier| tier.code.as_str()).collect();
        let mut before: Option<&Entry> = None;
        for entry in &entries {
            if before.is_some_and(|before| before.number == entry.number) {
                faults.push(Fault::EntryTwice(entry.number.clone()));
            }
            faults.extend(entry.faults(&tiers));
            before = Some(entry);
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let text = written(&rules, &entries);
        let digest = Digest::of(text.as_bytes());
        Ok(Self {
            rules,
            entries,
            text,
            digest,
        })
    }

    /// Reads what [`Frozen::text`] wrote, and nothing that is written in another way.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let mut lines = Lines::of(text);
        let algorithm = Algorithm::Tickets1;
        lines.heading(algorithm.name())?;
        let draw = lines.read("draw CODE", |words| match words {
            ["draw", code] => Some((*code).to_owned()),
            _ => None,
        })?;
        let places = lines.read("places NUMBER", |words| match words {
            ["places", places] => places.parse().ok(),
            _ => None,
        })?;
        let mut tiers = Vec::new();
        while tiers.is_empty() || lines.comes("tier ") {
            tiers.push(lines.read(
                "tier CODE limit NUMBER|none leftover goes-on|stays",
                read_tier,
            )?);
        }
        let mut entries = Vec::new();
        while lines.more() {
            entries.push(lines.read("entry NUMBER TIER SIZE", read_entry)?);
        }
        let rules = Rules {
            algorithm,
            draw,
            places,
            tiers,
        };
        let frozen = Self::try_new(rules, entries).map_err(|faults| first(text, faults))?;
        lines.written_as(&frozen.text)?;
        Ok(frozen)
    }

    /// The text that is published: `entries.txt`.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What the text is recognised by; published when it is frozen, before the seed is revealed.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// By which rules is drawn.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// Who takes part, by number.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }
}

fn written(rules: &Rules, entries: &[Entry]) -> String {
    let mut lines = vec![
        rules.algorithm.name().to_owned(),
        format!("draw {}", rules.draw),
        format!("places {}", rules.places),
    ];
    for tier in &rules.tiers {
        let limit = tier
            .limit
            .map_or_else(|| "none".to_owned(), |limit| limit.to_string());
        let leftover = match tier.leftover {
            Leftover::GoesOn => "goes-on",
            Leftover::Stays => "stays",
        };
        lines.push(format!(
            "tier {} limit {limit} leftover {leftover}",
            tier.code
        ));
    }
    for Entry { number, tier, size } in entries {
        lines.push(format!("entry {number} {tier} {size}"));
    }
    lines.join("\n") + "\n"
}

fn read_tier(words: &[&str]) -> Option<Tier> {
    let ["tier", code, "limit", limit, "leftover", leftover] = words else {
        return None;
    };
    Some(Tier {
        code: (*code).to_owned(),
        limit: match *limit {
            "none" => None,
            limit => Some(limit.parse().ok()?),
        },
        leftover: match *leftover {
            "goes-on" => Leftover::GoesOn,
            "stays" => Leftover::Stays,
            _ => return None,
        },
    })
}

fn read_entry(words: &[&str]) -> Option<Entry> {
    let ["entry", number, tier, size] = words else {
        return None;
    };
    Some(Entry {
        number: (*number).to_owned(),
        tier: (*tier).to_owned(),
        size: size.parse().ok()?,
    })
}

/// The fault that stands first in the text. Of two lines that should be one, the second is wrong.
fn first(text: &str, faults: Vec<Fault>) -> Malformed {
    let mut lines = BTreeMap::new();
    for (line, number) in text.lines().zip(1..) {
        let mut words = line.split(' ');
        let word = words.next().unwrap_or_default();
        lines.insert((word, words.next()), number);
        lines.insert((word, None), number);
    }
    let placed = faults.into_iter().map(|fault| {
        let line = lines.get(&fault.line_begins()).copied().unwrap_or(1);
        let why = Why::Fault(fault);
        Malformed { line, why }
    });
    placed
        .min_by_key(|malformed| malformed.line)
        .unwrap_or(Malformed {
            line: 1,
            why: Why::Expected("rules and entries"),
        })
}
