//! Words that a page puts into its articles to serve its readers: to share, to print, to read on.
//!
//! Evidence: whole lines in `furniture.tsv`, and headings that begin as one of its openings does. What stands
//! under such a heading is a teaser until running text begins again.

use std::sync::LazyLock;

use crate::article::BlockKind;
use crate::read::layout::Passage;

/// The longest line that is looked up, in bytes.
const LONGEST: usize = 60;

/// A paragraph of this many bytes is running text, and no description of something to read.
const RUNNING: usize = 250;

/// The rows of one kind.
fn rows(kind: &str) -> Vec<&'static str> {
    let rows = include_str!("furniture.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|line| line.split_once('\t')).filter(|(of, _)| *of == kind).map(|(_, words)| words).collect()
}

static LINES: LazyLock<Vec<&str>> = LazyLock::new(|| rows("line"));
static HEADINGS: LazyLock<Vec<&str>> = LazyLock::new(|| rows("heading"));

/// Whether the words are a line of its own that is none of the article's.
pub(super) fn is_line(words: &str) -> bool {
    if words.len() > LONGEST {
        return false;
    }
    let words = folded(words);
    LINES.binary_search(&words.as_str()).is_ok() || is_reading_time(&words) || is_share(&words)
}

/// Marks what stands under headings that lead away from the article.
pub(super) fn mark_tails(text: &str, passages: &mut [Passage]) {
    let mut in_tail = false;
    for index in 0..passages.len() {
        let passage = passages[index];
        let may_lead = matches!(passage.given, None | Some(BlockKind::Subheading | BlockKind::Teaser));
        if may_lead && leads_away(passage.span.of(text)) {
            in_tail = true;
        } else if in_tail && goes_on(&passages[index..]) {
            in_tail = false;
        }
        if in_tail {
            passages[index].given = Some(BlockKind::Teaser);
        }
    }
}

/// Whether the article goes on: running text, right away or under a heading.
fn goes_on(passages: &[Passage]) -> bool {
    let is_long = |passage: &Passage| passage.given.is_none() && passage.span.range().len() >= RUNNING;
    match passages {
        [first, ..] if is_long(first) => true,
        [first, second, ..] => first.given == Some(BlockKind::Subheading) && is_long(second),
        _ => false,
    }
}

/// Whether a heading stands over links to other articles, forms or comments.
fn leads_away(words: &str) -> bool {
    if words.len() > LONGEST {
        return false;
    }
    let words = folded(words);
    // A single word opens too many headings to stand for them.
    HEADINGS.iter().any(|heading| match words.strip_prefix(heading) {
        Some(rest) => rest.is_empty() || heading.contains(' ') && !rest.starts_with(char::is_alphanumeric),
        None => false,
    })
}

/// "8 min read", "3 minute read".
fn is_reading_time(words: &str) -> bool {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < words.len()
        && matches!(
            rest.trim_start().trim_start_matches('-'),
            "min read" | "mins read" | "minute read" | "minutes read" | "min" | "minutes"
        )
}

/// "Share on Facebook", "Share via email".
fn is_share(words: &str) -> bool {
    let behind = ["share on ", "share to ", "share via ", "share with ", "tweet on ", "pin on ", "follow us on "];
    behind.iter().any(|opening| words.strip_prefix(opening).is_some_and(|rest| rest.split(' ').count() <= 3))
}

/// In lower case, without signs at the ends.
fn folded(words: &str) -> String {
    words.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_sorted() {
        assert!(LINES.is_sorted(), "{:?}", LINES.windows(2).find(|pair| pair[0] > pair[1]));
    }

    #[test]
    fn lines_and_headings() {
        for line in ["Share", "SHARE THIS ARTICLE", "8 min read", "Share on Facebook", "Copy link", "Advertisement"] {
            assert!(is_line(line), "{line}");
        }
        for line in ["The minute read well.", "Shares fell", "8 minutes later", "Print media", ""] {
            assert!(!is_line(line), "{line}");
        }
        for heading in ["Related articles", "You may also like", "Leave a comment", "Read next:"] {
            assert!(leads_away(heading), "{heading}");
        }
        for heading in ["Relatedness", "The latest on the strike", "Comments by the minister", "Sharing the burden"] {
            assert!(!leads_away(heading), "{heading}");
        }
    }
}
