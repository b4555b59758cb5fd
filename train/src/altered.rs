//! Copies of an article as people drop it: in capitals, without accents, badly scanned.

use wirecopy::training::fold;

use crate::corpus::{Document, title_case};

/// What becomes of a text, letter by letter.
pub type Alteration = fn(&str) -> Vec<Piece>;

/// Each alteration with its name.
pub const ALTERATIONS: [(&str, Alteration); 10] = [
    ("ALL CAPITALS", |text| by_letter(text, |_, letter| letter.to_ascii_uppercase().to_string())),
    ("headline in capitals", |text| by_letter(text, |at, letter| capital_headline(text, at, letter).to_string())),
    ("Title Case", |text| lines(text, title_case)),
    ("small letters", |text| by_letter(text, |_, letter| letter.to_ascii_lowercase().to_string())),
    ("no accents", |text| by_letter(text, |_, letter| plain(letter))),
    ("curly marks", |text| by_letter(text, |at, letter| curly(text, at, letter))),
    ("straight marks", |text| by_letter(text, |_, letter| straight(letter).to_string())),
    ("glued sentences", |text| by_letter(text, |at, letter| glued(text, at, letter))),
    ("slips of scanning", |text| by_letter(text, |at, letter| scanned(text, at, letter).to_string())),
    ("bullets", |text| by_letter(text, |at, letter| bulleted(text, at, letter))),
];

/// A letter of the text, by how many bytes it had, and what became of it.
pub type Piece = (usize, String);

/// The article as the alteration leaves it, with its names where they now stand.
pub fn altered(document: &Document, alter: Alteration) -> Document {
    let mut text = String::new();
    let mut places = vec![0; document.text.len() + 1];
    let mut at = 0;
    for (length, piece) in alter(&document.text) {
        places[at] = text.len();
        text.push_str(&piece);
        at += length;
        places[at] = text.len();
    }
    let names = document.names.iter().map(|((start, end), kind)| ((places[*start], places[*end]), kind.clone()));
    Document { names: names.collect(), text, part: document.part }
}

fn by_letter(text: &str, change: impl Fn(usize, char) -> String) -> Vec<Piece> {
    text.char_indices().map(|(at, letter)| (letter.len_utf8(), change(at, letter))).collect()
}

/// For changes that keep every byte's place.
fn lines(text: &str, change: impl Fn(&str) -> String) -> Vec<Piece> {
    let changed: String = text.split_inclusive('\n').map(change).collect();
    text.chars().zip(changed.chars()).map(|(letter, new)| (letter.len_utf8(), new.to_string())).collect()
}

fn capital_headline(text: &str, at: usize, letter: char) -> char {
    let below = text[..at].trim_start().contains('\n');
    if below { letter } else { letter.to_ascii_uppercase() }
}

fn plain(letter: char) -> String {
    let mut folded = Vec::new();
    fold(letter.encode_utf8(&mut [0; 4]), |byte| {
        folded.push(byte);
        true
    });
    match String::from_utf8(folded) {
        Ok(small) if letter.is_uppercase() && small.is_ascii() => small[..1].to_uppercase() + &small[1..],
        Ok(small) if small.is_ascii() && !letter.is_ascii() => small,
        _ => letter.to_string(),
    }
}

fn curly(text: &str, at: usize, letter: char) -> String {
    let opens = text[..at].chars().next_back().is_none_or(|before| before.is_whitespace() || before == '(');
    match letter {
        '"' if opens => "“".into(),
        '"' => "”".into(),
        '\'' if opens => "‘".into(),
        '\'' => "’".into(),
        _ => letter.to_string(),
    }
}

fn straight(letter: char) -> char {
    match letter {
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        _ => letter,
    }
}

/// Without the blank after every other full stop.
fn glued(text: &str, at: usize, letter: char) -> String {
    let ends = letter == ' ' && text[..at].ends_with('.') && at.is_multiple_of(2);
    if ends { String::new() } else { letter.to_string() }
}

/// Every hundredth letter taken for another that looks like it.
fn scanned(text: &str, at: usize, letter: char) -> char {
    // A first letter is printed large, and mostly read right.
    let inside = text[..at].chars().next_back().is_some_and(char::is_alphabetic);
    match letter {
        'l' if inside && at.is_multiple_of(4) => '1',
        'o' if inside && at.is_multiple_of(8) => '0',
        'e' if inside && at.is_multiple_of(32) => 'c',
        _ => letter,
    }
}

fn bulleted(text: &str, at: usize, letter: char) -> String {
    let starts = (at == 0 || text[..at].ends_with('\n')) && letter != '\n';
    if starts { format!("- {letter}") } else { letter.to_string() }
}
