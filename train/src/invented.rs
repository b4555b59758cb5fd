//! Names that no list has, which look like those of a list.

use std::collections::HashMap;

use crate::random::Random;

/// How often a word of the right length is tried for.
const TRIES: usize = 200;

/// The letters that follow two others in the words of a list, as often as they do.
pub struct Letters(HashMap<[u8; 2], Vec<u8>>);

impl Letters {
    /// Counts the letters of the words that have no others than those of ASCII.
    pub fn of(words: &[String]) -> Self {
        let mut letters: HashMap<[u8; 2], Vec<u8>> = HashMap::new();
        for word in words.iter().filter(|word| word.bytes().all(|letter| letter.is_ascii_alphabetic())) {
            let mut before = [0; 2];
            for letter in word.bytes().map(|letter| letter.to_ascii_lowercase()).chain([0]) {
                letters.entry(before).or_default().push(letter);
                before = [before[1], letter];
            }
        }
        Letters(letters)
    }

    /// A name of one word.
    pub fn name(&self, random: &mut Random) -> String {
        let word = |random: &mut Random| {
            let (mut word, mut before) = (String::new(), [0; 2]);
            loop {
                match *random.pick(&self.0[&before]) {
                    0 => return word,
                    letter => {
                        word.push(char::from(letter));
                        before = [before[1], letter];
                    }
                }
            }
        };
        let words = (0..TRIES).map(|_| word(random));
        let word = words.into_iter().find(|word| (4..12).contains(&word.len())).expect("most words have such a length");
        word[..1].to_uppercase() + &word[1..]
    }
}
