//! What cannot be published as a table.

/// Why figures are no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// There is no row, or no column.
    #[error("a table has at least one row and one column")]
    Empty,
    /// The rows are not equally long, or the second measure has another shape than the first.
    #[error("the rows are not equally long")]
    Ragged,
    /// The counts are too large to be added up.
    #[error("the counts are too large to be added up")]
    TooLarge,
    /// A total is less than one of its parts, or more than all of them together.
    #[error("a total does not fit its parts")]
    TotalOff,
    /// More persons than times they came, or one of the two is nothing and the other is not.
    #[error("the persons do not fit the counts")]
    PersonsOff,
    /// Below three: what is hidden would be a one, and everybody would know.
    #[error("the threshold is at least three")]
    ThresholdLow,
}
