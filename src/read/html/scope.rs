//! Where the article stands in the page, and what within it is left out.
//!
//! Evidence: what the page's own markup says: `article`, `main`, roles and microdata. A page
//! without such marks is read whole.

use super::clutter;
use super::tag::Tag::*;
use super::tree::{Attribute, Tree};

/// The part of the page that is read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scope {
    pub start: usize,
    pub end: usize,
    pub mark: Mark,
}

/// What shows that the article stands there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Mark {
    /// An element that is made to hold the page's article or main part.
    Article,
    /// Nothing but that most of the page's running text stands there.
    Text,
    /// Nothing: it is the whole body of a page.
    Body,
    /// Nothing: the input is a part of a page.
    Fragment,
}

/// Finds the part of the page that is to be read. What the names of elements tell to be none of the article's is marked
/// as such in the tree.
pub(super) fn find(tree: &mut Tree) -> Scope {
    if tree.is_part {
        return Scope { start: 0, end: tree.nodes.len(), mark: Mark::Fragment };
    }
    tree.clutter = clutter::find(tree, &Weights::new(tree).0);
    let weights = Weights::new(tree);
    let whole = Scope { start: 0, end: tree.nodes.len(), mark: Mark::Body };
    let heaviest = |is_wanted: &dyn Fn(usize) -> bool| {
        let mut best: Option<Scope> = None;
        for index in (0..tree.nodes.len()).filter(|index| tree.nodes[*index].tag.is_some() && is_wanted(*index)) {
            let scope = Scope { start: index, end: tree.nodes[index].end as usize, mark: Mark::Article };
            // Of equals the outermost, which comes first.
            if best.is_none_or(|best| weights.of(scope) > weights.of(best)) {
                best = Some(scope);
            }
        }
        best
    };
    let main =
        heaviest(&|index| tree.nodes[index].tag == Some(Main) || tree.attribute_has(index, Attribute::Role, &["main"]));
    let article = heaviest(&|index| tree.nodes[index].tag == Some(Article));
    let body = heaviest(&|index| tree.attribute_has(index, Attribute::Itemprop, &["articleBody"]));
    let total = weights.of(main.unwrap_or(whole)).max(1);
    // A page of many short articles is no article; nor is a teaser beside one.
    let holds_most = |scope: &Scope| weights.of(*scope) > 0 && weights.of(*scope) * 3 >= total;
    let marked = body.filter(holds_most).or(article.filter(holds_most)).or(main.filter(holds_most));
    narrow(tree, &weights, marked.unwrap_or(whole))
}

/// The innermost element that still holds nearly all of the running text.
fn narrow(tree: &Tree, weights: &Weights, scope: Scope) -> Scope {
    /// Of a hundred parts of the text so many stay. What nothing marks may lose more.
    const KEPT: u64 = 95;
    const KEPT_OF_PAGE: u64 = 75;
    let (mark, kept) = match scope.mark {
        Mark::Body => (Mark::Text, KEPT_OF_PAGE),
        marked => (marked, KEPT),
    };
    let enough = u64::from(weights.of(scope)) * kept;
    let mut narrow = scope;
    for index in scope.start..scope.end {
        let node = tree.nodes[index];
        if matches!(node.tag, Some(Div | Section | Article | Main | Td | Center | Form)) {
            let inner = Scope { start: index, end: node.end as usize, mark };
            if weights.of(inner) > 0 && u64::from(weights.of(inner)) * 100 >= enough {
                narrow = inner;
            }
        }
    }
    narrow
}

/// Whether an element is left out with all that it holds. A header is the page's own outside of an
/// article and the article's within.
pub(super) fn is_left_out(tree: &Tree, index: usize, in_article: bool) -> bool {
    const ROLES: [&str; 10] = [
        "alert",
        "alertdialog",
        "banner",
        "complementary",
        "contentinfo",
        "dialog",
        "menu",
        "menubar",
        "navigation",
        "search",
    ];
    let Some(tag) = tree.nodes[index].tag else { return false };
    match tag {
        Html | Body => false,
        Nav | Aside | Footer | Search => true,
        Header if !in_article => true,
        _ => {
            tag.is_without_text()
                || !tree.shows_hidden
                    && (tree.clutter.get(index).is_some_and(|clutter| *clutter) || is_hidden(tree, index))
                || tree.attribute_has(index, Attribute::Role, &ROLES)
        }
    }
}

/// Whether the page itself hides the element from its readers. What they open by a click is not hidden from them.
fn is_hidden(tree: &Tree, index: usize) -> bool {
    if tree.attribute_has(index, Attribute::Role, &["region", "tabpanel"]) {
        return false;
    }
    let is = |attribute, value: &str| {
        tree.attribute(index, attribute).is_some_and(|found| found.eq_ignore_ascii_case(value))
    };
    tree.attribute(index, Attribute::Hidden).is_some_and(|value| value != "until-found")
        || is(Attribute::AriaHidden, "true")
        || is(Attribute::AriaModal, "true")
        || tree.attribute(index, Attribute::Style).is_some_and(hides)
}

/// Whether a style takes an element out of sight.
fn hides(style: &str) -> bool {
    style.split(';').any(|declaration| {
        declaration.split_once(':').is_some_and(|(property, value)| {
            let value = value.trim().trim_end_matches("!important").trim_end();
            let is = |name: &str, hidden: &str| {
                property.trim().eq_ignore_ascii_case(name) && value.eq_ignore_ascii_case(hidden)
            };
            is("display", "none") || is("visibility", "hidden")
        })
    })
}

/// How much running text stands before each node.
struct Weights(Vec<u32>);

impl Weights {
    /// Text in paragraphs counts four times, text in links not at all.
    fn new(tree: &Tree) -> Self {
        let mut sums = Vec::with_capacity(tree.nodes.len() + 1);
        let (mut sum, mut paragraph, mut link) = (0, 0, 0);
        while let Some(node) = tree.nodes.get(sums.len()) {
            let index = sums.len();
            sums.push(sum);
            match node.tag {
                None if (index as u32) < link => {}
                None => {
                    let length = tree.text(index).trim_ascii().len() as u32;
                    sum += if (index as u32) < paragraph { 4 * length } else { length };
                }
                Some(_) if is_left_out(tree, index, true) => sums.resize(node.end as usize, sum),
                Some(P) => paragraph = paragraph.max(node.end),
                Some(A) => link = link.max(node.end),
                Some(_) => {}
            }
        }
        sums.push(sum);
        Weights(sums)
    }

    fn of(&self, scope: Scope) -> u32 {
        self.0[scope.end] - self.0[scope.start]
    }
}
