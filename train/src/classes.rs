//! Sorts the frequent words of the unlabelled text into classes, by the words that they stand
//! beside: the exchange algorithm of Kneser and Ney (1993), which moves one word at a time to the
//! class under which the text is most likely.

use std::collections::HashMap;
use std::error::Error;
use std::path::Path;

use wirecopy::training::{self, CLASSES};

use crate::corpus::{self, Part};

/// How many words get a class: the most frequent.
const WORDS: usize = 24_000;
/// Times that every word is tried.
const ROUNDS: usize = 12;

/// A neighbour of a word, and how often the text has it.
type Neighbour = (u32, u32);
/// The neighbours of every word.
type Neighbours = Vec<Vec<Neighbour>>;

/// Reads the texts under `data`, sorts their words, and writes the classes.
pub fn train(data: &Path) -> Result<(), Box<dyn Error>> {
    let sentences = sentences(data)?;
    let words = frequent(&sentences);
    let (before, after) = neighbours(&sentences, &words);
    eprintln!("{} sentences, {} words", sentences.len(), words.len());
    let mut partition = Partition::new(before, after);
    for round in 0..ROUNDS {
        let moved = partition.improve();
        eprintln!("round {}: {moved} words moved", round + 1);
    }
    let classes = words.iter().zip(&partition.classes).map(|(word, class)| (*word, *class as u8)).collect();
    let packed = training::pack_classes(&classes);
    eprintln!("classes.bin: {} bytes", packed.len());
    Ok(std::fs::write("src/recognize/tagger/classes.bin", packed)?)
}

/// The words of the unlabelled text and of the articles to learn from.
fn sentences(data: &Path) -> Result<Vec<Vec<u32>>, Box<dyn Error>> {
    let mut sentences = Vec::new();
    for paragraph in crate::unlabelled(data)?.lines() {
        sentences.extend(training::words(paragraph)?);
    }
    for file in corpus::FILES {
        for document in corpus::read(&data.join("corpora").join(file))? {
            if document.part == Part::Train {
                sentences.extend(training::words(&document.text)?);
            }
        }
    }
    Ok(sentences)
}

/// The most frequent words, most frequent first.
fn frequent(sentences: &[Vec<u32>]) -> Vec<u32> {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for word in sentences.iter().flatten() {
        *counts.entry(*word).or_default() += 1;
    }
    let mut counts: Vec<(u32, u32)> = counts.into_iter().collect();
    counts.sort_by_key(|(word, count)| (std::cmp::Reverse(*count), *word));
    counts.into_iter().take(WORDS).map(|(word, _)| word).collect()
}

/// What stands before and after each word: the others together count as one word, the last.
fn neighbours(sentences: &[Vec<u32>], words: &[u32]) -> (Neighbours, Neighbours) {
    let index: HashMap<u32, u32> = words.iter().copied().zip(0..).collect();
    let other = words.len() as u32;
    let mut pairs: HashMap<(u32, u32), u32> = HashMap::new();
    for sentence in sentences {
        let mut last = other;
        for word in sentence {
            let here = index.get(word).copied().unwrap_or(other);
            *pairs.entry((last, here)).or_default() += 1;
            last = here;
        }
        *pairs.entry((last, other)).or_default() += 1;
    }
    let mut pairs: Vec<((u32, u32), u32)> = pairs.into_iter().collect();
    pairs.sort();
    let mut before = vec![Vec::new(); words.len() + 1];
    let mut after = vec![Vec::new(); words.len() + 1];
    for ((left, right), count) in pairs {
        after[left as usize].push((right, count));
        before[right as usize].push((left, count));
    }
    (before, after)
}

struct Partition {
    before: Vec<Vec<Neighbour>>,
    after: Vec<Vec<Neighbour>>,
    /// The class of each word.
    classes: Vec<usize>,
    /// How often a word of one class stands before one of another.
    pairs: Vec<[i64; CLASSES]>,
    /// How often each class stands in the text.
    sizes: [i64; CLASSES],
}

impl Partition {
    /// Starts with the words dealt out by their frequency; the rare words stay in the last class.
    fn new(before: Vec<Vec<Neighbour>>, after: Vec<Vec<Neighbour>>) -> Self {
        let rare = before.len() - 1;
        let classes: Vec<usize> =
            (0..=rare).map(|word| if word == rare { CLASSES - 1 } else { word % (CLASSES - 1) }).collect();
        let mut partition =
            Partition { before, after, classes, pairs: vec![[0; CLASSES]; CLASSES], sizes: [0; CLASSES] };
        for word in 0..=rare {
            for (next, count) in &partition.after[word] {
                let (left, right) = (partition.classes[word], partition.classes[*next as usize]);
                partition.pairs[left][right] += i64::from(*count);
                partition.sizes[left] += i64::from(*count);
            }
        }
        partition
    }

    /// Tries each word in every class; how many it has moved.
    fn improve(&mut self) -> usize {
        let mut moved = 0;
        for word in 0..self.before.len() - 1 {
            let own = self.own(word);
            let [left, right] = self.beside(word);
            let old = self.classes[word];
            self.place(&left, &right, own, old, -1);
            let gain = |class: &usize| self.gain(&left, &right, own, *class);
            let best = (0..CLASSES - 1).map(|class| (gain(&class), class)).max_by(|a, b| a.0.total_cmp(&b.0));
            let (_, best) = best.expect("there are classes");
            self.place(&left, &right, own, best, 1);
            self.classes[word] = best;
            moved += usize::from(best != old);
        }
        moved
    }

    /// How often the word stands beside itself.
    fn own(&self, word: usize) -> i64 {
        self.after[word].iter().find(|(next, _)| *next as usize == word).map_or(0, |(_, count)| i64::from(*count))
    }

    /// The classes before and after the word, without itself, with their counts.
    fn beside(&self, word: usize) -> [Vec<(usize, i64)>; 2] {
        let sum = |neighbours: &[Neighbour]| {
            let mut counts = [0_i64; CLASSES];
            for (near, count) in neighbours.iter().filter(|(near, _)| *near as usize != word) {
                counts[self.classes[*near as usize]] += i64::from(*count);
            }
            counts.into_iter().enumerate().filter(|(_, count)| *count > 0).collect::<Vec<_>>()
        };
        [sum(&self.before[word]), sum(&self.after[word])]
    }

    /// Puts a word with these neighbours into the class, or takes it out.
    fn place(&mut self, left: &[(usize, i64)], right: &[(usize, i64)], own: i64, class: usize, sign: i64) {
        left.iter().for_each(|(near, count)| self.pairs[*near][class] += sign * count);
        right.iter().for_each(|(near, count)| self.pairs[class][*near] += sign * count);
        self.pairs[class][class] += sign * own;
        self.sizes[class] += sign * (right.iter().map(|(_, count)| count).sum::<i64>() + own);
    }

    /// How much likelier the text is with a word of these neighbours in the class.
    fn gain(&self, left: &[(usize, i64)], right: &[(usize, i64)], own: i64, class: usize) -> f64 {
        let more = |now: i64, count: i64| information(now + count) - information(now);
        let before: f64 = left.iter().map(|(near, count)| more(self.pairs[*near][class], *count)).sum();
        let after: f64 = right.iter().map(|(near, count)| more(self.pairs[class][*near], *count)).sum();
        let count = right.iter().map(|(_, count)| count).sum::<i64>() + own;
        before + after + more(self.pairs[class][class], own) - 2.0 * more(self.sizes[class], count)
    }
}

fn information(count: i64) -> f64 {
    match count {
        0 => 0.0,
        _ => count as f64 * (count as f64).ln(),
    }
}
