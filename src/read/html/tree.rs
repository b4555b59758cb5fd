//! Markup becomes a tree, as a browser would build it: what a writer left open is closed, what was
//! closed twice is ignored.
//!
//! The tree is a list of nodes in document order, each of which knows where its content ends. To
//! pass over an element is to go on behind its end, so nothing here or later needs recursion.

use html5gum::{Emitter, Error, State, Tokenizer};

use super::tag::Tag::{self, *};
use crate::text::Span;

/// Elements nest this deep at most. A deeper one takes the place of its parent, as it does in
/// browsers, so that looking through the open elements takes bounded time.
const DEPTH: usize = 512;

/// A page.
#[derive(Default)]
pub(super) struct Tree {
    pub nodes: Vec<Node>,
    /// Whether what the page hides from its readers is shown: where scripts are to show it, there
    /// may be nothing else.
    pub shows_hidden: bool,
    /// Whether it is a part of a page, all of which is read.
    pub is_part: bool,
    /// Whether each node is an element whose name says that it is none of the article's; see
    /// `clutter`. Empty until that is known.
    pub clutter: Vec<bool>,
    /// The text of all text nodes and the values of attributes.
    strings: String,
    attributes: Vec<(Attribute, Span)>,
}

/// An element or a text.
#[derive(Clone, Copy)]
pub(super) struct Node {
    /// None is a text.
    pub tag: Option<Tag>,
    /// The index of the first node behind this one and all it holds.
    pub end: u32,
    /// The place of the text in the strings, or of the element's attributes in their list.
    place: Span,
}

macro_rules! attributes {
    ($($attribute:ident $($name:literal)|+)*) => {
        /// The attributes that are kept.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Attribute {
            $($attribute,)*
        }

        impl Attribute {
            fn named(name: &[u8]) -> Option<Attribute> {
                match name {
                    $($($name)|+ => Some(Attribute::$attribute),)*
                    _ => None,
                }
            }
        }
    };
}

attributes! {
    Alt b"alt" AriaHidden b"aria-hidden" AriaModal b"aria-modal" Class b"class" Content b"content"
    DataComponent b"data-component" DataTestid b"data-testid" Datetime b"datetime" Hidden b"hidden" Href b"href" Id b"id" Itemprop b"itemprop" Lang b"lang"
    Name b"name" Property b"property" Rel b"rel" Role b"role" Style b"style"
    Timestamp b"data-date"|b"data-datetime"|b"data-published"|b"data-time"|b"data-timestamp"|b"data-utime"|b"publishdate"|b"timestamp"
    Title b"title" Type b"type"
}

impl Tree {
    /// Reads a page or a part of one.
    pub(super) fn new(markup: &str) -> Tree {
        let mut tree = Tree::default();
        let Ok(()) = Tokenizer::new_with_emitter(markup, Builder::new(&mut tree)).finish();
        tree.is_part = !tree.nodes.iter().any(|node| matches!(node.tag, Some(Html | Body | Head)));
        tree
    }

    /// The text of a text node; an element has none of its own.
    pub(super) fn text(&self, index: usize) -> &str {
        let node = &self.nodes[index];
        if node.tag.is_none() { node.place.of(&self.strings) } else { "" }
    }

    /// The value of an element's attribute.
    pub(super) fn attribute(&self, index: usize, wanted: Attribute) -> Option<&str> {
        let node = self.nodes[index];
        node.tag?;
        let (_, value) = self.attributes[node.place.range()].iter().find(|(attribute, _)| *attribute == wanted)?;
        Some(value.of(&self.strings))
    }

    /// Whether one of the words of an attribute is among the wanted ones.
    pub(super) fn attribute_has(&self, index: usize, attribute: Attribute, wanted: &[&str]) -> bool {
        self.attribute(index, attribute).is_some_and(|value| {
            value.split_ascii_whitespace().any(|word| wanted.iter().any(|wanted| word.eq_ignore_ascii_case(wanted)))
        })
    }
}

/// Takes the tokenizer's events and writes the tree. Errors in the markup are nobody's concern.
struct Builder<'a> {
    tree: &'a mut Tree,
    /// The indices of the elements that are open, outermost first.
    open: Vec<u32>,
    /// The text since the last tag. It comes in pieces that need not be whole characters.
    text: Vec<u8>,
    /// The tag that is being read.
    name: Vec<u8>,
    is_end: bool,
    is_self_closing: bool,
    attributes: Vec<(Attribute, Span)>,
    attribute_name: Vec<u8>,
    attribute_value: Vec<u8>,
    /// The last start tag, which alone can end a text without markup such as a script.
    last_start: Vec<u8>,
    /// How many of the open elements are drawings or formulas, whose content has rules of its own.
    foreign: usize,
    /// How many of the open elements are paragraphs. Mostly there is none to look for.
    paragraphs: usize,
    has_html: bool,
    has_body: bool,
}

impl<'a> Builder<'a> {
    fn new(tree: &'a mut Tree) -> Self {
        Builder {
            tree,
            open: Vec::new(),
            text: Vec::new(),
            name: Vec::new(),
            is_end: false,
            is_self_closing: false,
            attributes: Vec::new(),
            attribute_name: Vec::new(),
            attribute_value: Vec::new(),
            last_start: Vec::new(),
            foreign: 0,
            paragraphs: 0,
            has_html: false,
            has_body: false,
        }
    }

    fn tag_of(&self, index: u32) -> Tag {
        self.tree.nodes[index as usize].tag.expect("only elements are open")
    }

    fn current(&self) -> Option<Tag> {
        self.open.last().map(|index| self.tag_of(*index))
    }

    /// The place in `open` of the innermost element that is wanted, if no boundary stands around
    /// all that was looked at.
    fn find(&self, wanted: impl Fn(Tag) -> bool, boundary: impl Fn(Tag) -> bool) -> Option<usize> {
        for (place, index) in self.open.iter().enumerate().rev() {
            let tag = self.tag_of(*index);
            if wanted(tag) {
                return Some(place);
            }
            if boundary(tag) {
                return None;
            }
        }
        None
    }

    /// Closes the elements from a place in `open` on.
    fn close(&mut self, place: usize) {
        let end = self.tree.nodes.len() as u32;
        for index in self.open.drain(place..) {
            let node = &mut self.tree.nodes[index as usize];
            node.end = end;
            self.foreign -= usize::from(is_foreign(node.tag));
            self.paragraphs -= usize::from(node.tag == Some(P));
        }
    }

    fn close_found(&mut self, wanted: impl Fn(Tag) -> bool, boundary: impl Fn(Tag) -> bool) {
        if let Some(place) = self.find(wanted, boundary) {
            self.close(place);
        }
    }

    /// Writes the text that has come in.
    fn flush_text(&mut self) {
        if self.text.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.text);
        if self.current() == Some(Head) && !text.trim_ascii().is_empty() {
            self.close(self.open.len() - 1);
        }
        let start = self.tree.strings.len();
        for piece in String::from_utf8_lossy(&text).split('\0') {
            self.tree.strings.push_str(piece);
        }
        let place = Span::new(start, self.tree.strings.len());
        if !place.is_empty() {
            let end = self.tree.nodes.len() as u32 + 1;
            self.tree.nodes.push(Node { tag: None, end, place });
        }
        // The allocation serves the next text.
        self.text = text;
        self.text.clear();
    }

    /// Keeps the attribute that has been read; of two with one name, the first.
    fn flush_attribute(&mut self) {
        if let Some(attribute) = Attribute::named(&self.attribute_name).filter(|_| !self.is_end)
            && self.attributes.iter().all(|(other, _)| *other != attribute)
        {
            let start = self.tree.strings.len();
            self.tree.strings.push_str(&String::from_utf8_lossy(&self.attribute_value));
            self.attributes.push((attribute, Span::new(start, self.tree.strings.len())));
        }
        self.attribute_name.clear();
        self.attribute_value.clear();
    }

    fn start(&mut self, tag: Tag) -> Option<State> {
        if self.foreign > 0 && (tag.is_block() || tag == Br) {
            let outermost = self.open.iter().position(|index| is_foreign(Some(self.tag_of(*index))));
            self.close(outermost.expect("one is open"));
        }
        let foreign = self.foreign > 0;
        if !foreign {
            // A page has one of each.
            let seen = match tag {
                Html => std::mem::replace(&mut self.has_html, true),
                Body => std::mem::replace(&mut self.has_body, true),
                _ => false,
            };
            if seen {
                return None;
            }
            self.close_implied(tag);
        }
        if tag == Tr && self.current() == Some(Table) {
            // The element that browsers put between, so that an element's place among its siblings is theirs.
            let attributes = std::mem::take(&mut self.attributes);
            self.push(Tbody);
            self.attributes = attributes;
        }
        self.push(tag);
        if tag.is_void() || foreign && self.is_self_closing {
            self.close(self.open.len() - 1);
        }
        match tag {
            _ if foreign => None,
            Title | Textarea => Some(State::RcData),
            Script => Some(State::ScriptData),
            Style | Iframe | Xmp | Noembed | Noframes | Noscript => Some(State::RawText),
            Plaintext => Some(State::PlainText),
            _ => None,
        }
    }

    fn push(&mut self, tag: Tag) {
        if self.open.len() >= DEPTH {
            self.close(DEPTH - 1);
        }
        let place = Span::new(self.tree.attributes.len(), self.tree.attributes.len() + self.attributes.len());
        self.tree.attributes.append(&mut self.attributes);
        let index = self.tree.nodes.len() as u32;
        self.tree.nodes.push(Node { tag: Some(tag), end: index + 1, place });
        self.open.push(index);
        self.foreign += usize::from(is_foreign(Some(tag)));
        self.paragraphs += usize::from(tag == P);
    }

    /// Closes what the start of an element ends without an end tag.
    fn close_implied(&mut self, tag: Tag) {
        let is_cell_or_table = |other| matches!(other, Td | Th | Caption | Table | Button | Object | Template);
        if !tag.is_of_head() {
            self.close_found(|other| other == Head, |_| true);
        }
        if self.paragraphs > 0 && (tag.closes_paragraph() || matches!(tag, Li | Dd | Dt)) {
            self.close_found(|other| other == P, is_cell_or_table);
        }
        match tag {
            Li => self.close_found(|other| other == Li, |other| is_list(other) || is_cell_or_table(other)),
            Dd | Dt => {
                self.close_found(|other| matches!(other, Dd | Dt), |other| is_list(other) || is_cell_or_table(other));
            }
            A => {
                let boundary = |other: Tag| other.is_block();
                self.close_found(|other| other == A, boundary);
            }
            Choice => self.close_found(|other| other == Choice, |other| other.is_block() || other == Select),
            Td | Th => {
                self.close_found(|other| matches!(other, Td | Th | Caption), |other| matches!(other, Tr | Table))
            }
            Tr => self.close_found(|other| matches!(other, Tr | Caption), |other| other == Table),
            Tbody | Thead | Tfoot => {
                self.close_found(|other| matches!(other, Tbody | Thead | Tfoot | Caption), |other| other == Table);
            }
            _ if tag.is_heading() => self.close_found(Tag::is_heading, |_| true),
            _ => {}
        }
    }

    fn end(&mut self, tag: Tag) {
        match tag {
            // What comes behind the end of a page is its content all the same.
            Html | Body => {}
            Br => self.push_closed(Br),
            _ if tag.is_heading() => self.close_found(Tag::is_heading, is_scope),
            Tr | Tbody | Thead | Tfoot | Td | Th | Caption => {
                self.close_found(|other| other == tag, |other| other == Table);
            }
            Table | Template => self.close_found(|other| other == tag, |other| other == Template),
            P if self.find(|other| other == P, is_scope).is_none() => {
                self.attributes.clear();
                self.push_closed(P);
            }
            _ if tag.is_block() || tag.is_without_text() => self.close_found(|other| other == tag, is_scope),
            A => self.end_link(),
            _ => self.close_found(|other| other == tag, Tag::is_block),
        }
    }

    fn push_closed(&mut self, tag: Tag) {
        self.push(tag);
        self.close(self.open.len() - 1);
    }

    /// A link may be closed before the blocks within it are. What follows in these is no link, and
    /// so the element must not count as one.
    fn end_link(&mut self) {
        match self.find(|other| other == A, is_scope) {
            Some(place) if self.open[place..].iter().any(|index| self.tag_of(*index).is_block()) => {
                self.tree.nodes[self.open[place] as usize].tag = Some(Tag::named(b"span"));
            }
            Some(place) => self.close(place),
            None => {}
        }
    }
}

fn is_foreign(tag: Option<Tag>) -> bool {
    matches!(tag, Some(Svg | Math))
}

fn is_list(tag: Tag) -> bool {
    matches!(tag, Ul | Ol | Dl | Menu | Dir)
}

/// Whether an end tag within the element closes nothing outside of it.
fn is_scope(tag: Tag) -> bool {
    matches!(tag, Td | Th | Caption | Table | Template | Html | Body)
}

// The tokenizer's states call these in a hundred places; inlined, they would cost kilobytes.
impl Emitter for Builder<'_> {
    type Token = std::convert::Infallible;

    fn set_last_start_tag(&mut self, _: Option<&[u8]>) {}

    fn emit_eof(&mut self) {
        self.flush_text();
        self.close(0);
    }

    fn emit_error(&mut self, _: Error) {}

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Self::Token> {
        None
    }

    #[inline(never)]
    fn emit_string(&mut self, piece: &[u8]) {
        self.text.extend_from_slice(piece);
    }

    #[inline(never)]
    fn init_start_tag(&mut self) {
        self.name.clear();
        self.attributes.clear();
        self.is_end = false;
        self.is_self_closing = false;
    }

    #[inline(never)]
    fn init_end_tag(&mut self) {
        self.init_start_tag();
        self.is_end = true;
    }

    #[inline(never)]
    fn emit_current_tag(&mut self) -> Option<State> {
        self.flush_attribute();
        self.flush_text();
        let tag = Tag::named(&self.name);
        if self.is_end {
            self.end(tag);
            return None;
        }
        let state = self.start(tag);
        std::mem::swap(&mut self.last_start, &mut self.name);
        state
    }

    #[inline(never)]
    fn push_tag_name(&mut self, piece: &[u8]) {
        self.name.extend_from_slice(piece);
    }

    fn set_self_closing(&mut self) {
        self.is_self_closing = true;
    }

    #[inline(never)]
    fn init_attribute(&mut self) {
        self.flush_attribute();
    }

    #[inline(never)]
    fn push_attribute_name(&mut self, piece: &[u8]) {
        self.attribute_name.extend_from_slice(piece);
    }

    #[inline(never)]
    fn push_attribute_value(&mut self, piece: &[u8]) {
        self.attribute_value.extend_from_slice(piece);
    }

    #[inline(never)]
    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.is_end && !self.last_start.is_empty() && self.last_start == self.name
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        self.foreign > 0
    }

    // Comments and the document type say nothing to a reader.
    fn init_comment(&mut self) {}
    fn push_comment(&mut self, _: &[u8]) {}
    fn emit_current_comment(&mut self) {}
    fn init_doctype(&mut self) {}
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn emit_current_doctype(&mut self) {}
    fn set_force_quirks(&mut self) {}
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
}
