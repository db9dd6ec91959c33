//! Tables without their comments, for the browser, where every byte is fetched.
//!
//! Comments explain a table to whoever edits it; what runs never looks at them. They are left out while the program is compiled, so
//! that the file in the tree stays the only copy there is.

/// The bytes of a table that are not of comments.
pub const fn length(table: &str) -> usize {
    let mut left = table.as_bytes();
    let (mut length, mut begins, mut kept) = (0, true, true);
    while let Some((&byte, after)) = left.split_first() {
        if begins {
            kept = byte != b'#';
        }
        if kept {
            length += 1;
        }
        begins = byte == b'\n';
        left = after;
    }
    length
}

/// A table without the lines that begin with `#`. `N` is its [`length`].
pub const fn bytes<const N: usize>(table: &str) -> [u8; N] {
    let mut out = [0; N];
    let (mut left, mut free): (&[u8], &mut [u8]) = (table.as_bytes(), &mut out);
    let (mut begins, mut kept) = (true, true);
    while let Some((&byte, after)) = left.split_first() {
        if begins {
            kept = byte != b'#';
        }
        if kept {
            let Some((slot, rest)) = free.split_first_mut() else { break };
            *slot = byte;
            free = rest;
        }
        begins = byte == b'\n';
        left = after;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = "# letter\tnote\nأ\t#1\n#\n\nب\t2\n# end";
    const BARE: [u8; length(WHOLE)] = bytes(WHOLE);

    #[test]
    fn comments_go_and_rows_stay() {
        assert_eq!(std::str::from_utf8(&BARE), Ok("أ\t#1\n\nب\t2\n"));
    }
}
