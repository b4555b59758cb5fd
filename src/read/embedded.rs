//! Posts of social networks between paragraphs.
//!
//! Finds: the words of a post with its addresses, name, handle and date, as they come out of a
//! page: "… https://t.co/x pic.twitter.com/y— Ana Mota (@anamota) May 3, 2019".
//! Evidence: a name and a handle behind a dash, and a date.
//! Does not find: posts without a handle.

use super::calendar;
use super::scan::Scan;

/// The longest post with its addresses and names, in bytes. What comes before is not of it.
const LONGEST: usize = 1400;

/// Where a post that begins with the passage ends, if one does.
pub(super) fn end(passage: &str) -> Option<usize> {
    if !passage.as_bytes().contains(&b'@') {
        return None;
    }
    let (handle, _) = passage.match_indices("(@").find(|(at, _)| signs(&passage[..*at]))?;
    if handle > LONGEST {
        return None;
    }
    let mut scan = Scan { text: passage, at: handle + 2 };
    let name = scan.take_while(|c| c.is_ascii_alphanumeric() || c == '_');
    if name.is_empty() || !scan.eat(")") {
        return None;
    }
    scan.spaces();
    calendar::date(&mut scan).filter(|date| date.year.is_some())?;
    Some(scan.at)
}

/// Whether the text ends in a dash and a name, as a signature does.
fn signs(text: &str) -> bool {
    let near = super::scan::tail(text, 120);
    near.rfind(['—', '–', '―']).is_some_and(|dash| !near[dash..].contains(['.', '\n']))
        || near.rfind("- ").is_some_and(|dash| near.len() - dash < 40)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_and_the_sentence_glued_to_it() {
        let post = "Wind is rising. https://t.co/a1 pic.twitter.com/b2— Harbour Watch (@harbourwatch) May 3, 2019";
        let glued = format!("{post}The harbour was closed.");
        assert_eq!(end(&glued), Some(post.len()));
        assert_eq!(end(post), Some(post.len()));
    }

    #[test]
    fn a_handle_alone_is_no_post() {
        for text in ["Ana Mota (@anamota) said on May 3, 2019", "— Ana (@", "— Ana (@a) today", ""] {
            assert_eq!(end(text), None, "{text}");
        }
    }
}
