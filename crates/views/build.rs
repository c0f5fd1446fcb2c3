//! Rebuilds the crate when a template or a locale file is added, changed or removed.

fn main() {
    println!("cargo::rerun-if-changed=../../templates");
}
