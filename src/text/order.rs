//! One way to sort, for all that has a place in a text. The standard library's is compiled anew for every kind of
//! thing, some 5 KB each.

use super::Span;

/// Sorts by numbers. What has the same number stays in its order.
pub(crate) fn sort_by_number<T>(list: &mut [T], number: impl Fn(&T) -> u64) {
    if list.is_sorted_by_key(&number) {
        return;
    }
    let mut order: Vec<(u64, usize)> = list.iter().map(number).zip(0..).collect();
    order.sort_unstable();
    for place in 0..list.len() {
        let mut from = order[place].1;
        // It has been put elsewhere since, where something else had its place.
        while from < place {
            from = order[from].1;
        }
        list.swap(place, from);
    }
}

/// Sorts numbers.
pub(crate) fn sort_numbers<T: Copy + Into<u64>>(list: &mut [T]) {
    sort_by_number(list, |number| (*number).into());
}

/// The place of a span: by its start, then by its end.
pub(crate) fn place(span: Span) -> u64 {
    u64::from(span.start) << 32 | u64::from(span.end)
}

/// The place of a span that may hold others: of two that begin together the longer comes first.
pub(crate) fn outer_place(span: Span) -> u64 {
    u64::from(span.start) << 32 | u64::from(!span.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_as_the_standard_library() {
        let mut state = 1_u32;
        for length in 0..60 {
            let random = |_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                state >> 16
            };
            let list: Vec<(u32, usize)> = (0..length).map(random).map(|number| number % 20).zip(0..).collect();
            let (mut ours, mut theirs) = (list.clone(), list);
            sort_by_number(&mut ours, |(number, _)| u64::from(*number));
            theirs.sort_by_key(|(number, _)| *number);
            assert_eq!(ours, theirs);
        }
    }

    #[test]
    fn sorts_what_is_turned_round_or_moved_by_one() {
        let mut turned: Vec<u32> = (0..1000).rev().collect();
        sort_numbers(&mut turned);
        assert!(turned.is_sorted());
        let mut moved: Vec<u32> = (1..1000).chain([0]).collect();
        sort_numbers(&mut moved);
        assert!(moved.is_sorted());
    }

    #[test]
    fn a_span_comes_before_what_it_holds() {
        let mut spans = [(3, 5), (0, 2), (0, 9), (3, 4)].map(|(start, end)| Span { start, end });
        sort_by_number(&mut spans, |span| outer_place(*span));
        assert_eq!(spans.map(|span| (span.start, span.end)), [(0, 9), (0, 2), (3, 5), (3, 4)]);
        sort_by_number(&mut spans, |span| place(*span));
        assert_eq!(spans.map(|span| (span.start, span.end)), [(0, 2), (0, 9), (3, 4), (3, 5)]);
    }
}
