//! A place in a short text that moves forward: what the readers of datelines and dates share.

/// A text and how much of it has been read.
#[derive(Clone, Copy)]
pub(super) struct Scan<'a> {
    pub text: &'a str,
    pub at: usize,
}

impl<'a> Scan<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Scan { text, at: 0 }
    }

    /// What has not been read.
    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Passes a string if it comes next.
    pub(super) fn eat(&mut self, expected: &str) -> bool {
        let found = self.rest().starts_with(expected);
        if found {
            self.at += expected.len();
        }
        found
    }

    /// Passes characters while they are of a kind, and gives them.
    pub(super) fn take_while(&mut self, mut of_kind: impl FnMut(char) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest.find(|c| !of_kind(c)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    /// Passes white space; tells whether there was any.
    pub(super) fn spaces(&mut self) -> bool {
        !self.take_while(char::is_whitespace).is_empty()
    }

    /// Passes what a reader recognises; moves back where it recognises nothing.
    pub(super) fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let start = self.at;
        let found = read(self);
        if found.is_none() {
            self.at = start;
        }
        found
    }

    /// Passes a string if it comes next, with white space before and after it.
    pub(super) fn eat_spaced(&mut self, expected: &str) -> bool {
        self.attempt(|scan| {
            scan.spaces();
            scan.eat(expected).then(|| scan.spaces())
        })
        .is_some()
    }
}

/// The start of a text, no longer than a number of bytes.
pub(super) fn head(text: &str, bytes: usize) -> &str {
    let mut end = text.len().min(bytes);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The end of a text, no longer than a number of bytes.
pub(super) fn tail(text: &str, bytes: usize) -> &str {
    let mut start = text.len().saturating_sub(bytes);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}
