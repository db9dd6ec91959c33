//! Training the recogniser: annotated corpora become documents, documents become weights.

mod corpus;
mod optimise;

pub use corpus::{Document, read_bio, read_bracketed};
pub use optimise::{Plan, fit};
