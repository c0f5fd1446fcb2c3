//! What the acceptance tests have in common.
