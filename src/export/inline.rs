//! What stands in the lines of a text, as elements that are nested properly: mentions, quotations and
//! claims may cross each other and the blocks, elements may not. Where one would have to, it is closed
//! and opened again.

use std::iter::Peekable;
use std::vec;

use crate::article::Article;
use crate::text::Span;
use crate::text::order::{outer_place, sort_by_number};

/// A stretch that becomes an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Item {
    pub span: Span,
    pub kind: Kind,
}

/// What a stretch is, with its index in the article's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Claim(usize),
    /// A part of the speaker's own words.
    Quote(usize),
    Mention(usize),
}

/// What comes next in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Event<'a> {
    /// An element begins. The number counts the pieces of its stretch from 0.
    Open(Kind, u32),
    /// The element that was opened last ends.
    Close(Kind),
    Text(&'a str),
}

/// Walks through a text once, block by block.
pub(super) struct Inline<'a> {
    text: &'a str,
    coming: Peekable<vec::IntoIter<Item>>,
    /// What has begun and not ended, outermost first, with the number of its next piece.
    open: Vec<(Item, u32)>,
}

impl<'a> Inline<'a> {
    /// The mentions, quotations and claims of the article.
    pub fn new(article: &'a Article) -> Self {
        let claims = article.claims.iter().enumerate();
        let claims =
            claims.map(|(index, one)| Item { span: Span { start: one.start, end: one.end }, kind: Kind::Claim(index) });
        let quotes = article.quotes.iter().enumerate();
        let quotes = quotes.flat_map(|(index, one)| {
            one.content.iter().map(move |part| Item { span: *part, kind: Kind::Quote(index) })
        });
        let mentions = article.mentions.iter().enumerate();
        let mentions = mentions
            .map(|(index, one)| Item { span: Span { start: one.start, end: one.end }, kind: Kind::Mention(index) });
        Self::of(&article.text, claims.chain(quotes).chain(mentions).collect())
    }

    fn of(text: &'a str, mut items: Vec<Item>) -> Self {
        items.retain(|item| !item.span.is_empty());
        // Of two that begin together the longer one is outside.
        sort_by_number(&mut items, |item| outer_place(item.span));
        Inline { text, coming: items.into_iter().peekable(), open: Vec::new() }
    }

    /// Passes on what is in the stretch, which must not begin before the last one ended.
    pub fn walk(&mut self, stretch: Span, mut event: impl FnMut(Event<'a>)) {
        let mut at = stretch.start;
        self.open.retain(|(item, _)| item.span.end > at);
        for (item, piece) in &mut self.open {
            event(Event::Open(item.kind, *piece));
            *piece += 1;
        }
        while at < stretch.end {
            while let Some(item) = self.coming.next_if(|item| item.span.start <= at) {
                if item.span.end > at {
                    event(Event::Open(item.kind, 0));
                    self.open.push((item, 1));
                }
            }
            let begins = self.coming.peek().map_or(stretch.end, |item| item.span.start);
            let ends = self.open.iter().map(|(item, _)| item.span.end).min().unwrap_or(stretch.end);
            let next = begins.min(ends).min(stretch.end);
            event(Event::Text(Span { start: at, end: next }.of(self.text)));
            at = next;
            if at < stretch.end {
                self.close(at, &mut event);
            }
        }
        for (item, _) in self.open.iter().rev() {
            event(Event::Close(item.kind));
        }
    }

    /// Closes what ends here. What stands further in is closed with it and opened again.
    fn close(&mut self, at: u32, event: &mut impl FnMut(Event<'a>)) {
        let Some(outermost) = self.open.iter().position(|(item, _)| item.span.end == at) else {
            return;
        };
        for (item, _) in self.open[outermost..].iter().rev() {
            event(Event::Close(item.kind));
        }
        self.open.retain(|(item, _)| item.span.end > at);
        for (item, piece) in &mut self.open[outermost..] {
            event(Event::Open(item.kind, *piece));
            *piece += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The events of the text's stretches, written as nested brackets.
    fn check(items: &[(u32, u32, Kind)], stretches: &[(u32, u32)], expected: &str) {
        let items =
            items.iter().map(|(start, end, kind)| Item { span: Span { start: *start, end: *end }, kind: *kind });
        let mut inline = Inline::of("abcdefghij", items.collect());
        let mut written = String::new();
        for (start, end) in stretches {
            inline.walk(Span { start: *start, end: *end }, |event| match event {
                Event::Open(Kind::Claim(_), piece) => written.push_str(&format!("{{{piece}:")),
                Event::Open(Kind::Quote(_), piece) => written.push_str(&format!("[{piece}:")),
                Event::Open(Kind::Mention(_), piece) => written.push_str(&format!("({piece}:")),
                Event::Close(Kind::Claim(_)) => written.push('}'),
                Event::Close(Kind::Quote(_)) => written.push(']'),
                Event::Close(Kind::Mention(_)) => written.push(')'),
                Event::Text(text) => written.push_str(text),
            });
            written.push('/');
        }
        assert_eq!(written, expected);
    }

    #[test]
    fn elements_are_nested() {
        use Kind::*;
        check(&[], &[(0, 10)], "abcdefghij/");
        check(&[(2, 5, Mention(0)), (0, 6, Quote(0)), (0, 10, Claim(0))], &[(0, 10)], "{0:[0:ab(0:cde)f]ghij}/");
        check(&[(0, 4, Quote(0)), (2, 6, Mention(0))], &[(0, 10)], "[0:ab(0:cd)](1:ef)ghij/");
        check(&[(2, 8, Quote(0)), (4, 6, Mention(0))], &[(0, 5), (5, 10)], "ab[0:cd(0:e)]/[1:(1:f)gh]ij/");
        check(&[(3, 4, Quote(0))], &[(0, 2), (6, 8)], "ab/gh/");
        check(
            &[(0, 3, Quote(0)), (0, 3, Mention(0)), (3, 5, Mention(1))],
            &[(0, 3), (3, 10)],
            "[0:(0:abc)]/(0:de)fghij/",
        );
        check(&[(1, 1, Mention(0)), (1, 3, Mention(1))], &[(0, 10)], "a(0:bc)defghij/");
    }
}
