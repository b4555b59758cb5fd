//! What the features of a token's facts add up to, kept for facts that come again, as most do: the
//! words beside names, the shapes of words, what the lexicon says of them.

use super::features::Group;
use super::model::Sums;

/// How many groups of facts are kept, as a power of two.
const BITS: u32 = 12;

/// The sums of groups of facts, each at one place by its hash, where a later one takes over. It
/// changes how long a text takes and nothing else.
#[derive(Default)]
pub(super) struct Memo(Vec<Option<(Group, Sums)>>);

impl Memo {
    /// The sums of the group, which `add` adds up where they are not known.
    pub(super) fn of(&mut self, group: &Group, add: impl FnOnce() -> Sums) -> &Sums {
        if self.0.is_empty() {
            self.0.resize(1 << BITS, None);
        }
        let place = &mut self.0[(group.hash() >> (u32::BITS - BITS)) as usize];
        if place.as_ref().is_none_or(|(known, _)| known != group) {
            *place = None;
        }
        &place.get_or_insert_with(|| (*group, add())).1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_those_of_the_group() {
        let mut memo = Memo::default();
        let group = |shape| Group::Shape { shape, style: 1, memory: 0 };
        // More than there are places, so that some are of the same.
        for round in 0..2 {
            for shape in 0..10_000 {
                let sums = *memo.of(&group(shape), || [shape as i16; size_of::<Sums>() / 2]);
                assert_eq!(sums[0], shape as i16, "{round}");
            }
        }
        assert_eq!(memo.of(&group(9_999), || unreachable!())[0], 9_999);
    }
}
