//! Elements that are none of the article's: related links, bars to share it, comments, boxes for
//! newsletters and consent, adverts.
//!
//! Evidence: the words in an element's class and id. Names lie, and so an element that holds the
//! headline or much of the page's running text is no clutter whatever it is called.

use super::tag::Tag::*;
use super::tree::{Attribute, Tree};

/// An element that holds a larger part of the running text is kept: a hundredth is the unit.
const SHARE: u32 = 25;

/// Comments may be longer than the article.
const SHARE_OF_COMMENTS: u32 = 90;

/// The longest names that are read, in bytes.
const LONGEST: usize = 400;

/// Words any of which names clutter.
const WORDS: [&str; 66] = [
    "ad",
    "addtoany",
    "ads",
    "adsense",
    "advert",
    "advertisement",
    "advertising",
    "authorbox",
    "breadcrumb",
    "breadcrumbs",
    "commentlist",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "crumbs",
    "cta",
    "disqus",
    "donate",
    "donation",
    "footer",
    "gdpr",
    "login",
    "masthead",
    "menu",
    "modal",
    "morelikethis",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "newsletters",
    "optin",
    "outbrain",
    "pager",
    "pagination",
    "popular",
    "popup",
    "promo",
    "promos",
    "promotion",
    "readmore",
    "recirc",
    "recirculation",
    "recommendations",
    "recommended",
    "related",
    "relatedposts",
    "respond",
    "share",
    "sharebar",
    "sharedaddy",
    "sharethis",
    "sharing",
    "sidebar",
    "signup",
    "social",
    "socials",
    "sponsor",
    "sponsored",
    "subscribe",
    "subscription",
    "taboola",
    "tagcloud",
    "trending",
    "upsell",
];

/// Two words in a row that name clutter.
const PAIRS: [[&str; 2]; 44] = [
    ["about", "author"],
    ["also", "like"],
    ["also", "read"],
    ["author", "bio"],
    ["author", "box"],
    ["author", "card"],
    ["author", "description"],
    ["author", "details"],
    ["author", "info"],
    ["author", "profile"],
    ["back", "top"],
    ["call", "action"],
    ["comment", "list"],
    ["comment", "respond"],
    ["comment", "section"],
    ["email", "form"],
    ["entry", "footer"],
    ["latest", "news"],
    ["latest", "posts"],
    ["mailing", "list"],
    ["more", "articles"],
    ["more", "from"],
    ["more", "posts"],
    ["more", "stories"],
    ["most", "read"],
    ["next", "article"],
    ["next", "post"],
    ["opt", "in"],
    ["post", "footer"],
    ["post", "tags"],
    ["prev", "next"],
    ["read", "more"],
    ["read", "next"],
    ["reading", "time"],
    ["recent", "posts"],
    ["related", "articles"],
    ["screen", "reader"],
    ["see", "also"],
    ["sign", "up"],
    ["site", "header"],
    ["skip", "link"],
    ["sr", "only"],
    ["tag", "list"],
    ["visually", "hidden"],
];

/// Words of comments.
const COMMENTS: [&str; 3] = ["comments", "commentlist", "disqus"];

/// Which nodes are elements that are none of the article's. `weights` tells how much running text
/// stands before each node, and one more for the end.
pub(super) fn find(tree: &Tree, weights: &[u32]) -> Vec<bool> {
    let mut clutter = vec![false; tree.nodes.len()];
    let total = weights[tree.nodes.len()].max(1);
    let headlines: Vec<usize> = (0..tree.nodes.len()).filter(|index| tree.nodes[*index].tag == Some(H1)).collect();
    for (index, node) in tree.nodes.iter().enumerate() {
        if node.tag.is_none_or(|tag| matches!(tag, Html | Body | Main | Head | H1 | H2 | H3 | P | A)) {
            continue;
        }
        let Some(most) = most(tree, index) else { continue };
        let end = node.end as usize;
        let weight = weights[end] - weights[index];
        let next_headline = headlines.partition_point(|headline| *headline < index);
        let holds_headline = headlines.get(next_headline).is_some_and(|headline| *headline < end);
        clutter[index] = !holds_headline && u64::from(weight) * 100 <= u64::from(total) * u64::from(most);
    }
    clutter
}

/// The largest part of the text that an element of such a name may hold to be clutter; none for
/// any other name.
fn most(tree: &Tree, index: usize) -> Option<u32> {
    let names = [Attribute::Class, Attribute::Id].into_iter().filter_map(|name| tree.attribute(index, name));
    let mut most = None;
    let (mut word, mut last) = (String::new(), String::new());
    for name in names.flat_map(|names| names.split_ascii_whitespace()).filter(|name| name.len() <= LONGEST) {
        last.clear();
        for part in words(name) {
            word.clear();
            word.push_str(part);
            word.make_ascii_lowercase();
            if COMMENTS.contains(&word.as_str()) && last.is_empty() {
                return Some(SHARE_OF_COMMENTS);
            }
            let is_pair = || !last.is_empty() && PAIRS.binary_search(&[&last, &word]).is_ok();
            if WORDS.binary_search(&word.as_str()).is_ok() || is_pair() {
                most = Some(SHARE);
            }
            std::mem::swap(&mut word, &mut last);
        }
    }
    most
}

/// The words of a name: "postFooter", "post-footer", "post_footer".
pub(super) fn words(name: &str) -> impl Iterator<Item = &str> {
    let mut rest = name;
    std::iter::from_fn(move || {
        let start = rest.bytes().position(|byte| byte.is_ascii_alphabetic())?;
        let mut lower = false;
        let is_end = |byte: u8| {
            let ends = !byte.is_ascii_alphabetic() || lower && byte.is_ascii_uppercase();
            lower = byte.is_ascii_lowercase();
            ends
        };
        let end = rest.bytes().skip(start).position(is_end).map_or(rest.len(), |length| start + length);
        let word = &rest[start..end];
        rest = &rest[end..];
        Some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_sorted() {
        assert!(WORDS.is_sorted());
        assert!(PAIRS.is_sorted());
    }

    #[test]
    fn names_are_cut_into_words() {
        for (name, expected) in [
            ("post-footer", &["post", "footer"][..]),
            ("postFooter__x2", &["post", "Footer", "x"]),
            ("NAV", &["NAV"]),
            ("éa-éb", &["a", "b"]),
            ("--", &[]),
        ] {
            assert_eq!(words(name).collect::<Vec<_>>(), expected, "{name}");
        }
    }
}
