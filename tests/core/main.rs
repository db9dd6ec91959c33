//! Tests of the crate as its users see it: golden texts, properties of every result, accuracy on annotated pages, the
//! command line.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod cli;
mod content;
mod corpus;
mod corrections;
mod formats;
mod fuzz;
mod gist;
mod golden;
mod measures;
mod packs;
mod pages;
mod properties;
mod recipes;
mod remembering;
mod schema;
#[path = "../fuzz/shapes.rs"]
mod shapes;
mod statements;
#[path = "../fuzz/targets/mod.rs"]
mod targets;
mod transliteration;
mod words;
