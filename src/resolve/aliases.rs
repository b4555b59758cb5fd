//! Which mentions name the same thing.
//!
//! The distinct forms of the names are joined where one is a fuller, shorter or other way to write
//! another: surnames and given names, initials, acronyms, what a country is called, accents and other
//! transliterations. A short form that fits several people goes, mention by mention, to the one that
//! the text named last. What the base of identities knows to be two things is never joined.

mod names;
mod people;

use super::identities;
use crate::article::MentionType;
use crate::recognize::Named;
use crate::text::order::sort_by_number;
use crate::text::{QuickMap, Span, quick_hash};

pub(crate) use names::key;

/// Of the forms that share a word, so many are compared: an article has fewer, and what is none must
/// not cost the square of its length.
const COMPARED: usize = 24;

/// The entity of every named thing, numbered by first mention; none for what the caller's patterns find
/// as dates, numbers or amounts.
pub(super) fn group(text: &str, named: &[Named]) -> Vec<Option<u32>> {
    let mut forms = Forms::of(text, named);
    forms.join_definitions(text, named);
    forms.join_names();
    let choices = people::join(&mut forms);
    let mut entities: QuickMap<usize, u32> = QuickMap::default();
    let mut recent = people::Recent::default();
    let entity = |(at, named): (usize, &Named)| {
        let form = forms.of_mention[at]?;
        let root = match choices.get(&form) {
            Some(people) => forms.root(recent.choose(text, named.span, people, &forms)),
            None => forms.root(form),
        };
        recent.saw(root, at, forms.list[form].is_full());
        let next = entities.len() as u32;
        Some(*entities.entry(root).or_insert(next))
    };
    named.iter().enumerate().map(entity).collect()
}

/// A distinct way to write a name, for one type.
struct Form {
    kind: u32,
    key: String,
    /// As the text first has it.
    first: Span,
    /// The index of the mention that has it first.
    mention: usize,
    identity: Option<u32>,
    parent: usize,
}

impl Form {
    fn words(&self) -> impl DoubleEndedIterator<Item = &str> + Clone {
        self.key.split(' ')
    }

    /// Whether it has more than one word.
    fn is_full(&self) -> bool {
        self.key.contains(' ')
    }
}

struct Forms<'a> {
    text: &'a str,
    kinds: Vec<MentionType>,
    list: Vec<Form>,
    of_mention: Vec<Option<usize>>,
}

impl<'a> Forms<'a> {
    fn of(text: &'a str, named: &[Named]) -> Self {
        let mut forms =
            Forms { text, kinds: Vec::new(), list: Vec::new(), of_mention: Vec::with_capacity(named.len()) };
        let mut known: QuickMap<u64, usize> = QuickMap::default();
        let mut printed: QuickMap<(u32, &str), usize> =
            QuickMap::with_capacity_and_hasher(named.len(), Default::default());
        let mut own: QuickMap<u32, usize> = QuickMap::default();
        for (mention, named) in named.iter().enumerate() {
            if !named.kind.is_name() {
                forms.of_mention.push(None);
                continue;
            }
            let kind = forms.kind(&named.kind);
            let next = forms.list.len();
            let mut add = |key: String, identity: Option<u32>| {
                forms.list.push(Form { kind, key, first: named.span, mention, identity, parent: next });
                next
            };
            let form = match named.own {
                // A caller's own name stands for what the caller says and for nothing else.
                Some(entry) => *own.entry(entry).or_insert_with(|| add(String::new(), None)),
                None => *printed.entry((kind, named.span.of(text))).or_insert_with(|| {
                    let key = key(named.span.of(text), &named.kind);
                    *known.entry(quick_hash((kind, &key))).or_insert_with(|| {
                        let identity = identities::of_name(&key, &named.kind);
                        add(key, identity)
                    })
                }),
            };
            forms.of_mention.push(Some(form));
        }
        forms
    }

    fn kind(&mut self, kind: &MentionType) -> u32 {
        let known = self.kinds.iter().position(|known| known == kind);
        let index = known.unwrap_or_else(|| {
            self.kinds.push(kind.clone());
            self.kinds.len() - 1
        });
        index as u32
    }

    fn kind_of(&self, form: usize) -> &MentionType {
        &self.kinds[self.list[form].kind as usize]
    }

    fn root(&self, mut form: usize) -> usize {
        while self.list[form].parent != form {
            form = self.list[form].parent;
        }
        form
    }

    /// Makes one of two, unless they are known to be two things.
    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        if one == other || matches!((self.list[one].identity, self.list[other].identity), (Some(a), Some(b)) if a != b)
        {
            return;
        }
        // The later goes to the earlier, and every form on the way there finds its root at once.
        let (root, child) = (one.min(other), one.max(other));
        self.list[child].parent = root;
        self.list[root].identity = self.list[root].identity.or(self.list[child].identity);
    }

    /// "World Health Organization (WHO)", "WHO (World Health Organization)".
    fn join_definitions(&mut self, text: &str, named: &[Named]) {
        for (at, pair) in named.windows(2).enumerate() {
            let between = &text[pair[0].span.end as usize..pair[1].span.start as usize];
            let (Some(one), Some(other)) = (self.of_mention[at], self.of_mention[at + 1]) else { continue };
            let opens = between.strip_prefix(' ').unwrap_or(between).strip_prefix('(');
            let is_definition = opens.is_some_and(|rest| rest.is_empty() || rest == "the ")
                && text[pair[1].span.end as usize..].starts_with(')')
                && self.list[one].kind == self.list[other].kind
                && *self.kind_of(one) != MentionType::Person;
            let [one_text, other_text] = [pair[0].span.of(text), pair[1].span.of(text)];
            let short = |short: &str, long: &str| names::is_acronym(short) && !names::is_acronym(long);
            if is_definition && (short(one_text, other_text) || short(other_text, one_text)) {
                self.join(one, other);
            }
        }
    }

    /// Joins all names but people's.
    fn join_names(&mut self) {
        // Fuller forms first, so that the shorter find them.
        let mut order: Vec<usize> = (0..self.list.len()).filter(|form| !self.list[*form].key.is_empty()).collect();
        order.retain(|form| *self.kind_of(*form) != MentionType::Person);
        sort_by_number(&mut order, |form| !(self.list[*form].key.len() as u64));
        let mut index = names::Index::new(self, &order);
        for form in order {
            for other in index.matches(self, form) {
                self.join(form, other);
            }
            index.add(self, form);
        }
    }
}

/// Lists of forms by hashes, each no longer than what is compared.
struct Lists {
    ends: QuickMap<u64, Ends>,
    /// All of them: a form, and where the next of its list is.
    links: Vec<(usize, usize)>,
}

/// Where a list begins and ends, and its length.
struct Ends {
    first: usize,
    last: usize,
    length: usize,
}

impl Lists {
    /// Lists that are to hold so many forms, in all.
    fn new(capacity: usize) -> Self {
        Lists {
            ends: QuickMap::with_capacity_and_hasher(capacity, Default::default()),
            links: Vec::with_capacity(capacity),
        }
    }

    fn push(&mut self, hash: u64, form: usize) {
        let place = self.links.len();
        let ends = self.ends.entry(hash).or_insert(Ends { first: place, last: place, length: 0 });
        if ends.length == COMPARED {
            return;
        }
        // The last of a list leads nowhere.
        self.links.push((form, usize::MAX));
        if ends.length > 0 {
            self.links[ends.last].1 = place;
        }
        ends.last = place;
        ends.length += 1;
    }

    /// The forms of the hash, as they were pushed.
    fn get(&self, hash: u64) -> impl Iterator<Item = usize> {
        let mut next = self.ends.get(&hash).map_or(usize::MAX, |ends| ends.first);
        std::iter::from_fn(move || {
            let (form, after) = *self.links.get(next)?;
            next = after;
            Some(form)
        })
    }
}
