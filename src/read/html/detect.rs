//! Whether an input is HTML.
//!
//! Evidence: it begins as a page does, or with an element that is closed later on, or it holds
//! several kinds of elements, each of them closed.
//! A text that has a tag or two, or signs for "less than", is plain text.

use crate::read::scan::head;

/// How much of an input is looked at, in bytes.
const READ: usize = 64 << 10;

/// The elements that text is made of. The first ones have no end.
const ELEMENTS: [&str; 32] = [
    "br",
    "hr",
    "img",
    "meta",
    "link",
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "article",
    "section",
    "main",
    "header",
    "footer",
    "nav",
    "aside",
    "figure",
    "blockquote",
    "head",
    "body",
    "title",
];
const WITHOUT_END: usize = 5;

/// Whether an input that nobody told the format of is plainly HTML.
pub(in crate::read) fn is_html(input: &str) -> bool {
    let start = past_comments(input.trim_start_matches('\u{feff}').trim_start());
    let lower = head(start, 16).to_ascii_lowercase();
    if ["<!doctype html", "<html", "<head", "<body"]
        .iter()
        .any(|opening| lower.strip_prefix(opening).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric())))
    {
        return true;
    }
    let (opened, closed) = tags(head(start, READ));
    let kinds = (0..ELEMENTS.len()).filter(|at| opened & 1 << at != 0 && (*at < WITHOUT_END || closed & 1 << at != 0));
    let kinds = kinds.count();
    kinds > 2 || kinds > 0 && element(start).is_some()
}

/// What comes behind the comments and processing instructions at the start.
fn past_comments(mut input: &str) -> &str {
    loop {
        let (opening, end) = if input.starts_with("<!--") { ("<!--", "-->") } else { ("<?xml", "?>") };
        let Some(rest) = input.strip_prefix(opening) else { return input };
        let Some((_, rest)) = rest.split_once(end) else { return input };
        input = rest.trim_start();
    }
}

/// Which of the elements are opened in a text, and which closed: a bit for each.
fn tags(text: &str) -> (u32, u32) {
    let (mut opened, mut closed) = (0, 0);
    for (at, _) in text.match_indices('<') {
        let behind = &text[at + 1..];
        if let Some(element) = behind.strip_prefix('/').and_then(named) {
            closed |= 1 << element;
        } else if let Some(element) = element(&text[at..]) {
            opened |= 1 << element;
        }
    }
    (opened, closed)
}

/// The element whose tag a text starts with.
fn element(text: &str) -> Option<usize> {
    const LONGEST: usize = 1000;
    let behind = text.strip_prefix('<')?;
    let element = named(behind)?;
    let inside = head(behind, LONGEST).split(['<', '>']).next()?;
    let is_closed = behind[inside.len()..].starts_with('>');
    let attributes = inside[ELEMENTS[element].len()..].trim_matches([' ', '\t', '\n', '\r', '/']);
    (is_closed && (attributes.is_empty() || attributes.contains('='))).then_some(element)
}

/// The element whose name a text starts with.
fn named(text: &str) -> Option<usize> {
    let length = text.bytes().take(12).take_while(u8::is_ascii_alphanumeric).count();
    ELEMENTS.iter().position(|element| text[..length].eq_ignore_ascii_case(element))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_their_parts() {
        for input in [
            "<!DOCTYPE html><title>x</title>",
            "\u{feff}\n <!doctype HTML PUBLIC \"-//W3C//DTD\">",
            "<html lang=en>",
            "<?xml version=\"1.0\"?>\n<!-- saved --><html>",
            "<p>The ship left.</p>",
            "<div class=\"a\">The ship left.</div>",
            "<p class='x'>The ship<br>left.",
            "Ships leave <h2>Bergen</h2><p>They left.</p> <ul><li>one</li></ul>",
        ] {
            assert!(is_html(input), "{input}");
        }
    }

    #[test]
    fn text_with_signs_of_markup() {
        for input in [
            "",
            "<",
            "<p",
            "<html5 is fine>",
            "a < b and c > d",
            "The <p> element is closed by </p>, editors say.",
            "<b>LONDON</b> (Reuters) - Tin fell.",
            "<Ana.Mota@example.com> wrote: <p>",
            "<<< breaking >>>",
            "<p is less than q>",
            "<!-- nothing else",
        ] {
            assert!(!is_html(input), "{input}");
        }
    }
}
