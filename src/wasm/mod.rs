//! The boundary to JavaScript, and the only code that knows wasm-bindgen.
//!
//! A job is opened, stepped and finished by `www/engine`; what crosses is plain: numbers, strings, typed-array columns
//! for what there is much of, plain objects for the rest. Nothing owned by wasm is handed to callers of the engine, so
//! nothing of theirs can leak. Errors are objects `{kind, message}`.

// The macros of wasm-bindgen write the unsafe code of the boundary.
#![allow(unsafe_code)]

mod api;
mod columns;
mod errors;
mod export;
mod marks;
mod options;
mod rows;
mod study;
