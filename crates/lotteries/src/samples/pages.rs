use views::samples::Sample;

pub(super) fn templates() -> Vec<Sample> {
    Vec::new()
}
