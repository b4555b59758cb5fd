//! How well it is found who is said to say, think, want or deny what.
//!
//! Counted as by those who made such corpora: sources and cues with exact ends, contents by what they share; a claim
//! is found where its content shares half of the longer of the two. `attributions.tsv` tells what is annotated.

use std::collections::{HashMap, HashSet};
use std::error::Error;
use std::path::Path;

use serde_json::Value;
use wirecopy::{Article, OffsetUnit, Options, Speaker, Stance, parse_article};

use crate::corpus::{Part, Range, part_of};
use crate::score::write_between;

const MARKS: (&str, &str) = ("<!-- attributions:start -->\n", "<!-- attributions:end -->");
const GOLD: &str = "train/src/attributions.tsv";

/// What is to be scored, and what is to be done with it.
pub struct Wish {
    /// Which of the annotated articles.
    pub part: Part,
    /// Whether each attribution that is not as annotated is printed.
    pub errors: bool,
    /// Whether the scores go into README.md.
    pub readme: bool,
}

/// An attribution, annotated or found, in code points.
struct Attribution {
    source: Option<Range>,
    cue: Option<Range>,
    content: Vec<Range>,
    stance: Option<Stance>,
    /// Direct speech.
    direct: bool,
    /// The names of who it is.
    holder: Vec<String>,
}

/// Right ones, of so many found and so many annotated.
#[derive(Default)]
struct Count {
    right: usize,
    found: usize,
    annotated: usize,
}

#[derive(Default)]
struct Scores {
    articles: usize,
    source: Count,
    cue: Count,
    content: Count,
    direct: Count,
    claim: Count,
    claim_source: Count,
    denials: Count,
}

/// Prints the scores of the articles.
pub fn score(file: &Path, wish: &Wish) -> Result<(), Box<dyn Error>> {
    let gold = read()?;
    let mut scores = Scores::default();
    for line in std::fs::read_to_string(file)?.lines() {
        let document: Value = serde_json::from_str(line)?;
        let field = |name: &str| document[name].as_str().ok_or_else(|| format!("a line without {name}"));
        let id = field("id")?;
        if let Some(gold) = gold.get(id).filter(|_| part_of(id) == wish.part) {
            let options = Options {
                offsets: OffsetUnit::CodePoint,
                date: Some(field("date")?.to_string()),
                ..Options::default()
            };
            let text = field("text")?;
            let found = found(&parse_article(text, &options)?);
            scores.add(gold, &found);
            if wish.errors {
                print_errors(id, text, gold, &found);
            }
        }
    }
    let table = scores.table(wish.part);
    if wish.readme {
        return write_between("README.md", MARKS, &table);
    }
    print!("{table}");
    Ok(())
}

/// What is annotated, by article.
fn read() -> Result<HashMap<String, Vec<Attribution>>, Box<dyn Error>> {
    let mut gold: HashMap<String, Vec<Attribution>> = HashMap::new();
    for row in std::fs::read_to_string(GOLD)?.lines().filter(|row| !row.starts_with('#')) {
        let [id, source, cue, content, stance, kind, holder] = row.split('\t').collect::<Vec<_>>()[..] else {
            return Err(format!("{GOLD}: {row:?} has not seven fields").into());
        };
        let range = |ends: &str| {
            let (start, end) = ends.split_once('-')?;
            Some((start.parse().ok()?, end.parse().ok()?))
        };
        gold.entry(id.into()).or_default().push(Attribution {
            source: range(source),
            cue: range(cue),
            content: content.split(' ').filter_map(range).collect(),
            stance: Some(serde_json::from_value(stance.into())?),
            direct: kind == "direct",
            holder: vec![holder.into()],
        });
    }
    Ok(gold)
}

/// The claims, and the quotations that are no claim. What goes on without a cue of its own belongs to the attribution
/// before, as it is annotated.
fn found(article: &Article) -> Vec<Attribution> {
    let mut all: Vec<Attribution> = each(article);
    all.sort_by_key(|one| one.content.first().copied());
    let mut joined: Vec<Attribution> = Vec::new();
    for one in all {
        match joined.last_mut() {
            Some(last) if one.cue.is_none() && one.direct && !one.holder.is_empty() && one.holder == last.holder => {
                last.content.extend(one.content);
            }
            _ => joined.push(one),
        }
    }
    joined
}

fn each(article: &Article) -> Vec<Attribution> {
    let range = |start: u32, end: u32| (start as usize, end as usize);
    let names = |speaker: Option<&Speaker>| match speaker {
        Some(Speaker { entity: Some(entity), text, .. }) => {
            let entity = &article.entities[*entity as usize];
            entity.aliases.iter().chain([&entity.name, text]).cloned().collect()
        }
        Some(speaker) => vec![speaker.text.clone()],
        None => Vec::new(),
    };
    let claims = article.claims.iter().map(|claim| {
        let quote = claim.quote.map(|quote| &article.quotes[quote as usize]);
        let content = match quote {
            // Of a word that is quoted what is said with it counts.
            Some(quote) if quote.kind != wirecopy::QuoteKind::Fragment => {
                quote.content.iter().map(|span| range(span.start, span.end)).collect()
            }
            _ => vec![range(claim.content.start, claim.content.end)],
        };
        Attribution {
            source: claim.source.as_ref().map(|source| range(source.start, source.end)),
            cue: claim.cue.as_ref().map(|cue| range(cue.start, cue.end)),
            content,
            stance: Some(claim.stance),
            direct: quote.is_some_and(|quote| quote.kind == wirecopy::QuoteKind::Direct),
            holder: names(claim.source.as_ref()),
        }
    });
    let claimed: HashSet<u32> = article.claims.iter().filter_map(|claim| claim.quote).collect();
    let quotes = article.quotes.iter().enumerate().filter(|(index, quote)| {
        !claimed.contains(&(*index as u32)) && (quote.speaker.is_some() || quote.cue.is_some())
    });
    let quotes = quotes.map(|(_, quote)| Attribution {
        source: quote.speaker.as_ref().map(|speaker| range(speaker.start, speaker.end)),
        cue: quote.cue.as_ref().map(|cue| range(cue.start, cue.end)),
        content: quote.content.iter().map(|span| range(span.start, span.end)).collect(),
        stance: None,
        direct: quote.kind == wirecopy::QuoteKind::Direct,
        holder: names(quote.speaker.as_ref()),
    });
    claims.chain(quotes).collect()
}

impl Attribution {
    fn length(&self) -> usize {
        self.content.iter().map(|(start, end)| end - start).sum()
    }

    /// How many characters the contents share.
    fn shared(&self, other: &Attribution) -> usize {
        let pairs = self.content.iter().flat_map(|one| other.content.iter().map(move |two| (one, two)));
        pairs.map(|(one, two)| one.1.min(two.1).saturating_sub(one.0.max(two.0))).sum()
    }

    fn shares_half(&self, other: &Attribution) -> bool {
        2 * self.shared(other) >= self.length().max(other.length())
    }

    /// Whether the same source is meant, by its words or by a name.
    fn has_source_of(&self, gold: &Attribution) -> bool {
        self.source == gold.source || self.holder.iter().any(|name| gold.holder.iter().any(|gold| alike(name, gold)))
    }
}

/// Whether most of the words are the same.
fn alike(one: &str, two: &str) -> bool {
    let words = |name: &str| -> HashSet<String> {
        let words = name.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
        words.filter(|word| !matches!(word.as_str(), "" | "the" | "a" | "an" | "of" | "s")).collect()
    };
    let (one, two) = (words(one), words(two));
    let shared = one.intersection(&two).count();
    shared > 0 && 2 * shared >= one.union(&two).count()
}

impl Count {
    fn add(&mut self, right: usize, found: usize, annotated: usize) {
        self.right += right;
        self.found += found;
        self.annotated += annotated;
    }

    fn row(&self, name: &str) -> String {
        let share = |of: usize, whole: usize| 100.0 * of as f64 / whole.max(1) as f64;
        let (precision, recall) = (share(self.right, self.found), share(self.right, self.annotated));
        let f1 = share(2 * self.right, self.found + self.annotated);
        format!("| {name} | {} | {precision:.1} | {recall:.1} | {f1:.1} |\n", self.annotated)
    }
}

/// Each annotated attribution with the one found that shares most with it.
fn pairs<'a>(gold: &'a [Attribution], found: &'a [Attribution]) -> Vec<(&'a Attribution, Option<&'a Attribution>)> {
    let mut taken = HashSet::new();
    let mut pairs = Vec::new();
    for gold in gold {
        let free = found.iter().enumerate().filter(|(index, _)| !taken.contains(index));
        // The same cue tells which of several contents is meant.
        let best = free
            .map(|(index, found)| (gold.shared(found), gold.cue == found.cue, index))
            .filter(|(shared, ..)| *shared > 0)
            .max_by_key(|(shared, same, _)| shared + if *same { gold.length() } else { 0 });
        taken.extend(best.map(|(.., index)| index));
        pairs.push((gold, best.map(|(.., index)| &found[index])));
    }
    pairs
}

impl Scores {
    fn add(&mut self, gold: &[Attribution], found: &[Attribution]) {
        self.articles += 1;
        let pairs = pairs(gold, found);
        let count = |all: &[Attribution], of: fn(&Attribution) -> bool| all.iter().filter(|one| of(one)).count();
        let right = |is: &dyn Fn(&Attribution, &Attribution) -> bool| {
            pairs.iter().filter(|(gold, found)| found.is_some_and(|found| is(gold, found))).count()
        };
        let same_source =
            |gold: &Attribution, found: &Attribution| gold.source.is_some() && gold.source == found.source;
        self.source.add(
            right(&same_source),
            count(found, |one| one.source.is_some()),
            count(gold, |one| one.source.is_some()),
        );
        let cues: HashSet<Range> = gold.iter().filter_map(|gold| gold.cue).collect();
        let cues_found: HashSet<Range> = found.iter().filter_map(|found| found.cue).collect();
        self.cue.add(cues.intersection(&cues_found).count(), cues_found.len(), cues.len());
        let length = |all: &[Attribution]| all.iter().map(Attribution::length).sum();
        let shared = pairs.iter().filter_map(|(gold, found)| Some(gold.shared((*found)?))).sum();
        self.content.add(shared, length(found), length(gold));
        let direct = |gold: &Attribution, found: &Attribution| gold.direct && gold.has_direct_source(found);
        self.direct.add(right(&direct), count(found, |one| one.direct), count(gold, |one| one.direct));
        self.claim.add(right(&|gold, found| gold.shares_half(found)), found.len(), gold.len());
        let with_source =
            |gold: &Attribution, found: &Attribution| gold.shares_half(found) && found.has_source_of(gold);
        self.claim_source.add(right(&with_source), found.len(), gold.len());
        let denies = |one: &Attribution| one.stance == Some(Stance::Denies);
        let denied = |gold: &Attribution, found: &Attribution| {
            gold.stance == Some(Stance::Denies) && found.stance == gold.stance && gold.shares_half(found)
        };
        self.denials.add(right(&denied), count(found, denies), count(gold, denies));
    }

    fn table(&self, part: Part) -> String {
        let which = if part == Part::Test { "kept for scoring" } else { "to choose by" };
        let mut table = format!(
            "{} articles of wikinews.jsonl, {which}.\n\n| | annotated | precision | recall | F1 |\n|---|--:|--:|--:|--:|\n",
            self.articles
        );
        for (name, count) in [
            ("sources, exact", &self.source),
            ("cues, exact", &self.cue),
            ("characters of contents", &self.content),
            ("direct speech with its source", &self.direct),
            ("attributions by half of their content", &self.claim),
            ("the same with their source", &self.claim_source),
            ("denials", &self.denials),
        ] {
            table += &count.row(name);
        }
        table
    }
}

impl Attribution {
    fn has_direct_source(&self, found: &Attribution) -> bool {
        found.direct && self.shares_half(found) && found.has_source_of(self)
    }
}

fn print_errors(id: &str, text: &str, gold: &[Attribution], found: &[Attribution]) {
    let characters: Vec<char> = text.chars().collect();
    let words = |range: &Range| characters[range.0..range.1].iter().collect::<String>().replace('\n', " ");
    let show = |one: &Attribution| {
        let content: Vec<String> = one.content.iter().map(words).collect();
        let part = |range: Option<Range>| range.as_ref().map_or("-".into(), words);
        format!("[{}] {} {:?} {}", part(one.source), part(one.cue), one.stance, content.join(" … "))
    };
    let mut paired = HashSet::new();
    for (gold, found) in pairs(gold, found) {
        paired.extend(found.map(std::ptr::from_ref));
        let right = found.is_some_and(|found| {
            gold.shares_half(found)
                && gold.source == found.source
                && gold.cue == found.cue
                && gold.stance == found.stance
        });
        if !right {
            println!("{id}: annotated {}\n         found     {}", show(gold), found.map_or("-".into(), show));
        }
    }
    for found in found.iter().filter(|found| !paired.contains(&std::ptr::from_ref(*found))) {
        println!("{id}: annotated -\n         found     {}", show(found));
    }
}
