//! One type for a name across the article, and one surname for a person.

use super::Named;
use super::document::Document;
use crate::article::MentionType;
use crate::text::QuickMap;

/// How sure a mention must be of its own type to keep it against the others.
const FIRM: f64 = 0.9;

/// Adds the small words of a surname where the article has them in the full name: "Von der Lind" at a
/// sentence's start, after "Ana von der Lind".
pub(super) fn complete_surnames<'a>(document: &Document<'a>, named: &mut [Named]) {
    let text = document.text;
    let surname = |named: &Named| {
        let name = named.span.of(text);
        let mut words = name.match_indices(' ').map(|(space, _)| &name[space + 1..]);
        let small = words.find(|rest| rest.starts_with(char::is_lowercase));
        small.filter(|_| named.kind == MentionType::Person)
    };
    let last = |name: &'a str| name.rsplit(' ').next().unwrap_or(name);
    let surnames: QuickMap<&str, &str> = named.iter().filter_map(surname).map(|name| (last(name), name)).collect();
    if surnames.is_empty() {
        return;
    }
    let mut past = 0;
    for named in named {
        let end = named.span.end as usize;
        let whole = surnames.get(last(named.span.of(text))).and_then(|surname| {
            let start = end.checked_sub(surname.len()).filter(|start| *start >= past)?;
            let stands = text.get(start..end)?.eq_ignore_ascii_case(surname) && start < named.span.start as usize;
            (stands && !text[..start].ends_with(char::is_alphanumeric)).then_some(start)
        });
        if let Some(start) = whole.filter(|_| named.kind == MentionType::Person) {
            named.span.start = start as u32;
        }
        past = end;
    }
}

/// Gives doubtful mentions of a name the type that most speaks for in the article.
pub(super) fn agree(document: &Document, named: &mut [Named]) {
    if named.iter().all(|named| named.confidence >= FIRM) {
        return;
    }
    let mut types: QuickMap<&str, Vec<(MentionType, f64)>> = QuickMap::default();
    for named in named.iter() {
        let sums = types.entry(named.span.of(document.text)).or_default();
        match sums.iter_mut().find(|(kind, _)| *kind == named.kind) {
            Some((_, sum)) => *sum += named.confidence,
            None => sums.push((named.kind.clone(), named.confidence)),
        }
    }
    for named in named.iter_mut().filter(|named| named.confidence < FIRM) {
        let sums = &types[named.span.of(document.text)];
        let (best, _) = sums.iter().max_by(|(_, a), (_, b)| a.total_cmp(b)).expect("the name itself is among them");
        named.kind = best.clone();
    }
}
