//! What was found, as a table.

use crate::load::{Run, median, ratio};

/// The lines of the table.
#[derive(Default)]
pub(crate) struct Told {
    lines: Vec<Line>,
}

struct Line {
    name: String,
    found: String,
    target: String,
    met: bool,
    beside: String,
}

impl Told {
    /// Answers a second beside those of the bare route: at least this part of them, if a part is
    /// asked for.
    pub(crate) fn rate(&mut self, name: &str, product: &[Run], bare: &[Run], least: Option<f64>) {
        let found = ratio(product, bare);
        let each = |runs: &[Run]| {
            let rate = median(runs.iter().map(Run::rate));
            let time = median(runs.iter().map(|run| run.percentile(50).as_secs_f64()));
            format!("{rate:.0}/s, median {:.2} ms", time * 1_000.0)
        };
        self.add(
            name,
            format!("{:.0} %", found * 100.0),
            least.map_or("—".to_owned(), |least| {
                format!("≥ {:.0} %", least * 100.0)
            }),
            least.is_none_or(|least| found >= least),
            format!("{}; bare {}", each(product), each(bare)),
        );
    }

    /// A figure that must not be larger than this.
    pub(crate) fn at_most(&mut self, name: &str, found: f64, most: f64, unit: &str) {
        self.add(
            name,
            format!("{found:.2} {unit}"),
            format!("≤ {most} {unit}"),
            found <= most,
            String::new(),
        );
    }

    /// A figure without a target.
    pub(crate) fn figure(&mut self, name: &str, found: f64, unit: &str) {
        let found = format!("{found:.2} {unit}");
        self.add(name, found, "—".to_owned(), true, String::new());
    }

    fn add(&mut self, name: &str, found: String, target: String, met: bool, beside: String) {
        println!("{name}: {found} ({target}) {beside}");
        self.lines.push(Line {
            name: name.to_owned(),
            found,
            target,
            met,
            beside,
        });
    }

    /// Prints the table, and how many targets were met.
    pub(crate) fn print(&self) {
        println!("\n| What | Found | Target | Met | Beside |\n|---|---|---|---|---|");
        for line in &self.lines {
            println!(
                "| {} | {} | {} | {} | {} |",
                line.name,
                line.found,
                line.target,
                if line.met { "yes" } else { "**no**" },
                line.beside
            );
        }
        let met = self.lines.iter().filter(|line| line.met).count();
        println!("\n{met} of {} targets met", self.lines.len());
    }
}
