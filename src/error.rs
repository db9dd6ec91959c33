//! Everything that can go wrong, as values.
//!
//! A caller branches on [`Error::kind`], which never changes; the message is for people who read logs. The page shows
//! its own words for each kind, with what the user can do.

use std::fmt;

/// Why a text could not be read or analysed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// Nothing but white space and invisible characters.
    EmptyText,
    /// More bytes than [`crate::MAX_BYTES`].
    TooLarge {
        /// Size of the text in bytes.
        bytes: usize,
    },
    /// The bytes of a binary file.
    NotText,
    /// Bytes that are not UTF-8 where UTF-8 is required.
    NotUtf8 {
        /// The first bad byte.
        offset: usize,
    },
    /// A layer nobody knows.
    UnknownLayer {
        /// The name that was given.
        name: String,
    },
    /// A document date that is not `YYYY-MM-DD`.
    BadDate {
        /// What was given.
        given: String,
    },
}

impl Error {
    /// The stable name of this kind of error.
    pub fn kind(&self) -> &'static str {
        match self {
            Error::EmptyText => "empty-text",
            Error::TooLarge { .. } => "too-large",
            Error::NotText => "not-text",
            Error::NotUtf8 { .. } => "not-utf8",
            Error::UnknownLayer { .. } => "unknown-layer",
            Error::BadDate { .. } => "bad-date",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::EmptyText => write!(f, "the text holds nothing but white space"),
            Error::TooLarge { bytes } => write!(f, "the text has {bytes} bytes; the limit is {}", crate::MAX_BYTES),
            Error::NotText => write!(f, "this is a binary file, not text"),
            Error::NotUtf8 { offset } => write!(f, "not UTF-8: the byte at offset {offset} cannot stand there"),
            Error::UnknownLayer { name } => write!(f, "there is no layer called '{name}'; the layers are {}", crate::Layer::names()),
            Error::BadDate { given } => write!(f, "'{given}' is not a date of the form YYYY-MM-DD"),
        }
    }
}

impl std::error::Error for Error {}

/// Short for results with [`Error`].
pub type Result<T> = std::result::Result<T, Error>;
