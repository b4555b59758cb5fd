//! Where an element stands in the page: a CSS selector that a browser finds it by.
//!
//! The way begins at the nearest element around it whose id is the only one of its kind, or at the body, and goes down
//! by each element's place among its siblings.

use std::collections::HashMap;

use super::tag::Tag::*;
use super::tree::{Attribute, Tree};

/// The places of all elements.
pub(super) struct Paths<'a> {
    tree: &'a Tree,
    /// Of each node the element around it and its place among the elements there, from one.
    places: Vec<(Option<u32>, u32)>,
    /// How often each id occurs.
    ids: HashMap<&'a str, u32>,
}

impl<'a> Paths<'a> {
    pub(super) fn new(tree: &'a Tree) -> Self {
        let mut paths = Paths { tree, places: Vec::with_capacity(tree.nodes.len()), ids: HashMap::new() };
        // The open elements, and how many elements each holds so far. The body stands for what is around all.
        let mut open: Vec<(u32, u32)> = Vec::new();
        let (mut outermost, mut in_body) = (0, false);
        for (index, node) in tree.nodes.iter().enumerate() {
            while open.pop_if(|(element, _)| tree.nodes[*element as usize].end as usize <= index).is_some() {}
            let around = open.last().map(|(element, _)| *element);
            let parent = around.filter(|parent| !paths.is_root(*parent));
            // Before the body begins, what belongs to the head is put there.
            in_body |= around.is_some_and(|around| tree.nodes[around as usize].tag == Some(Body))
                || parent.is_none() && node.tag.is_some_and(|tag| !matches!(tag, Html | Body) && !tag.is_of_head());
            // What stands outside of head and body is put into them.
            let is_root = |tag| matches!(tag, Html | Head | Body);
            let count = match (parent, open.last_mut()) {
                (Some(_), Some((_, count))) => count,
                _ => &mut outermost,
            };
            let counts = node.tag.is_some_and(|tag| !is_root(tag) && (parent.is_some() || in_body));
            *count += u32::from(counts);
            paths.places.push((parent, *count));
            if let Some(id) = tree.attribute(index, Attribute::Id) {
                *paths.ids.entry(id).or_default() += 1;
            }
            if node.tag.is_some() {
                open.push((index as u32, 0));
            }
        }
        paths
    }

    /// Whether an element is the page or its body.
    fn is_root(&self, index: u32) -> bool {
        matches!(self.tree.nodes[index as usize].tag, Some(Html | Body))
    }

    /// The selector of an element.
    pub(super) fn of(&self, element: usize) -> String {
        let mut steps = Vec::new();
        let mut next = Some(element as u32);
        let mut start = "body".to_string();
        while let Some(index) = next {
            if self.is_root(index) {
                break;
            }
            if let Some(id) = self.id(index as usize) {
                start = format!("#{id}");
                break;
            }
            let (parent, place) = self.places[index as usize];
            steps.push(place);
            next = parent;
        }
        for place in steps.into_iter().rev() {
            start += &format!(" > :nth-child({place})");
        }
        start
    }

    /// The element's id, if it is the only one and needs no escapes in a selector.
    fn id(&self, index: usize) -> Option<&'a str> {
        let id = self.tree.attribute(index, Attribute::Id)?;
        let is_plain = id.starts_with(|c: char| c.is_ascii_alphabetic())
            && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        (is_plain && self.ids.get(id) == Some(&1)).then_some(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_to_an_element() {
        for (markup, expected) in [
            ("<html><head><title>a</title></head><body><div></div><p>x", "body > :nth-child(2)"),
            ("<title>a</title><p>y</p><p>x", "body > :nth-child(2)"),
            ("<body><div id=main><div><!-- -->t<b></b><p>x", "#main > :nth-child(1) > :nth-child(2)"),
            ("<body><div id=a></div><div id=a><p>x", "body > :nth-child(2) > :nth-child(1)"),
            ("<table><tr><td>x", "body > :nth-child(1) > :nth-child(1) > :nth-child(1) > :nth-child(1)"),
            ("<html><head></head><body><script></script><p>x", "body > :nth-child(2)"),
            ("<body>x", "body"),
        ] {
            let tree = Tree::new(markup);
            let paths = Paths::new(&tree);
            let text = (0..tree.nodes.len()).find(|index| tree.text(*index) == "x").unwrap();
            let inside = |index: &usize| tree.nodes[*index].tag.is_some() && tree.nodes[*index].end as usize > text;
            let element = (0..text).rev().find(inside).unwrap();
            assert_eq!(paths.of(element), expected, "{markup}");
        }
    }
}
