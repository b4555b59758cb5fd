use super::abbreviations;
use crate::text::Span;

/// A word, number or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub span: Span,
    pub kind: TokenKind,
    pub case: Case,
    /// Whether white space, or the block's start, stands before it.
    pub spaced: bool,
}

impl Token {
    /// Whether it is a word without a capital.
    pub fn is_small(&self) -> bool {
        self.kind == TokenKind::Word && self.case == Case::Lower
    }
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters, with the digits, apostrophes and full stops that belong to them: "O'Hara", "U.S.".
    Word,
    /// A word that ends in a full stop of its own: "Mr.", "Inc.", "J.", "U.S.".
    Abbreviation,
    /// A possessive or contracted ending: "'s", "n't" is part of its word.
    Clitic,
    /// Digits, with the marks that belong to them: "1,000.5", "9:30", "19th".
    Number,
    /// A web or mail address, or a handle.
    Address,
    /// One mark, or a run of full stops or dashes.
    Mark,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// Without capital letters, or without letters.
    Lower,
    /// With a capital first and a small letter later: "Moscow", "McKay".
    Title,
    /// In capitals, two or more: "NATO", "U.S.".
    Upper,
    /// A single capital: "A", "J.".
    Initial,
    /// A small letter first and a capital later: "iPhone".
    Inner,
}

/// Appends the tokens of the block.
pub(super) fn tokenize(text: &str, block: Span, tokens: &mut Vec<Token>) {
    let has_at = block.of(text).as_bytes().contains(&b'@');
    let mut scanner = Scanner { text, at: block.start as usize, end: block.end as usize, has_at };
    let mut spaced = true;
    while let Some(first) = scanner.peek() {
        if first == ' ' || first.is_whitespace() {
            scanner.at += first.len_utf8();
            spaced = true;
            continue;
        }
        let start = scanner.at;
        if let Some(case) = scanner.plain_word() {
            tokens.push(Token { span: Span::new(start, scanner.at), kind: TokenKind::Word, case, spaced });
            spaced = false;
            continue;
        }
        let kind = scanner.scan(first, spaced);
        let span = Span::new(start, scanner.at);
        let case = match kind {
            TokenKind::Word | TokenKind::Abbreviation => case_of(span.of(text)),
            _ => Case::Lower,
        };
        tokens.push(Token { span, kind, case, spaced });
        spaced = false;
    }
}

/// Whether a word of one capital goes on with a slash and another, and ends: "A/S".
fn is_slashed(bytes: &[u8]) -> bool {
    let ends = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphanumeric() && *byte != b'/';
    matches!(bytes, [_, b'/', b'A'..=b'Z', rest @ ..] if rest.first().is_none_or(ends))
}

/// What a byte is to a word.
const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 128u8 {
        classes[byte as usize] = match byte {
            b'A'..=b'Z' => UPPER,
            b'a'..=b'z' => LOWER,
            b'0'..=b'9' => DIGIT,
            b'-' => HYPHEN,
            // They may go on with the word, or with the address that it begins.
            b'.' | b':' | b'\'' | b'`' | b'@' | b'_' | b'+' => 0,
            _ => END,
        };
        byte += 1;
    }
    classes
};
const UPPER: u8 = 1;
const LOWER: u8 = 2;
const DIGIT: u8 = 4;
const HYPHEN: u8 = 8;
/// The word ends before it, whatever follows.
const END: u8 = 16;

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    /// Whether there is an "@" in the block, without which it holds no mail address.
    has_at: bool,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<char> {
        self.char_at(self.at)
    }

    fn char_at(&self, at: usize) -> Option<char> {
        let byte = *self.text.as_bytes()[..self.end].get(at)?;
        match byte.is_ascii() {
            true => Some(char::from(byte)),
            false => self.text[at..self.end].chars().next(),
        }
    }

    /// Moves past a word of plain letters and digits that nothing else can belong to, as most do,
    /// and says how it is written.
    fn plain_word(&mut self) -> Option<Case> {
        let bytes = &self.text.as_bytes()[self.at..self.end];
        let first = CLASSES[usize::from(*bytes.first()?)];
        if first & (UPPER | LOWER) == 0 {
            return None;
        }
        let (mut length, mut rest, mut class) = (1, 0, END);
        while length < bytes.len() {
            class = CLASSES[usize::from(bytes[length])];
            if class & (UPPER | LOWER | DIGIT) == 0 {
                break;
            }
            rest |= class;
            length += 1;
        }
        if length < bytes.len() && class != END && (class != HYPHEN || self.has_at) {
            return None;
        }
        if length == 1 && first == UPPER && is_slashed(bytes) {
            self.at += 3;
            return Some(Case::Upper);
        }
        self.at += length;
        Some(match (first, rest & UPPER != 0, rest & LOWER != 0) {
            (UPPER, _, true) => Case::Title,
            (UPPER, true, false) => Case::Upper,
            (UPPER, false, false) => Case::Initial,
            (_, true, _) => Case::Inner,
            _ => Case::Lower,
        })
    }

    /// Moves past one token and says what it is.
    fn scan(&mut self, first: char, spaced: bool) -> TokenKind {
        if (is_letter(first) || first == '@') && spaced && self.address() {
            TokenKind::Address
        } else if is_letter(first) {
            self.word()
        } else if first.is_numeric() {
            self.number()
        } else if is_apostrophe(first) && self.clitic(spaced) {
            TokenKind::Clitic
        } else {
            self.mark(first)
        }
    }

    /// Web and mail addresses and handles: told by their beginning or by an "@" inside.
    fn address(&mut self) -> bool {
        let rest = &self.text[self.at..self.end];
        let bytes = rest.as_bytes();
        let web = ["http://", "https://", "www.", "pic.twitter.com/", "t.co/"];
        let starts = match bytes[0] {
            b'@' => bytes.get(1).is_some_and(u8::is_ascii_alphanumeric),
            b'h' | b'w' | b'p' | b't' if matches!(bytes.get(1), Some(b't' | b'w' | b'i' | b'.')) => {
                web.iter().any(|start| rest.starts_with(start))
            }
            _ => false,
        };
        // Mail: no longer than any real local part, so that the look ahead stays short.
        let mail = || {
            let local = bytes.iter().take(64).take_while(|b| b.is_ascii_alphanumeric() || b"._+-".contains(b)).count();
            local > 0 && bytes.get(local) == Some(&b'@') && bytes.get(local + 1).is_some_and(u8::is_ascii_alphanumeric)
        };
        if !(starts || self.has_at && mail()) {
            return false;
        }
        let length = bytes.iter().take_while(|b| b.is_ascii_graphic() && !b"<>\"'()[]{},;".contains(b)).count();
        let length = rest[..length].trim_end_matches(['.', ':', '!', '?']).len();
        self.at += length.max(1);
        true
    }

    fn word(&mut self) -> TokenKind {
        let start = self.at;
        self.letters();
        if let Some(kind) = self.dotted(start) {
            return kind;
        }
        while let Some(mark) = self.peek().filter(|mark| is_apostrophe(*mark)) {
            let after = self.at + mark.len_utf8();
            let part = self.part_after(after);
            // "O'Hara", "don't", "Sana'a" are one word; "Putin's" and "they're" are a word and an ending.
            if part.is_empty() || is_clitic(part) {
                break;
            }
            self.at = after + part.len();
        }
        TokenKind::Word
    }

    /// Letters, digits and combining marks.
    fn letters(&mut self) {
        let bytes = &self.text.as_bytes()[self.at..self.end];
        self.at += bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        while let Some(next) = self.peek().filter(|next| is_letter(*next) || next.is_numeric() || is_mark(*next)) {
            self.at += next.len_utf8();
        }
    }

    fn part_after(&self, at: usize) -> &str {
        let rest = &self.text[at.min(self.end)..self.end];
        let length = rest.find(|next: char| !is_letter(next) && !is_mark(next)).unwrap_or(rest.len());
        &rest[..length]
    }

    /// After letters, at a full stop: takes "U.S.", "a.m.", "J.", "Mr." with their full stops, and
    /// leaves any other where it is.
    fn dotted(&mut self, start: usize) -> Option<TokenKind> {
        if self.peek() != Some('.') {
            return None;
        }
        let first = &self.text[start..self.at];
        if is_single_letter(first) {
            // Letters that each have a full stop: U.S., U.N., a.m., Ph.D.
            let mut at = self.at + 1;
            loop {
                let part = self.part_after(at);
                if !is_single_letter(part) || self.char_at(at + part.len()) != Some('.') {
                    // "U.S" at a sentence's end, or "U.Senate": only a lone letter belongs.
                    if is_single_letter(part) && at > self.at + 1 {
                        at += part.len();
                    }
                    break;
                }
                at += part.len() + 1;
            }
            let several = at > self.at + 1;
            let initial = first.starts_with(char::is_uppercase);
            if several || initial {
                self.at = at;
                return Some(TokenKind::Abbreviation);
            }
            return None;
        }
        let known = abbreviations::lookup(first).is_some() || first == "Ph" && self.text[self.at..].starts_with(".D.");
        if first == "Ph" && known {
            self.at += 3;
            return Some(TokenKind::Abbreviation);
        }
        // "No." is one only before a number.
        let numero = matches!(first, "No" | "no" | "Nos") && {
            let rest = self.text[self.at + 1..self.end].trim_start();
            rest.starts_with(|next: char| next.is_ascii_digit())
        };
        if known || numero {
            self.at += 1;
            return Some(TokenKind::Abbreviation);
        }
        None
    }

    /// Digits with what belongs to them. "2019The" is a number and a word: glued sentences.
    fn number(&mut self) -> TokenKind {
        while let Some(next) = self.peek() {
            if next.is_numeric() {
                self.at += next.len_utf8();
            } else if matches!(next, '.' | ',' | ':') && self.char_at(self.at + 1).is_some_and(|c| c.is_ascii_digit()) {
                self.at += 1;
            } else {
                break;
            }
        }
        let part = self.part_after(self.at);
        let mut letters = part.chars();
        let glued = letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
        if !glued {
            self.letters();
        }
        TokenKind::Number
    }

    /// An ending behind its word, or with a blank on either side, as in text that was cut into tokens.
    fn clitic(&mut self, spaced: bool) -> bool {
        let after = self.at + self.peek().map_or(0, char::len_utf8);
        let part = self.part_after(after);
        let end = after + part.len();
        if is_clitic(part) && (!spaced || self.text[end..self.end].starts_with(' ')) {
            self.at = end;
            return true;
        }
        false
    }

    fn mark(&mut self, first: char) -> TokenKind {
        self.at += first.len_utf8();
        if matches!(first, '.' | '-' | '—' | '–' | '_' | '=' | '*' | '!' | '?') {
            while self.peek() == Some(first) {
                self.at += first.len_utf8();
            }
        }
        TokenKind::Mark
    }
}

pub(super) fn is_apostrophe(mark: char) -> bool {
    matches!(mark, '\'' | '’' | 'ʼ' | '‘' | '`')
}

fn is_clitic(part: &str) -> bool {
    matches!(part, "s" | "S" | "re" | "ve" | "ll" | "d" | "m")
}

fn is_single_letter(part: &str) -> bool {
    let mut letters = part.chars();
    letters.next().is_some_and(is_letter) && letters.next().is_none()
}

/// Whether it is alphabetic. Of the characters beyond ASCII the most frequent are told at once.
fn is_letter(next: char) -> bool {
    match next {
        'А'..='я' => true,
        // Dashes, quotation marks and the ellipsis.
        '\u{2010}'..='\u{2027}' => false,
        _ => next.is_alphabetic(),
    }
}

/// Combining marks, which belong to the letter before them.
fn is_mark(next: char) -> bool {
    matches!(next, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20ff}' | '\u{200c}' | '\u{200d}' | '\u{ad}')
        || ('\u{900}'..='\u{d7f}').contains(&next) && !next.is_alphanumeric() && next != '।'
}

fn case_of(word: &str) -> Case {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Case::Lower;
    }
    let mut letters = word.chars().filter(|letter| is_letter(*letter));
    let upper_first = letters.next().is_some_and(char::is_uppercase);
    let (mut upper, mut lower) = (usize::from(upper_first), usize::from(!upper_first));
    for letter in letters {
        match letter.is_uppercase() {
            true => upper += 1,
            false => lower += 1,
        }
    }
    match (upper_first, upper, lower) {
        (true, 1, 0) => Case::Initial,
        (true, _, 0) => Case::Upper,
        (true, ..) => Case::Title,
        (false, 0, _) => Case::Lower,
        (false, ..) => Case::Inner,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), &mut tokens);
        tokens.iter().map(|token| token.span.of(text)).collect()
    }

    #[test]
    fn tokens_of_news() {
        let cases: &[(&str, &[&str])] = &[
            ("Putin's plan", &["Putin", "'s", "plan"]),
            ("O’Hara won’t", &["O’Hara", "won’t"]),
            ("they’re here", &["they", "’re", "here"]),
            ("the players' bus", &["the", "players", "'", "bus"]),
            ("U.S. Sen. J. B. Roe Jr. left.", &["U.S.", "Sen.", "J.", "B.", "Roe", "Jr.", "left", "."]),
            ("at 9:30 a.m. GMT", &["at", "9:30", "a.m.", "GMT"]),
            ("No. 5 said no.", &["No.", "5", "said", "no", "."]),
            ("$2.5 billion, 1,000.", &["$", "2.5", "billion", ",", "1,000", "."]),
            ("In 2019The vote", &["In", "2019", "The", "vote"]),
            ("the 19th 5G 747B", &["the", "19th", "5G", "747B"]),
            ("wait... what?!", &["wait", "...", "what", "?", "!"]),
            ("New York-based", &["New", "York", "-", "based"]),
            ("mail a.b@c.org, now", &["mail", "a.b@c.org", ",", "now"]),
            ("see https://a.org/b?c=d.", &["see", "https://a.org/b?c=d", "."]),
            ("by @handle here", &["by", "@handle", "here"]),
            ("Ph.D. and e.g. this", &["Ph.D.", "and", "e.g.", "this"]),
            ("СМИ: г. Москва", &["СМИ", ":", "г", ".", "Москва"]),
            ("नमस्ते दुनिया।", &["नमस्ते", "दुनिया", "।"]),
            ("e\u{301}te\u{301}", &["e\u{301}te\u{301}"]),
            ("“Yes,” he said", &["“", "Yes", ",", "”", "he", "said"]),
        ];
        for (text, expected) in cases {
            assert_eq!(words(text), *expected, "{text}");
        }
    }

    #[test]
    fn cases_of_words() {
        use Case::*;
        let cases = [
            ("moscow", Lower),
            ("Moscow", Title),
            ("NATO", Upper),
            ("U.S.", Upper),
            ("J.", Initial),
            ("iPhone", Inner),
            ("McKay", Title),
            ("Ö", Initial),
        ];
        for (word, expected) in cases {
            assert_eq!(case_of(word), expected, "{word}");
        }
    }
}
